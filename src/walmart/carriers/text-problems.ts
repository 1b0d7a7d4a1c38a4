import { findCarrier } from "./carrier-names"
import { closedFormsOf, fits, isOnlyOpen, strongestFit } from "./carrier-recognition"
import type { Market } from "../markets/market"
import { hasLink } from "./names/site-links"
import { plainText } from "./plain-text"
import { say } from "../words/phrase"
import { numberProblem, type Problem, shownValue } from "../common/problem"
import { holdsSeveral, SHORTEST_HALF, SHORTEST_WHOLE_WORD, type Whose } from "./several-numbers"
import {
  keptOf,
  leadingNames,
  LONGEST_TEXT,
  normalizeTrackingNumber,
  usersOf,
  wordsOf,
} from "./tracking-text"

/**
 * Why a text as entered is more than, or no, tracking number: a link, words without a digit, several numbers, or a number with
 * something around it that cannot be told from it. `null` when it is one text that may be a number.
 */
export function textProblem(
  entered: string,
  carrier: string | null,
  market: Market
): Problem | null {
  const whole = plainText(entered)
  const number = normalizeTrackingNumber(whole)
  const shown = shownValue(whole)
  if (number.length > LONGEST_TEXT) return null
  if (hasLink(number)) return linkProblem(shown)
  if (!/\p{N}/u.test(number)) return wordsProblem(shown)
  if (isOneNumber(number, market)) return null
  const chosen = carrier && (findCarrier(carrier)?.name ?? carrier)
  const whose = { chosen, market }
  const raw = keptOf(whole, number)
  if (holdsSeveral(raw, number, whose)) return severalProblem(shown)
  return surroundedProblem(raw, number, shown, whose)
}

/** A weak check digit fits by chance, and formats of open length take in two numbers, so these are looked at more closely. */
function isOneNumber(number: string, market: Market): boolean {
  return strongestFit(number, market)?.certainty === "certain"
}

function linkProblem(shown: string): Problem {
  return numberProblem(say("tracking_number_is_link", { number: shown }), shown)
}

function wordsProblem(shown: string): Problem {
  return numberProblem(say("tracking_number_no_digit", { number: shown }), shown)
}

function severalProblem(shown: string): Problem {
  return numberProblem(say("tracking_number_several", { number: shown }), shown)
}

/** A name, a word or junk beside a number, none of which may be glued on to it. */
function surroundedProblem(
  raw: string,
  number: string,
  shown: string,
  whose: Whose
): Problem | null {
  const inWords = wordsOf(raw).length > 1
  // What fits a format of open length says nothing against more words; what fits another stands.
  if (strongestFit(number, whose.market) && !(inWords && isOnlyOpen(number, whose.market))) {
    return null
  }
  // Without anything between them, a number of a carrier's form and a character too many are for the check digit to judge.
  const isOfAForm = closedFormsOf(number, whose.market).length > 0
  if (isOfAForm && !inWords) return null
  const certain = numberInside(number, whose.market)
  if (certain && !inWords && mayGoOn(number, certain, whose)) return null
  const inside =
    certain ?? (inWords ? wholeWord(raw, number, whose) : null) ?? wordedNumber(number, whose)
  if (inside) {
    return numberProblem(say("tracking_number_surrounded", { number: shown, inside }), shown)
  }
  const word = strayWord(raw, strongestFit(number, whose.market) !== null)
  if (!word || isOfAForm) return null
  return numberProblem(say("tracking_number_surrounded", { number: shown, word }, "word"), shown)
}

/** An unmistakable number at the beginning or end of a longer text. */
function numberInside(number: string, market: Market): string | null {
  if (strongestFit(number, market)) return null
  const cuts = Array.from({ length: number.length }, (_, at) => at + 1)
  const parts = cuts.flatMap((at) => [number.slice(at), number.slice(0, -at)])
  return parts.find((part) => strongestFit(part, market)?.certainty === "certain") ?? null
}

