import { formatsOf, strongestFit } from "./carrier-recognition"
import { CARRIER_KEYS, compact } from "./carrier-names"
import type { TrackingFormat } from "./formats/tracking-formats"

/** Longer texts are no number with a few words around it, and are not searched for one. */
export const LONGEST_TEXT = 200

/** What people write beside a number; read like a carrier's name. */
const LABELS = new Set(
  `TRACKING TRACK TRACKINGNUMBER TRACKINGNO TRACKINGID TRK NUMBER NUM NO NR NBR ID CODE WAYBILL AWB LABEL CARRIER PACKAGE PARCEL
  PKG SHIPMENT SHIPPED SHIPPING SENT VIA WITH BY IS THE MY COURIER GROUND EXPRESS PRIORITY MAIL FIRST CLASS HOME DELIVERY FREIGHT
  AIR NEXT SECOND DAY OVERNIGHT SMARTPOST ECONOMY STANDARD SELECT SAVER ADVANTAGE SUREPOST INTERNATIONAL DOMESTIC`.split(
    /\s+/
  )
)

/** Names that may be written without a space before or after a number. Short ones can be the number's own beginning. */
const GLUED = [...CARRIER_KEYS]
  .filter(([key]) => /^[a-z]{3,}$/.test(key))
  .map(([key, carrier]) => ({ word: key.toUpperCase(), owner: carrier.name }))

const GLUED_LABELS = ["TRACKINGNUMBER", "TRACKINGNO", "TRACKINGID", "TRACKING"]

const LONGEST_NAME_IN_WORDS = 4

const SEPARATORS = /[\s\p{Cf}\p{Pd}\u2212\u2043]+/gu

/** A text with its place in what was entered. */
export interface Word {
  text: string
  from: number
  to: number
}

/** The text without spaces, hyphens of any kind and invisible characters, in upper case. */
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

/** Whether what was entered holds a link. */
export function hasLink(raw: string): boolean {
  return /https?:\/\/|(?:^|[\s/])www\./i.test(raw)
}

/** Whether a number has the form of a carrier's, complete and with a right check digit where there is one. */
export function isComplete(number: string): boolean {
  return strongestFit(number) !== null
}

/**
 * The number as Walmart wants it, out of what a person or a provider wrote: without spaces, hyphens and invisible characters,
 * in upper case, without a carrier's name or a word like "tracking number" around it, and out of a link that holds exactly
 * one. What cannot be told from the number stays, so that the check refuses it. Idempotent.
 */
export function normalizeTrackingNumber(raw: string): string {
  let text = raw
  for (let next = cutOnce(text); next !== text; next = cutOnce(text)) text = next
  return text
}

function cutOnce(raw: string): string {
  const glued = glue(raw)
  if (raw.length > LONGEST_TEXT * 10) return glued
  if (hasLink(raw)) return numberInLink(raw) ?? glued
  if (glued.length > LONGEST_TEXT) return glued
  if (isComplete(glued)) return withoutTail(raw) ?? glued
  return withoutWords(raw) ?? withoutGluedName(glued) ?? glued
}

/** A link holds several texts, so only one that is certainly a number is taken. */
function numberInLink(raw: string): string | null {
  const parts = raw.split(/[^0-9A-Za-z]+/).map(glue)
  const numbers = new Set(parts.filter((part) => part.length <= LONGEST_TEXT && isComplete(part)))
  return numbers.size === 1 ? [...numbers][0] : null
}

/** Cuts names and labels off both ends, when what is left has the form of a number. */
function withoutWords(raw: string): string | null {
  const words = wordsOf(raw)
  const lead = leadingNames(words.map(({ text }) => text))
  const rest = words.slice(lead)
  const tail = trailingNames(rest.map(({ text }) => text))
  const kept = rest.slice(0, rest.length - tail)
  if (kept.length === 0 || kept.length === words.length) return null
  const number = gluedFrom(raw, kept)
  return formatsOf(number).length > 0 ? number : null
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

/** A name with a digit in it, such as 4PX, may be the beginning of the number. */
function isName(text: string): boolean {
  return !/\d/.test(text) && (LABELS.has(text) || CARRIER_KEYS.has(compact(text)))
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

function isOwnNumber(number: string, owner: string): boolean {
  const fit = strongestFit(number)
  return fit !== null && fit.formats.some((format) => usersOf(format).includes(owner))
}

/** Carriers that write numbers of the format, and those that hand parcels to them. */
export function usersOf({ carriers, alsoUsedBy = [] }: TrackingFormat): string[] {
  return [...carriers, ...alsoUsedBy]
}
