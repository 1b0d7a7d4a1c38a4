import type { WalmartList, WalmartParam, WalmartPhrase } from "../../types/http"
import type { Spoken } from "../data/spoken"
import type { Translate } from "./translate"

/** A language's own way of saying things. */
export interface Speaker {
  t: Translate
  /** As the browser's `Intl` knows it. */
  language: string
}

/** What the server says, in the reader's language. A sentence without a text here, such as that of a newer server, is shown in its English. */
export function spoken(speaker: Speaker, { message, remedy, words }: Spoken) {
  return {
    message: sentences(speaker, words?.message, message ?? ""),
    remedy: sentences(speaker, words?.remedy, remedy ?? ""),
  }
}

/** Sentences of the server's, in the reader's language. */
export function sentences(
  speaker: Speaker,
  phrases: WalmartPhrase[] | null | undefined,
  english: string
): string {
  if (!phrases) return english
  return translated(speaker, phrases) ?? english
}

/** @returns null where a text is missing, so that no half of it is shown */
function translated(speaker: Speaker, phrases: readonly WalmartPhrase[]): string | null {
  const said = phrases.map((phrase) => sentence(speaker, phrase))
  return said.includes(null) ? null : said.join(" ")
}

function sentence(speaker: Speaker, { key, params }: WalmartPhrase): string | null {
  const values = Object.entries(params).map(([name, value]) => [name, shown(speaker, value)])
  if (values.some(([, value]) => value === null)) return null
  const replace = Object.fromEntries(values)
  return speaker.t(`messages.${key}`, { replace, ...counted(params), defaultValue: "" }) || null
}

function shown(speaker: Speaker, value: WalmartParam): string | number | null {
  if (typeof value !== "object") return value
  return Array.isArray(value) ? translated(speaker, value) : joined(speaker, value)
}

function joined(speaker: Speaker, list: WalmartList): string | null {
  const isAnd = "and" in list
  const names = (isAnd ? list.and : list.or).map((item) =>
    typeof item === "string" ? item : translated(speaker, item)
  )
  const known = names.filter((name) => name !== null)
  if (known.length < names.length) return null
  // The server's English has no comma before the last one.
  const locale = speaker.language === "en" ? "en-GB" : speaker.language
  const type = isAnd ? "conjunction" : "disjunction"
  return new Intl.ListFormat(locale, { type }).format(known)
}

/** By what a text that counts chooses its form. */
function counted({ count }: WalmartPhrase["params"]): { count?: number } {
  return typeof count === "number" ? { count } : {}
}
