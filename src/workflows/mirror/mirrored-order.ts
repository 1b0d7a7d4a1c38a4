import type { LineUnits } from "../../walmart/updates/payloads/payload-parts"

/** A Medusa order to which changes are made that were made at Walmart. */
export interface MirroredOrder {
  order_id: string
  /** Line items of units of Walmart's lines. */
  items: (lines: LineUnits[]) => { id: string; quantity: number }[]
}

/** @param lines Walmart's lines with the item that each became */
export function mirroredOrder(
  order_id: string,
  lines: { line_number: string; line_item_id: string | null }[]
): MirroredOrder {
  const ids = new Map(lines.map((line) => [line.line_number, line.line_item_id]))
  return {
    order_id,
    items: (units) =>
      units.flatMap(({ lineNumber, quantity }) => {
        const id = ids.get(lineNumber)
        return id ? [{ id, quantity }] : []
      }),
  }
}
