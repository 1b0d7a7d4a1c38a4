import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminWalmartReason, AdminWalmartWaiting, WalmartPhrase } from "../../types/http"
import { ApiError } from "../data/api"
import { money } from "./money"
import type { Spoken } from "../data/spoken"
import { localeOf } from "./locale"
import { sentences, type Speaker, spoken } from "./server-words"
import type { Translate } from "./translate"
import { dateTime, duration, spanOf, zoneName } from "./time"

/** The plugin's texts in the reader's language, and numbers, times and errors written in it; the same until that changes. */
export function useWords() {
  const { t, i18n } = useTranslation("walmart")
  return useMemo(() => wordsOf(t, localeOf(i18n.language)), [t, i18n.language])
}

interface Units {
  line_number: string
  quantity: number
}

interface NamedLine {
  line_number: string
  product_name: string
}

/** From here on nobody counts in seconds. */
const MINUTES_MS = 120_000

function wordsOf(t: Translate, language: string) {
  return {
    ...{ t, language },
    ...timesOf(t, language),
    ...quantitiesOf(t),
    ...reasonsOf(t),
    ...saidOf({ t, language }),
    number: (value: number) => new Intl.NumberFormat(language).format(value),
    money: (minor: number, currency: string) => money(minor, currency, language),
  }
}

function timesOf(t: Translate, language: string) {
  const span = (ms: number): string => {
    const { key, values } = spanOf(ms)
    return t(key, values)
  }
  return {
    span,
    at: (iso: string) => dateTime(iso, language),
    atSecond: (iso: string) => dateTime(iso, language, "second"),
    day: (iso: string) => dateTime(iso, language, "day"),
    zone: (at = new Date()) => zoneName(language, at),
    duration: (ms: number) => (ms < MINUTES_MS ? duration(ms, language) : span(ms)),
  }
}

function quantitiesOf(t: Translate) {
  return {
    units: (units: Units[], lines: NamedLine[]) =>
      units
        .map(({ line_number: line, quantity }) => {
          const name = lines.find(({ line_number }) => line_number === line)?.product_name
          return name
            ? t("update.unitsOf", { name, quantity })
            : t("update.units", { line, quantity })
        })
        .join("; "),
    waiting: ({ updates, orders }: AdminWalmartWaiting) =>
      t("account.waitingCount", {
        updates: t("account.updates", { count: updates }),
        orders: t("account.orders", { count: orders }),
      }),
  }
}

function reasonsOf(t: Translate) {
  return {
    reason: (code: string, offered: AdminWalmartReason[]): string => {
      const known = offered.find((reason) => reason.code === code)
      if (known && !known.built_in) return known.label
      return t(`reasonNames.${code}`, { defaultValue: known?.label ?? code })
    },
    effect: ({ code, effect, built_in: isOurs }: AdminWalmartReason): string =>
      isOurs ? t(`reasonEffects.${code}`, { defaultValue: effect }) : effect,
  }
}

/** Sentences of the server, and what is shown of an error. */
function saidOf(speaker: Speaker) {
  const { t } = speaker
  const spokenInOne = (said: Spoken): string => {
    const { message, remedy } = spoken(speaker, said)
    return [message, remedy].filter(Boolean).join(" ")
  }
  return {
    spoken: (said: Spoken) => spoken(speaker, said),
    spokenInOne,
    /** What is wrong with a field, and what to do; undefined when nothing is. */
    problems: (found: Spoken[]): string | undefined =>
      found.map(spokenInOne).join(" ") || undefined,
    said: (english: string, words: WalmartPhrase[] | null) => sentences(speaker, words, english),
    problem: (error: unknown): string => {
      if (error instanceof ApiError && error.status === 0) return t("errors.offline")
      if (error instanceof ApiError && error.status >= 500) {
        return t("errors.server", { status: error.status })
      }
      if (error instanceof ApiError && error.said) return spokenInOne(error.said)
      if (error instanceof ApiError && error.status === 401) return t("errors.signedOut")
      if (error instanceof ApiError && error.status === 403) return t("errors.forbidden")
      if (error instanceof ApiError && error.message) return error.message
      return t("errors.unexpected")
    },
  }
}