/** What lengthens a number: digits, or letters that stand alone between them, and fewer than another number has. */
const LENGTHENING = /^\d+(?:[A-Z]\d+)*$/

/**
 * Whether one unbroken word is rather a longer number than a shorter one with junk behind it: carriers lengthen their numbers before
 * anyone publishes it. Not where all formats of the carrier are known, and not under another carrier.
 */
function mayGoOn(number: string, head: string, { chosen, market }: Whose): boolean {
  const rest = number.slice(head.length)
  if (!number.startsWith(head) || !LENGTHENING.test(rest) || rest.length >= SHORTEST_HALF) {
    return false
  }
  const formats = strongestFit(head, market)?.formats ?? []
  const isClosed = formats.some(({ carriers }) =>
    carriers.some((carrier) => findCarrier(carrier)?.hasKnownFormats)
  )
  return (
    !isClosed && (chosen === null || formats.some((format) => usersOf(format).includes(chosen)))
  )
}

/** A word that is a number by itself: one that hardly anyone else writes, or one of the carrier's that nothing longer is. */
function wholeWord(raw: string, number: string, { chosen, market }: Whose): string | null {
  const isOfAForm = closedFormsOf(number, market).some((format) => fits(format, number))
  const words = wordsOf(raw).map(({ text }) => text)
  const found = words.find((text) => {
    const fit = text === number ? null : strongestFit(text, market)
    if (!fit || text.length < SHORTEST_WHOLE_WORD || isOfAForm) return false
    return fit.certainty !== "possible" || (chosen !== null && fit.owners.includes(chosen))
  })
  return found ?? null
}

/** A number of the carrier's form with a word glued on, as in "3318810025RET". */
function wordedNumber(number: string, { chosen, market }: Whose): string | null {
  const [, head] = /^(.*?\d)[A-Z]{3,}\d{0,2}$/.exec(number) ?? []
  if (!head || chosen === null || isOnlyOpen(head, market)) return null
  return strongestFit(head, market)?.owners.includes(chosen) ? head : null
}

/** How many, which of several, or how heavy, as people write it in the admin's languages. */
const COUNTS = [
  "x\\d{1,2}|\\d{1,2}x",
  "\\d{1,2}of\\d{1,2}|\\d{1,2}\\s(?:of|de|von|sur)\\s\\d{1,2}",
  "\\d{1,3}(?:pcs?|pzs?|kg|lbs?|oz)",
  "(?:box|pkg|package|parcel|pc|piece|ctn|carton|caja|bulto|paquete|colis|paket|karton)s?\\d{1,2}",
].join("|")

const MULTIPLE = new RegExp(`^(?:${COUNTS})(?=\\s)|\\s(?:${COUNTS})$`, "i")

/**
 * A whole word without a digit, a carrier's name at the beginning, or a count of units; short prefixes of numbers are none of these,
 * and neither are the letters A to F, which some numbers are written in, or the letters that a format begins with.
 */
function strayWord(raw: string, hasLetters: boolean): string | null {
  const words = wordsOf(raw).map(({ text }) => text)
  if (words.length < 2) return null
  const named = leadingNames(words) > 0 ? words[0] : null
  const counted = MULTIPLE.exec(raw)?.[0].trim() ?? null
  const spaced = raw
    .split(/\s+/)
    .slice(hasLetters ? 1 : 0)
    .find(isPlainWord)
  // One alone may be what a number begins with; goods are named by several.
  const [hyphened, another] = raw.split(/[\s\p{Pd}]+/u).filter(isPlainWord)
  const word = named ?? spaced ?? (another ? hyphened : null) ?? counted
  return word ? shownValue(word) : null
}

/** A word without a digit, and not of the letters A to F alone. */
function isPlainWord(text: string): boolean {
  return /^[^\d]{3,}$/.test(text) && /[a-z]{3}/i.test(text) && !/^[a-f]+$/i.test(text)
}
