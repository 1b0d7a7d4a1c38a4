import { findCarrier } from "./carrier-names"
import { formatsOf, strongestFit } from "./carrier-recognition"
import type { Market } from "../markets/market"
import { say } from "../words/phrase"
import { numberProblem, type Problem, shownValue } from "../common/problem"
import {
  glue,
  hasLink,
  leadingNames,
  LONGEST_TEXT,
  normalizeTrackingNumber,
  usersOf,
  wordsOf,
} from "./tracking-text"

/** Shorter texts are never a whole number. */
const SHORTEST_HALF = 8

/** Groups of digits on labels are shorter, so two words of this length are two numbers. */
const SHORTEST_WHOLE_WORD = 10

const SHORTEST_GLUED_DIGITS = 12

/**
 * Why a text as entered is more than, or no, tracking number: a link, words without a digit, several numbers, or a number with
 * something around it that cannot be told from it. `null` when it is one text that may be a number.
 */
export function textProblem(raw: string, carrier: string | null, market: Market): Problem | null {
  const number = normalizeTrackingNumber(raw)
  const shown = shownValue(raw)
  if (number.length > LONGEST_TEXT) return null
  if (hasLink(number)) return linkProblem(shown)
  if (!/\p{N}/u.test(number)) return wordsProblem(shown)
  if (isOneNumber(number, market)) return null
  const chosen = carrier && (findCarrier(carrier)?.name ?? carrier)
  if (holdsSeveral(raw, number, { chosen, market })) return severalProblem(shown)
  return surroundedProblem(raw, number, shown, market)
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

/** Whose number it shall be; the table's name. */
interface Whose {
  chosen: string | null
  market: Market
}

function holdsSeveral(raw: string, number: string, whose: Whose): boolean {
  const words = wordsOf(raw).map(({ text }) => text)
  if (words.length > 1 && words.some((text) => text.length > 2)) {
    if (hasTwoWords(words, whose)) return true
  }
  if (isWhole(number, whose)) return false
  const pieces = raw.split(/[,;/&|+\r\n]|\s(?:and|or|und|y|et)\s/i).filter(isLikeNumber)
  return pieces.length > 1 || splitsOf(number).some((halves) => areGlued(halves, whose))
}

/** Chance makes a long text look like another carrier's number, so where a carrier is chosen only its own count. */
function isWhole(number: string, { chosen, market }: Whose): boolean {
  const fit = strongestFit(number, market)
  if (!fit || chosen === null) return fit !== null
  return fit.formats.some((format) => usersOf(format).includes(chosen))
}

function isLikeNumber(piece: string): boolean {
  return /\d/.test(piece) && glue(piece).length >= SHORTEST_HALF
}

/** Two numbers with something between them: long words, or words that are complete numbers, alone or together. */
function hasTwoWords(texts: string[], { market }: Whose): boolean {
  const isFit = (text: string) =>
    text.length >= SHORTEST_HALF && strongestFit(text, market) !== null
  const long = texts.filter((text) => /\d.*\d/.test(text) && text.length >= SHORTEST_WHOLE_WORD)
  if (long.length > 1 || texts.filter(isFit).length > 1) return true
  const splits = texts.map((_, at) => [texts.slice(0, at).join(""), texts.slice(at).join("")])
  return splits.some((halves) => halves.every(isFit))
}

/** Every way to part a text into two that are long enough. */
function splitsOf(number: string): string[][] {
  const count = Math.max(0, number.length - 2 * SHORTEST_HALF + 1)
  return Array.from({ length: count }, (_, index) => {
    const at = SHORTEST_HALF + index
    return [number.slice(0, at), number.slice(at)]
  })
}

/** Without anything between them, two short rows of digits are one long row as a rule; those of the chosen carrier are not. */
function areGlued(halves: string[], whose: Whose): boolean {
  return halves.every((half) => isGluedNumber(half, whose))
}

function isGluedNumber(text: string, { chosen, market }: Whose): boolean {
  const fit = strongestFit(text, market)
  if (chosen !== null && fit?.owners.includes(chosen)) return true
  if (!fit) return isSharedForm(text, chosen)
  return fit.certainty !== "possible" || text.length >= SHORTEST_GLUED_DIGITS
}

function isSharedForm(text: string, chosen: string | null): boolean {
  const shared = formatsOf(text).filter(({ certainty }) => certainty === "shared")
  return chosen !== null && shared.some(({ carriers }) => carriers.includes(chosen))
}

/** A name, a word or junk beside a number, none of which may be glued on to it. */
function surroundedProblem(
  raw: string,
  number: string,
  shown: string,
  market: Market
): Problem | null {
  if (strongestFit(number, market)) return null
  // Without anything between them, a number of a carrier's form and a character too many are for the check digit to judge.
  const isOfAForm = formatsOf(number, market).length > 0
  if (isOfAForm && wordsOf(raw).length === 1) return null
  const inside = numberInside(number, market)
  if (inside) {
    return numberProblem(say("tracking_number_surrounded", { number: shown, inside }), shown)
  }
  const word = strayWord(raw)
  if (!word || isOfAForm) return null
  return numberProblem(say("tracking_number_surrounded", { number: shown, word }, "word"), shown)
}

/** An unmistakable number at the beginning or end of a longer text. */
function numberInside(number: string, market: Market): string | null {
  const cuts = Array.from({ length: number.length }, (_, at) => at + 1)
  const parts = cuts.flatMap((at) => [number.slice(at), number.slice(0, -at)])
  return parts.find((part) => strongestFit(part, market)?.certainty === "certain") ?? null
}

/** A whole word without a digit, or a carrier's name at the beginning or end; short prefixes of numbers are neither. */
function strayWord(raw: string): string | null {
  const words = wordsOf(raw).map(({ text }) => text)
  if (words.length < 2) return null
  const named = leadingNames(words) > 0 ? words[0] : null
  const spaced = raw
    .split(/\s+/)
    .filter((text) => /^[^\d]{3,}$/.test(text) && /[a-z]{3}/i.test(text))
  const [first] = [...(named ? [named] : []), ...spaced]
  return first ? shownValue(first) : null
}
