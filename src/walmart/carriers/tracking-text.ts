import { formatsOf, strongestFit } from "./carrier-recognition"
import { CARRIER_KEYS, compact } from "./carrier-names"
import { withoutZip } from "./formats/postal-numbers"
import type { TrackingFormat } from "./formats/tracking-formats"
import { isLabel, namesNumber } from "./names/number-words"
import { hasLink, linksOf, withoutLinks } from "./names/site-links"
import { plainText } from "./plain-text"

/** Longer texts are no number with a few words around it, and are not searched for one. */
export const LONGEST_TEXT = 200

/** Names that may be written without a space before or after a number. Short ones can be the number's own beginning. */
const GLUED = [...CARRIER_KEYS]
  .filter(([key]) => /^[a-z]{3,}$/.test(key))
  .map(([key, carrier]) => ({ word: key.toUpperCase(), owner: carrier.name }))

const GLUED_LABELS = ["TRACKINGNUMBER", "TRACKINGNO", "TRACKINGID", "TRACKING"]

const LONGEST_NAME_IN_WORDS = 4

/** Longer ones are several numbers or a link. */
export const LONGEST_NUMBER = 40

/** Whoever writes "tracking number" means what follows, however short it is; the check says when it is too short. */
const SHORTEST_LABELED = 6

/** Groups of digits on labels are shorter. */
const SHORTEST_NUMBER = 8

/** Spaces, hyphens of any kind, and whatever has no picture: invisible, ignorable and control characters. */
const SEPARATORS = /[\s\p{Cf}\p{Cc}\p{DI}\p{Pd}\u2212\u2043]+/gu

/** A text with its place in what was entered. */
export interface Word {
  text: string
  from: number
  to: number
}

/** Quotes, brackets, commas and other signs that are copied along with a number; none begins or ends one. */
const AROUND = /[\p{P}\p{Sm}\p{Sk}\p{Sc}]/u

/** The text without signs at its beginning and end. */
export function bare(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && AROUND.test(text[from])) from++
  while (to > from && AROUND.test(text[to - 1])) to--
  return text.slice(from, to)
}

/** The text without spaces, hyphens and characters that have no picture, in upper case. */
export function glue(text: string): string {
  return text.replace(SEPARATORS, "").replace(/[a-z]/g, (letter) => letter.toUpperCase())
}

/** Letters and digits between spaces, hyphens and punctuation, in upper case. */
export function wordsOf(raw: string): Word[] {
  return [...raw.matchAll(/[\p{L}\p{N}_]+/gu)].map((found) => ({
    text: found[0].toUpperCase(),
    from: found.index,
    to: found.index + found[0].length,
  }))
}

/** Whether a number has the form of a carrier's, complete and with a right check digit where there is one. */
export function isComplete(number: string): boolean {
  return strongestFit(number) !== null
}

/**
 * The number as Walmart wants it, out of what a person or a provider wrote: without spaces, hyphens, dots, invisible characters and
 * signs around it, in upper case, without a carrier's name or a word like "tracking number" beside it, and out of a link that
 * holds exactly one. A ZIP code in front goes where the whole would be too long. What cannot be told from the number stays, so that the check refuses it. Idempotent.
 */
export function normalizeTrackingNumber(raw: string): string {
  let text = plainText(raw)
  for (let next = cutOnce(text); next !== text; next = cutOnce(text)) text = plainText(next)
  return text.length > LONGEST_NUMBER ? withoutZip(text) : text
}

function cutOnce(raw: string): string {
  const glued = bare(glue(raw))
  if (raw.length > LONGEST_TEXT * 10) return glued
  if (hasLink(raw)) return numberInLink(raw) ?? glued
  if (glued.length > LONGEST_TEXT) return glued
  if (isComplete(glued)) return withoutTail(raw) ?? glued
  const undotted = withoutDots(raw)
  if (undotted !== raw) return cutOnce(undotted)
  return withoutWords(raw) ?? withoutGluedName(glued) ?? glued
}

/** Groups of a number with dots between them; longer ones are numbers of their own. */
const DOTTED =
  /(?<![0-9A-Z])[0-9A-Z]{1,7}(?:\s?[.\u00b7\u2022\u2027\u2219\u30fb]\s?[0-9A-Z]{1,7})+(?![0-9A-Z])/gi

/** The text with a whole number where one was written in groups with dots, or with the points of thousands. */
function withoutDots(raw: string): string {
  return raw.replace(DOTTED, (dotted) => {
    const number = glue(dotted).replace(/[^0-9A-Z]/g, "")
    return isComplete(number) ? number : dotted
  })
}

/**
 * A link holds several texts, so only one that is certainly a number is taken: a whole value, and no other number in or beside the
 * links.
 */
