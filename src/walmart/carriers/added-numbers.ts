import { findCarrier } from "./carrier-names"
import type { Market } from "../markets/market"
import type { Certainty, TrackingFormat } from "./formats/tracking-formats"

const SHORTEST = 8
const LONGEST = 40

/** More would make matching slow: each part of open length multiplies the ways in which a text can be tried. */
const MOST_OPEN_PARTS = 2

const ELEMENT = /(\\d|[A-Z0-9]|\[(?:[A-Z0-9](?:-[A-Z0-9])?)+\])(\{\d{1,2}(?:,\d{1,2})?\}|\?)?/y

/** One character or class of a pattern, and how often it may stand. */
interface Element {
  atom: string
  least: number
  most: number
}

/**
 * What is wrong with a pattern of tracking numbers, in words for whoever wrote it; `null` when it may be used. Allowed are
 * capital letters, digits, `\d`, classes like `[A-Z0-9]` and the counts `{14}`, `{10,12}` and `?`.
 */
export function patternFault(pattern: string): string | null {
  const elements = elementsOf(pattern)
  if (!elements) {
    return `"${pattern}" may hold capital letters, digits, \\d, classes like [A-Z0-9] and counts like {14} or {10,12} only`
  }
  const open = elements.filter(({ least, most }) => least !== most)
  if (open.length > MOST_OPEN_PARTS) {
    return `"${pattern}" has ${open.length} parts of open length, at most ${MOST_OPEN_PARTS} are allowed`
  }
  const [least, most] = [sumOf(elements, "least"), sumOf(elements, "most")]
  if (least >= SHORTEST && most <= LONGEST) return null
  return `"${pattern}" describes numbers of ${least} to ${most} characters, must be ${SHORTEST} to ${LONGEST}`
}

/** Each market's patterns are compiled once, because every number typed is held against them. */
const compiled = new WeakMap<Market, TrackingFormat[]>()

/** Formats of the numbers that a store added for carriers of Walmart's list. */
export function addedFormats(market: Market): TrackingFormat[] {
  const known = compiled.get(market) ?? formatsOfAll(market)
  compiled.set(market, known)
  return known
}

function formatsOfAll({ carrierNumbers }: Market): TrackingFormat[] {
  return Object.entries(carrierNumbers).flatMap(([name, patterns]) => formatsOf(name, patterns))
}

function formatsOf(name: string, patterns: readonly string[]): TrackingFormat[] {
  const carrier = findCarrier(name)?.name ?? name
  return patterns.map((pattern) => ({
    label: `${name} ${pattern}`,
    shape: new RegExp(`^${bare(pattern)}$`),
    certainty: certaintyOf(pattern),
    carriers: [carrier],
  }))
}

/** Letters at the beginning are what tells one carrier from another; digits alone fit by chance. */
function certaintyOf(pattern: string): Certainty {
  const [lead] = /^[A-Z0-9]*(?![{?])/.exec(bare(pattern)) ?? [""]
  const letters = lead.replace(/\d/g, "").length
  if (letters === 0) return "possible"
  return lead.length >= 3 && letters >= 2 ? "certain" : "likely"
}

function elementsOf(pattern: string): Element[] | null {
  const text = bare(pattern)
  const elements: Element[] = []
  ELEMENT.lastIndex = 0
  while (ELEMENT.lastIndex < text.length) {
    const found = ELEMENT.exec(text)
    const element = found && elementOf(found[1], found[2] ?? "")
    if (!element) return null
    elements.push(element)
  }
  return elements
}

function elementOf(atom: string, count: string): Element | null {
  const ranges = [...atom.matchAll(/(.)-(.)/g)]
  if (ranges.some(([, from, to]) => from > to)) return null
  const [least, most = least] = count === "?" ? [0, 1] : (count.match(/\d+/g) ?? ["1"]).map(Number)
  return least <= most ? { atom, least, most } : null
}

/** Patterns are held against whole numbers, so anchors are welcome and mean nothing. */
function bare(pattern: string): string {
  return pattern.replace(/^\^/, "").replace(/\$$/, "")
}

function sumOf(elements: Element[], bound: "least" | "most"): number {
  return elements.reduce((sum, element) => sum + element[bound], 0)
}
