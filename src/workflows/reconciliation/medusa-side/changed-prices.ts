import {
  type ChangedPrice,
  changedPrice,
  type UnitPrice,
} from "../../../walmart/reconciliation/figures/changed-price"
import { units } from "./fulfillment-units"

interface PricedItem {
  id: string
  title?: string
  detail: {
    quantity: unknown
    /** Major units; null while no edit has written the item anew. */
    unit_price?: unknown
  }
}

/** Items of an order that an edit gave another price than they were imported with. Pure. */
export function changedPrices(
  items: PricedItem[],
  lineNumbers: ReadonlyMap<string, string>,
  imported: ReadonlyMap<string, UnitPrice> | undefined
): ChangedPrice[] {
  return items.flatMap(({ id, title = id, detail }) => {
    const [lineNumber, price] = [lineNumbers.get(id), imported?.get(id)]
    if (!lineNumber || !price) return []
    const present = Number(detail.unit_price ?? price.amount)
    const line = { lineNumber, title, quantity: units(detail.quantity), present }
    return changedPrice(line, price) ?? []
  })
}
