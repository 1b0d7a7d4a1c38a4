import type { LineUnits } from "../updates/payloads/payload-parts"
import { shownValue } from "../common/problem"

/** Units that are named by SKU, or by line. */
export type NamedUnits =
  { sku: string; quantity: number } | { lineNumber: string; quantity: number }

/** A line that can be named. */
interface NamedLine {
  lineNumber: string
  sku: string
  quantity: number
}

/** The lines that are meant, or a sentence about a name that means none. */
export type FoundLines = { lines: LineUnits[] } | { refusal: string }

/**
 * Finds the lines of an order that units are of. A SKU that several lines have is taken from each in turn; what is no SKU may be the
 * number of a line. Pure.
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
  const bySku = lines.filter(({ sku }) => "sku" in units && sku.toLowerCase() === name)
  return bySku.length > 0 ? bySku : lines.filter(({ lineNumber }) => lineNumber === name)
}

function nameOf(units: NamedUnits): string {
  return ("sku" in units ? units.sku : units.lineNumber).trim().toLowerCase()
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

function unknown(units: NamedUnits, lines: NamedLine[]): string {
  const skus = [...new Set(lines.map(({ sku }) => sku))].join(", ")
  return `The order has no item "${shownValue(nameOf(units))}". Its items are ${skus}.`
}
