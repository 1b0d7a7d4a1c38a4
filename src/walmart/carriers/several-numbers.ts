import { findCarrier } from "./carrier-names"
import { closedFormsOf, fits, formatsOf, isOnlyOpen, strongestFit } from "./carrier-recognition"
import type { Market } from "../markets/market"
import { glue, usersOf, wordsOf } from "./tracking-text"

/** Shorter texts are never a whole number. */
export const SHORTEST_HALF = 8

/** Groups of digits on labels are shorter, so two words of this length are two numbers. */
export const SHORTEST_WHOLE_WORD = 10

const SHORTEST_GLUED_DIGITS = 12

/** Numbers that begin alike are two even where each would be too short by itself. */
const SHORTEST_ALIKE = 6

/** Characters that two halves of one number share at their beginning by chance are fewer. */
const LEAST_ALIKE = 5

/** What stands between two numbers and not inside one: signs, lines, cells, lone hyphens and words that join. */
const BETWEEN =
  /[,;/&|+\r\n\t\u2028\u2029、]|\s[\p{Pd}\u2212]+\s|\s(?:and|or|then|plus|und|oder|y|e|o|u|et|ou|x)\s/iu

/** Whose number it shall be; the table's name. */
export interface Whose {
  chosen: string | null
  market: Market
}

/** Whether a text as entered holds more than one number, with something between them or without. */
export function holdsSeveral(raw: string, number: string, whose: Whose): boolean {
  const words = wordsOf(raw).map(({ text }) => text)
  if (words.length > 1 && words.some((text) => text.length > 2)) {
    if (hasTwoWords(words, whose)) return true
  }
  if (isOnlyOpen(number, whose.market) && areAlike(halvesOf(number))) return true
  if (isWhole(number, words.length, whose)) return false
  const pieces = raw.split(BETWEEN).filter((piece) => isLikeNumber(piece, shortestOf(whose)))
  if (pieces.length > 1 || hasTwins(words) || areAlike(halvesOf(number))) return true
  return splitsOf(number).some((halves) => areGlued(halves, whose))
}

/**
 * Chance makes a long text look like another carrier's number, so where a carrier is chosen only its own count. Formats of open
 * length take in whatever follows, so several words are not whole by them.
 */
function isWhole(number: string, words: number, { chosen, market }: Whose): boolean {
  const fit = strongestFit(number, market)
  if (!fit || (words > 1 && isOnlyOpen(number, market))) return false
  return chosen === null || fit.formats.some((format) => usersOf(format).includes(chosen))
}

function isLikeNumber(piece: string, shortest: number): boolean {
  return /\d/.test(piece) && glue(piece).length >= shortest
}

function shortestOf({ chosen }: Whose): number {
  return (chosen && findCarrier(chosen)?.shortestNumber) || SHORTEST_HALF
}

/** Two numbers with something between them: long words, or words that are complete numbers, alone or together. */
function hasTwoWords(texts: string[], whose: Whose): boolean {
  const { market } = whose
  const shortest = shortestOf(whose)
  // Where numbers are shorter than groups of others may be, each word of their length is one.
  if (shortest < SHORTEST_HALF && texts.filter((text) => isLikeNumber(text, shortest)).length > 1) {
    return true
  }
  const isFit = (text: string) => text.length >= SHORTEST_HALF && isNumber(text, market)
  if (texts.filter(isLong).length > 1 || texts.filter(isFit).length > 1) return true
  return partsOf(texts).some((halves) => halves.every(({ text }) => isFit(text)) || areLong(halves))
}

function isNumber(text: string, market: Market): boolean {
  const lettered = /[A-Z]/.test(text)
    ? closedFormsOf(text, market).filter((format) => fits(format, text))
    : []
  return strongestFit(text, market) !== null || lettered.length > 0
}

function isLong(text: string): boolean {
  return /\d.*\d/.test(text) && text.length >= SHORTEST_WHOLE_WORD
}

/** One or more words as one text. */
interface Part {
  text: string
  words: number
}

/** Every way to part words into two. */
function partsOf(texts: string[]): Part[][] {
  return texts.slice(1).map((_, at) =>
    [texts.slice(0, at + 1), texts.slice(at + 1)].map((words) => ({
      text: words.join(""),
      words: words.length,
    }))
  )
}

/** A long word beside as much in groups: nobody writes one number half in groups and half without. */
function areLong(halves: Part[]): boolean {
  return halves.every(({ text }) => isLong(text)) && halves.some(({ words }) => words === 1)
}

/** Two numbers of one make, letters and digits in the same places, one after the other. */
function hasTwins(texts: string[]): boolean {
  return partsOf(texts).some((halves) => {
    const both = halves.map(({ text }) => text)
    const [first, second] = both.map(shapeOf)
    const isOneWord = halves.some(({ words }) => words === 1)
    if (isOneWord && areAlike(both)) return true
    const isAlike = first === second && first.length >= SHORTEST_HALF && first.includes("9")
    return isAlike && (first.includes("A") || isOneWord)
  })
}

/** The text with 9 for each digit and A for each letter. */
function shapeOf(text: string): string {
  return text.replace(/\d/g, "9").replace(/[A-Z]/g, "A")
}

function halvesOf(number: string): string[] {
  return [number.slice(0, number.length / 2), number.slice(number.length / 2)]
}

/**
 * Two texts that begin as only two numbers of one carrier do, and never the halves of one number: with the same letters, or alike for
 * most of their length.
 */
function areAlike([first, second]: string[]): boolean {
  if (first.length !== second.length || first.length < SHORTEST_ALIKE) return false
  if (!/\d/.test(first) || !/\d/.test(second)) return false
  const [letters] = /^[A-Z]{2,}/.exec(first) ?? [""]
  const isOneMake = first.length >= SHORTEST_HALF && shapeOf(first) === shapeOf(second)
  if (letters !== "" && isOneMake && second.startsWith(letters)) return true
  const begin = first.slice(0, Math.max(LEAST_ALIKE, Math.ceil((first.length * 2) / 3)))
  return new Set(begin).size > 2 && second.startsWith(begin)
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
