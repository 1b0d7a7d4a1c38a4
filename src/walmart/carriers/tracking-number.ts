import { phrase, say, saying } from "../words/phrase"
import { findCarrier } from "./carrier-names"
import { fits, formatsOf, namesInMarket, strongestFit } from "./carrier-recognition"
import type { Market } from "../markets/market"
import { marketOf } from "../markets/markets"
import { numberProblem, type Problem, shownValue } from "../common/problem"
import { formatDoubt, otherKindDoubt, writtenDoubt } from "./format-problems"
import { plainLetterOf } from "./formats/look-alikes"
import { isDay, isPlaceholder } from "./tracking-placeholder"
import { plainText } from "./plain-text"
import { glue, LONGEST_NUMBER, normalizeTrackingNumber } from "./tracking-text"
import { SHORTEST_HALF } from "./several-numbers"
import { textProblem } from "./text-problems"

export { normalizeTrackingNumber }

/** Shorter numbers have only the carriers of Walmart's lists that say so. */
const SHORTEST = 8

/** Shorter order numbers are found in other numbers by chance; Walmart's have 13 digits and more. */
const LEAST_TO_SEARCH_FOR = 10

/** What to check: the number as entered, and what it must fit to. */
export interface TrackingNumberInput {
  raw: string
  /** Walmart's name of the carrier, or the free name of another one; `null` when nobody knows yet. */
  carrier?: string | null
  purchaseOrderId: string
  customerOrderId: string
  /** `lenient` lets a wrong check digit and another carrier's number pass with a warning. */
  strictness: "strict" | "lenient"
  /** Whose carrier names `recognized` uses; the US when left out. */
  market?: Market
}

/** What was found. `number` is what may be sent, normalized; it may be sent when there are no `problems`. */
export interface TrackingNumberCheck {
  number: string
  problems: Problem[]
  warnings: Problem[]
  /** Walmart names of the carriers whose format and check digit fit. */
  recognized: string[]
}

/**
 * Walmart names of the carriers whose format and check digit the number fits, the strongest formats only. Exactly one means
 * that the number tells the carrier; several that it does not; none that no carrier of the market's list writes such numbers.
 */
export function recognizeCarrier(number: string, market: Market): string[] {
  const fit = strongestFit(normalizeTrackingNumber(number), market)
  return fit ? namesInMarket(fit.owners, market) : []
}

/**
 * Checks a tracking number before anything is saved. Walmart's policy (MPL valid-tracking): the carrier's own format, no
 * special characters, not the order's number, one number and nothing beside it. A number of an unknown format passes unless
 * all formats of the chosen carrier are known, and so does one that several carriers could own.
 */
export function checkTrackingNumber(input: TrackingNumberInput): TrackingNumberCheck {
  const number = normalizeTrackingNumber(input.raw)
  const market = input.market ?? marketOf("us")
  const unusable = unusableProblem(input, number, market)
  if (unusable) {
    return { number, problems: [unusable], warnings: [], recognized: [] }
  }
  const recognized = recognizeCarrier(number, market)
  const carrier = input.carrier?.trim() || null
  const doubt =
    formatDoubt(number, carrier, market) ??
    otherKindDoubt(input.raw, number, carrier, market) ??
    writtenDoubt(input.raw, number, carrier, market)
  if (!doubt) {
    return { number, problems: [], warnings: [], recognized }
  }
  return doubt.blocks && input.strictness === "strict"
    ? { number, problems: [doubt.problem], warnings: [], recognized }
    : { number, problems: [], warnings: [doubt.problem], recognized }
}

function unusableProblem(
  input: TrackingNumberInput,
  number: string,
  market: Market
): Problem | null {
  const shown = shownValue(input.raw)
  if (shown === "") {
    return numberProblem(say("tracking_number_missing", {}), "")
  }
  return (
    orderNumberProblem(input, number, market) ??
    placeholderProblem(input.raw, number, shown) ??
    phoneProblem(input.raw, number, market) ??
    textProblem(input.raw, input.carrier?.trim() || null, market) ??
    characterProblem(number, shown, input.carrier ?? "", market)
  )
}

