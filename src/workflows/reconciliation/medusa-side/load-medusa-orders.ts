import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { UnitPrice } from "../../../walmart/reconciliation/figures/changed-price"
import { isElsewhere } from "../../../modules/walmart/common/failure"
import { leavesAtOnce } from "./departure"
import type { FulfilledRow } from "./fulfillment-units"
import { loadImportedPrices } from "./load-imported-prices"
import type { FulfillmentRow, OrderRow } from "./medusa-order-rows"
import type { AskedMedusaOrder, ChangeRow, MedusaRows } from "./medusa-rows"
import { rowsByQuery } from "./rows-by-query"
import { rowsBySql } from "./rows-by-sql"

/** A Medusa order with all its fulfillments, and what the order recorded of them. */
export interface LoadedMedusaOrder {
  order: OrderRow
  recorded: FulfilledRow[]
  /** Ids of its confirmed changes. */
  confirmed: string[]
  /** What a unit cost at import, by line item id; empty while no confirmed change names a price. */
  importedPrices: ReadonlyMap<string, UnitPrice>
}

/**
 * Reads Medusa orders by id. A shipped fulfillment that names the order's items and was never linked to the order, as
 * `POST /admin/fulfillments` and providers make it, is among its fulfillments.
 */
export async function loadMedusaOrders(
  container: MedusaContainer,
  asked: AskedMedusaOrder[]
): Promise<Map<string, LoadedMedusaOrder>> {
  if (asked.length === 0) return new Map()
  const { orders, changes, ofItems } = await readRows(container, asked)
  const shipped = shippedOf(asked, ofItems)
  const priced = new Set(changes.filter(namesPrice).map(({ order_id }) => order_id))
  const edited = orders.filter(({ id }) => priced.has(id))
  const importedPrices = await loadImportedPrices(
    container,
    edited.flatMap(({ items }) => items.map(({ id }) => id))
  )
  return new Map(
    orders.map((order) => [
      order.id,
      {
        order: withUnlinked(order, shipped),
        recorded: recordedOf(changes, order.id),
        confirmed: confirmedOf(changes, order.id),
        importedPrices,
      },
    ])
  )
}

async function readRows(
  container: MedusaContainer,
  asked: AskedMedusaOrder[]
): Promise<MedusaRows> {
  try {
    return await rowsBySql(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), asked)
  } catch (error) {
    if (!isElsewhere(error)) throw error
    return rowsByQuery(container, asked)
  }
}

/** An edit of quantities alone names no price. */
function namesPrice({ status, actions = [] }: ChangeRow): boolean {
  const named = actions.some(({ details }) => details?.unit_price !== undefined)
  return status === "confirmed" && named
}

function confirmedOf(changes: ChangeRow[], orderId: string): string[] {
  return changes
    .filter(({ order_id, status }) => order_id === orderId && status === "confirmed")
    .map(({ id }) => id)
}

/** Core writes the units of each line item when it registers a fulfillment; nothing changes them afterwards. */
function recordedOf(changes: ChangeRow[], orderId: string): FulfilledRow[] {
  return changes
    .filter(({ order_id }) => order_id === orderId)
    .flatMap(({ actions = [] }) => actions)
    .filter(({ action, reference }) => action === "FULFILL_ITEM" && reference === "fulfillment")
    .flatMap(({ reference_id: fulfillment_id, details }) => {
      const line_item_id = details?.reference_id
      if (!fulfillment_id || !line_item_id) return []
      return [{ fulfillment_id, line_item_id, quantity: details?.quantity }]
    })
}

/** Those of fulfillments of orders' line items that have left. */
function shippedOf(asked: AskedMedusaOrder[], rows: FulfillmentRow[]): FulfillmentRow[] {
  const atOnce = new Set(
    asked.flatMap(({ itemIds, shipWhen }) => (shipWhen === "fulfilled" ? itemIds : []))
  )
  const leaves = (row: FulfillmentRow) =>
    row.items.some((item) => atOnce.has(item.line_item_id ?? "")) && leavesAtOnce(row, "fulfilled")
  return rows.filter((row) => row.shipped_at !== null || leaves(row))
}

function withUnlinked(order: OrderRow, shipped: FulfillmentRow[]): OrderRow {
  const items = new Set(order.items.map(({ id }) => id))
  const linked = new Set(order.fulfillments.map(({ id }) => id))
  const others = shipped.filter(
    (row) => !linked.has(row.id) && row.items.some((item) => items.has(item.line_item_id ?? ""))
  )
  return { ...order, fulfillments: [...order.fulfillments, ...others] }
}
