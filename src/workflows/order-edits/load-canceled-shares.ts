import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import { canceledShare, type SharedLine } from "../../walmart/updates/cancellation/canceled-share"
import { taxed, type UnitPrice } from "../../walmart/reconciliation/figures/changed-price"
import { loadImportedPrices } from "../reconciliation/medusa-side/load-imported-prices"

/** What of a Medusa order decides the share: an item with nothing left of it is not in the order any more. */
interface OrderItems {
  id: string
  items: { id: string; detail: { quantity: unknown } }[]
}

type WalmartOrderRow = Awaited<ReturnType<WalmartModuleService["listWalmartOrders"]>>[number]

/**
 * Reads what Walmart does not charge of each order, as its lines and the updates for it are now.
 * @returns major units by Medusa order id
 */
export async function loadCanceledShares(
  container: MedusaContainer,
  ours: WalmartOrderRow[],
  orders: OrderItems[]
): Promise<Map<string, number>> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const known = await walmart.updatesOfOrders(orders.map(({ id }) => id))
  const prices = await loadImportedPrices(
    container,
    ours.flatMap(({ lines }) => lines.flatMap(({ line_item_id: id }) => id ?? []))
  )
  return new Map(
    orders.map((order) => {
      const mine = ours.filter(({ order_id: id }) => id === order.id)
      const lines = mine.flatMap((row) => row.lines.map((line) => sharedLine(line, order, prices)))
      const told = mine.flatMap(({ id }) => known.get(id) ?? [])
      return [order.id, canceledShare(lines, told)]
    })
  )
}

function sharedLine(
  line: WalmartOrderRow["lines"][number],
  { items }: OrderItems,
  prices: ReadonlyMap<string, UnitPrice>
): SharedLine {
  const itemId = line.line_item_id ?? ""
  const price = prices.get(itemId)
  return {
    lineNumber: line.line_number,
    ordered: line.quantity,
    imported: line.imported_quantity,
    left: Number(items.find(({ id }) => id === itemId)?.detail.quantity ?? 0),
    canceled: line.canceled_quantity,
    price: price ? taxed(price) : 0,
  }
}