function numberInLink(raw: string): string | null {
  const values = linksOf(raw).flatMap((link) => link.split(/[^0-9A-Za-z%,;|+-]+/).map(decoded))
  const outside = normalizeTrackingNumber(withoutLinks(raw))
  const texts = [
    ...values.filter(isOneText).map((value) => bare(glue(value))),
    ...(/\p{N}/u.test(outside) ? [outside] : []),
  ]
  const numbers = new Set(texts.filter((text) => text.length <= LONGEST_TEXT && isComplete(text)))
  const [number] = numbers
  const isOther = /\p{N}/u.test(outside) && outside !== number
  return numbers.size === 1 && !isOther ? number : null
}

/** A value of a link as it was before it became a part of it; as it is where it is no such thing. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** Whether a value's words are the groups of one number and not numbers of their own. */
function isOneText(value: string): boolean {
  return wordsOf(value).filter(({ text }) => text.length >= SHORTEST_NUMBER).length < 2
}

/** What of a text became its normalized number, without the names, labels and links around it; the whole where that cannot be told. */
export function keptOf(whole: string, number: string): string {
  const words = wordsOf(whole)
  const firsts = words.filter(({ text }) => number.startsWith(text))
  const lasts = words.filter(({ text }) => number.endsWith(text))
  const texts = firsts.flatMap(({ from }) => lasts.map(({ to }) => whole.slice(from, to)))
  return texts.find((text) => glue(text) === number) ?? whole
}

/** Cuts names and labels off both ends, when what is left has the form of a number or is said to be one. */
function withoutWords(raw: string): string | null {
  const words = wordsOf(raw)
  const lead = leadingNames(words.map(({ text }) => text))
  const rest = words.slice(lead)
  const tail = trailingNames(rest.map(({ text }) => text))
  const kept = rest.slice(0, rest.length - tail)
  if (kept.length === 0 || kept.length === words.length) return null
  const number = gluedFrom(raw, kept)
  return formatsOf(number).length > 0 || isLabeled(words.slice(0, lead), kept) ? number : null
}

/** Whether words say that a number follows, and nothing but letters with digits does, so that its form need not be known. */
function isLabeled(lead: Word[], kept: Word[]): boolean {
  const texts = kept.map(({ text }) => text)
  return (
    namesNumber(lead.map(({ text }) => text)) &&
    texts.every((text) => /\d/.test(text)) &&
    texts.join("").length >= SHORTEST_LABELED
  )
}

/**
 * Cuts names and labels off the end, when what is left is a whole number: letters may belong to a number of open length, a carrier's
 * name in words of its own does not.
 */
function withoutTail(raw: string): string | null {
  const words = wordsOf(raw)
  const tail = trailingNames(words.map(({ text }) => text))
  const kept = words.slice(0, words.length - tail)
  if (tail === 0 || kept.length === 0) return null
  const number = gluedFrom(raw, kept)
  return isComplete(number) ? number : null
}

/** What was entered from the first of these words to the last, with what stands between them. */
function gluedFrom(raw: string, kept: Word[]): string {
  return glue(raw.slice(kept[0].from, kept[kept.length - 1].to))
}

/** How many of the first words are names of carriers or labels. */
export function leadingNames(words: string[]): number {
  let count = 0
  for (let length = nameLength(words); length > 0; length = nameLength(words.slice(count))) {
    count += length
  }
  return count
}

function trailingNames(words: string[]): number {
  const first = words.findIndex(
    (_, index) => leadingNames(words.slice(index)) === words.length - index
  )
  return first === -1 ? 0 : words.length - first
}

/** Words that make up the name at the beginning; 0 when there is none. */
function nameLength(words: string[]): number {
  for (let length = Math.min(LONGEST_NAME_IN_WORDS, words.length); length > 0; length--) {
    if (isName(words.slice(0, length).join(""))) return length
  }
  return 0
}

/** A carrier's name with a digit in it, such as 4PX, may be the beginning of the number. */
function isName(text: string): boolean {
  return isLabel(text) || (!/\d/.test(text) && CARRIER_KEYS.has(compact(text)))
}

function withoutGluedName(glued: string): string | null {
  const label = GLUED_LABELS.find((word) => isComplete(withoutEnd(glued, word)))
  if (label) return withoutEnd(glued, label)
  const name = GLUED.find(({ word, owner }) => isOwnNumber(withoutEnd(glued, word), owner))
  return name ? withoutEnd(glued, name.word) : null
}

/** The text without the word at its beginning or end; empty when it has it at neither. */
function withoutEnd(text: string, word: string): string {
  if (text.startsWith(word)) return text.slice(word.length)
  return text.endsWith(word) ? text.slice(0, -word.length) : ""
}

/** Whether a number has a form of the carrier, also a wrong one: what is wrong with it is found without the name. */
function isOwnNumber(number: string, owner: string): boolean {
  return formatsOf(number).some((format) => !format.isOpen && usersOf(format).includes(owner))
}

/** Carriers that write numbers of the format, and those that hand parcels to them. */
export function usersOf({ carriers, alsoUsedBy = [] }: TrackingFormat): string[] {
  return [...carriers, ...alsoUsedBy]
}
