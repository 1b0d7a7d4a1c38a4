import type { RefundPart } from "./refund-parts"

/** A sum given back of one part of a line, in hundredths, tax included. */
export interface RefundLine {
  lineNumber: string
  /** Type of the part: `PRODUCT`, `SHIPPING` or a later one. */
  type: string
  amount: number
}

/** A part with what is left of it to be given back in Medusa. */
export interface OpenPart {
  lineNumber: string
  type: string
  /** Hundredths, tax included. */
  left: number
}

/** What a part has left. */
export function openPart({ lineNumber, type }: RefundPart, left: number): OpenPart {
  return { lineNumber, type, left }
}

/**
 * Finds what a refund without named lines is for, when its amount leaves no doubt: all that is left, all that is left of exactly one
 * line or one part of a line, or any amount where only one part has something left. Null when it may be for several. Pure.
 * @param amount hundredths
 */
export function findRefundLines(amount: number, parts: OpenPart[]): RefundLine[] | null {
  const open = parts.filter(({ left }) => left > 0)
  if (open.length === 1 && amount <= open[0].left) return [lineOf(open[0], amount)]
  const numbers = [...new Set(open.map(({ lineNumber }) => lineNumber))]
  const lines = numbers.map((number) => open.filter(({ lineNumber }) => lineNumber === number))
  const several = lines.filter((group) => group.length > 1)
  const choices = [...open.map((part) => [part]), ...several]
  if (lines.length > 1) choices.push(open)
  const fitting = choices.filter((choice) => totalLeft(choice) === amount)
  return fitting.length === 1 ? fitting[0].map((part) => lineOf(part, part.left)) : null
}

/** Sums of one part that were named for themselves, as one: each part is checked and sent once. */
export function joinLines(lines: RefundLine[]): RefundLine[] {
  const parts = new Map<string, RefundLine>()
  for (const { lineNumber, type, amount } of lines) {
    const key = JSON.stringify([lineNumber, type])
    parts.set(key, { lineNumber, type, amount: amount + (parts.get(key)?.amount ?? 0) })
  }
  return [...parts.values()]
}

/** What is left of several parts, in hundredths. */
export function totalLeft(parts: OpenPart[]): number {
  return parts.reduce((sum, { left }) => sum + left, 0)
}

function lineOf({ lineNumber, type }: OpenPart, amount: number): RefundLine {
  return { lineNumber, type, amount }
}
