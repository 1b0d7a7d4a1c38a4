import type { LineUnits } from "../../../walmart/updates/payloads/payload-parts"
import { MedusaError } from "@medusajs/framework/utils"

/** What Medusa's order recorded when a fulfillment was made: whole units of a line item, whatever becomes of its product. */
export interface FulfilledRow {
  fulfillment_id: string
  line_item_id: string
  quantity: unknown
}

/** One row of a fulfillment: units of an inventory item, or of the line item itself. */
export interface FulfillmentItemRow {
  line_item_id: string | null
  inventory_item_id: string | null
  quantity: unknown
}

/** What one unit of a line item takes from stock. */
export interface KitPart {
  inventory_item_id: string
  required_quantity: number
}

/** What turns rows into units. */
export interface UnitsContext {
  /** Walmart's line number by line item. */
  lineNumbers: Map<string, string>
  /** Parts by line item, as the product is now. */
  parts: Map<string, KitPart[]>
  recorded: FulfilledRow[]
}

/** Units per line, and the lines whose rows are no whole units. */
export interface FulfillmentUnits {
  lines: LineUnits[]
  brokenLines: string[]
}

/**
 * Whole units of Walmart's lines in a fulfillment. The order's own record of it comes first, because kits and products change
 * and fulfillments do not; without one the rows are counted by the kit. What does not come out even is never guessed at. Pure.
 * @throws MedusaError UNEXPECTED_STATE for a quantity that is no number
 */
export function fulfillmentUnits(
  fulfillment: { id: string; items: FulfillmentItemRow[] },
  { lineNumbers, parts, recorded }: UnitsContext
): FulfillmentUnits {
  const own = recorded.filter(({ fulfillment_id: id }) => id === fulfillment.id)
  const rows = fulfillment.items.flatMap((row) => (row.line_item_id ? [row.line_item_id] : []))
  const items = new Set([...rows, ...own.map(({ line_item_id: id }) => id)])
  const result: FulfillmentUnits = { lines: [], brokenLines: [] }
  for (const item of items) {
    const lineNumber = lineNumbers.get(item)
    if (!lineNumber) continue
    const quantity = recordedUnits(own, item) ?? countedUnits(fulfillment.items, item, parts)
    if (quantity === null || !Number.isInteger(quantity)) result.brokenLines.push(lineNumber)
    else if (quantity > 0) result.lines.push({ lineNumber, quantity })
  }
  return result
}

function recordedUnits(own: FulfilledRow[], item: string): number | null {
  const found = own.filter(({ line_item_id: id }) => id === item)
  if (found.length === 0) return null
  return found.reduce((sum, { quantity }) => sum + units(quantity), 0)
}

/** Every part must speak of the same number of units; a row of an item that is no part of the kit says nothing. */
function countedUnits(
  rows: FulfillmentItemRow[],
  item: string,
  parts: Map<string, KitPart[]>
): number | null {
  const own = rows.filter(({ line_item_id: id }) => id === item)
  const ids = new Set(own.map(({ inventory_item_id: id }) => id))
  const shares = [...ids].map((id) => {
    const sum = own
      .filter((row) => row.inventory_item_id === id)
      .reduce((total, { quantity }) => total + units(quantity), 0)
    const required = id === null ? 1 : requiredOf(parts.get(item), id)
    return required === null ? NaN : sum / required
  })
  const [first] = shares
  return Number.isInteger(first) && shares.every((share) => share === first) ? first : null
}

function requiredOf(parts: KitPart[] | undefined, id: string): number | null {
  return parts?.find((part) => part.inventory_item_id === id)?.required_quantity ?? null
}

/** @throws MedusaError UNEXPECTED_STATE: a quantity that is not a number would look like units taken away, and cancel them */
export function units(value: unknown): number {
  const quantity = Number(value)
  if (value !== null && Number.isFinite(quantity)) return quantity
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `Medusa answered ${String(value)} as a quantity.`
  )
}
