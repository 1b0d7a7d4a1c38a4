import type { LineUnits } from "../../walmart/updates/payloads/payload-parts"

/** A Medusa order to which changes are made that were made at Walmart. */
export interface MirroredOrder {
  walmart_order_id: string
  order_id: string
  /** Line items of units of Walmart's lines. */
  items: (lines: LineUnits[]) => { id: string; quantity: number }[]
  /** Units of each line that are canceled once it keeps these; those of all lines when none are named. */
  canceled: (left?: LineUnits[]) => { lineNumber: string; total: number }[]
}

interface WalmartOrderRow {
  id: string
  lines: { line_number: string; line_item_id: string | null; quantity: number }[]
}

/** @param row Walmart's order, with the item that each of its lines became */
export function mirroredOrder(order_id: string, { id, lines }: WalmartOrderRow): MirroredOrder {
  const known = new Map(lines.map((line) => [line.line_number, line]))
  const nothing = lines.map((line) => ({ lineNumber: line.line_number, quantity: 0 }))
  return {
    ...{ walmart_order_id: id, order_id },
    items: (units) =>
      units.flatMap(({ lineNumber, quantity }) => {
        const item = known.get(lineNumber)?.line_item_id
        return item ? [{ id: item, quantity }] : []
      }),
    canceled: (left = nothing) =>
      left.map(({ lineNumber, quantity }) => ({
        lineNumber,
        total: Math.max(0, (known.get(lineNumber)?.quantity ?? 0) - quantity),
      })),
  }
}
