import type { LineUnits } from "../updates/payloads/payload-parts"
import { shownValue } from "../common/problem"
import { type Phrase, phrase } from "../words/phrase"

/** Units that are named by SKU, or by line. */
export type NamedUnits =
  { sku: string; quantity: number } | { lineNumber: string; quantity: number }

/** A line that can be named. */
interface NamedLine {
  lineNumber: string
  sku: string
  quantity: number
}

/** The lines that are meant, or why a name means none. */
export type FoundLines = { lines: LineUnits[] } | { refusal: Phrase[] }

/**
 * Finds the lines of an order that units are of. A SKU that several lines have is taken from each in turn, written as on the line
 * or, where that leaves one SKU only, in other capitals; what is no SKU may be the number of a line. Pure.
 */
export function linesNamed(named: NamedUnits[], lines: NamedLine[]): FoundLines {
  const found = new Map<string, number>()
  for (const units of named) {
    const meant = linesOf(units, lines)
    if (meant.length === 0) return { refusal: unknown(units, lines) }
    deal(meant, units.quantity, found)
  }
  return { lines: [...found].map(([lineNumber, quantity]) => ({ lineNumber, quantity })) }
}

function linesOf(units: NamedUnits, lines: NamedLine[]): NamedLine[] {
  const name = nameOf(units)
  const bySku = "sku" in units ? linesOfSku(name, lines) : []
  return bySku.length > 0 ? bySku : lines.filter(({ lineNumber }) => lineNumber.trim() === name)
}

/** SKUs may differ in their capitals only, so that another spelling names one only where no other could be meant. */
function linesOfSku(name: string, lines: NamedLine[]): NamedLine[] {
  const exact = lines.filter(({ sku }) => sku.trim() === name)
  if (exact.length > 0) return exact
  const alike = lines.filter(({ sku }) => sku.trim().toLowerCase() === name.toLowerCase())
  return new Set(alike.map(({ sku }) => sku.trim())).size === 1 ? alike : []
}

function nameOf(units: NamedUnits): string {
  return ("sku" in units ? units.sku : units.lineNumber).trim()
}

/** What is more than all of them hold goes to the last, where it is refused with its figures. */
function deal(lines: NamedLine[], units: number, found: Map<string, number>): void {
  let left = units
  for (const [index, { lineNumber, quantity }] of lines.entries()) {
    const before = found.get(lineNumber) ?? 0
    const isLast = index === lines.length - 1
    const taken = isLast ? left : Math.min(left, Math.max(0, quantity - before))
    if (taken > 0) found.set(lineNumber, before + taken)
    left -= taken
  }
}

function unknown(units: NamedUnits, lines: NamedLine[]): Phrase[] {
  const skus = [...new Set(lines.map(({ sku }) => sku))].join(", ")
  const name = shownValue(nameOf(units))
  return [phrase("order_item_unknown", "message_named", { name, skus })]
}