function placeholderProblem(raw: string, number: string, shown: string): Problem | null {
  const said = say("tracking_number_placeholder", { number: shown })
  return isPlaceholder(number) || isDay(plainText(raw)) ? numberProblem(said, shown) : null
}

/** A plus and digits in groups, or no more of them than phone numbers of the markets have. */
const PHONE = /^\+(?:\d{1,12}|[\d\s().-]*[\s().-][\d\s().-]*)$/

/** What looks like a phone number is one, except where it is a carrier's number: spreadsheets write a plus to keep a text. */
function phoneProblem(raw: string, number: string, market: Market): Problem | null {
  if (!PHONE.test(plainText(raw).trim()) || strongestFit(number, market)) return null
  const shown = shownValue(raw)
  const said = say("tracking_number_characters", { number: shown, character: "+" })
  return numberProblem(said, shown)
}

function characterProblem(
  number: string,
  shown: string,
  carrier: string,
  market: Market
): Problem | null {
  if (number.length > LONGEST_NUMBER) {
    const about = { number: shown, length: number.length, most: LONGEST_NUMBER }
    return numberProblem(say("tracking_number_too_long", about), shown)
  }
  const forbidden = number.match(/[^0-9A-Z]/u)
  if (forbidden) {
    return foreignSign(shown, forbidden[0], meantNumber(number, carrier, market))
  }
  const least = findCarrier(carrier)?.shortestNumber ?? SHORTEST
  if (number.length < least) {
    const about = { number: shown, length: number.length, least }
    return numberProblem(say("tracking_number_too_short", about), shown)
  }
  return null
}

/** What no number has, and the number without it where that can be told. */
function foreignSign(shown: string, character: string, meant: string | null): Problem {
  const letter = meant === null ? null : plainLetterOf(character)
  const { code, words } =
    letter === null
      ? say("tracking_number_characters", { number: shown, character })
      : say("tracking_number_characters", { number: shown, character, letter }, "alike")
  const suggestion =
    meant === null ? [] : [phrase("tracking_number_look_alike", "remedy", { alike: meant })]
  const remedy = suggestion.length > 0 ? suggestion : words.remedy
  return numberProblem({ code, ...saying({ ...words, remedy }) }, shown)
}

/**
 * The number with plain letters for those of other alphabets that look like them, and without signs where it is a whole one of the
 * carrier's or of one form then, and no two of its parts are long enough to be numbers of their own.
 */
function meantNumber(number: string, carrier: string, market: Market): string | null {
  const plain = number.replace(/[^0-9A-Z]/gu, (sign) => plainLetterOf(sign) ?? sign)
  const text = plain.replace(/[^0-9A-Z]/gu, "")
  if (text === plain) return text
  const parts = plain.split(/[^0-9A-Z]+/u).filter(({ length }) => length >= SHORTEST_HALF)
  if (parts.length > 1) return null
  const chosen = findCarrier(carrier)?.name ?? carrier
  const isTheirs = formatsOf(text, market).some(
    (format) => fits(format, text) && format.carriers.includes(chosen)
  )
  const fit = strongestFit(text, market)
  return isTheirs || (fit && fit.certainty !== "possible") ? text : null
}

/** Also with something before or after it, unless the whole is unmistakably a carrier's. */
function orderNumberProblem(
  input: TrackingNumberInput,
  number: string,
  market: Market
): Problem | null {
  const shown = shownValue(input.raw)
  const ids = [
    { which: "purchase" as const, id: glue(input.purchaseOrderId) },
    { which: "customer" as const, id: glue(input.customerOrderId) },
  ]
  const orders = ids.filter(({ id }) => id !== "")
  const text = number.replace(/[^0-9A-Z]/g, "")
  const isSure = strongestFit(text, market)?.certainty === "certain"
  const same = orders.find(
    ({ id }) => id === text || (!isSure && id.length >= LEAST_TO_SEARCH_FOR && text.includes(id))
  )
  if (!same) {
    return null
  }
  const { which, id } = same
  const variant = id === text ? which : (`${which}_part` as const)
  const said = say("tracking_number_is_order_number", { number: shown }, variant)
  return numberProblem(said, shown)
}
