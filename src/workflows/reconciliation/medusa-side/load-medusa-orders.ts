import type { MedusaContainer } from "@medusajs/framework/types"
import type { UnitPrice } from "../../../walmart/reconciliation/figures/changed-price"
import { leavesAtOnce, type ShipWhen } from "./departure"
import type { FulfilledRow } from "./fulfillment-units"
import { loadImportedPrices } from "./load-imported-prices"
import {
  FULFILLMENT_FIELDS,
  type FulfillmentRow,
  ORDER_FIELDS,
  type OrderRow,
} from "./medusa-order-rows"
import { readGraph } from "../../shared/read-graph"

/** A Medusa order with all its fulfillments, and what the order recorded of them. */
export interface LoadedMedusaOrder {
  order: OrderRow
  recorded: FulfilledRow[]
  /** Ids of its confirmed changes. */
  confirmed: string[]
  /** What a unit cost at import, by line item id; empty while no confirmed change names a price. */
  importedPrices: ReadonlyMap<string, UnitPrice>
}

/** Whom to read: a Medusa order, and the line items of it that are Walmart's. */
export interface AskedMedusaOrder {
  orderId: string
  itemIds: string[]
  /** The account's rule. */
  shipWhen: ShipWhen
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
  const orderIds = asked.map(({ orderId }) => orderId)
  const filters = { id: orderIds }
  const [orders, changes, shipped] = await Promise.all([
    readGraph<OrderRow>(container, { entity: "order", fields: ORDER_FIELDS, filters }),
    readGraph<ChangeRow>(container, {
      entity: "order_change",
      fields: CHANGE_FIELDS,
      filters: { order_id: orderIds },
    }),
    shippedOf(container, asked),
  ])
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

const CHANGE_FIELDS = [
  "id",
  "status",
  "order_id",
  "actions.action",
  "actions.reference",
  "actions.reference_id",
  "actions.details",
]

interface ChangeRow {
  id: string
  status: string
  order_id: string
  actions?: {
    action: string
    reference: string | null
    reference_id: string | null
    details: { reference_id?: string; quantity?: unknown; unit_price?: unknown } | null
  }[]
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

type ShippedRow = FulfillmentRow & { return_link?: { return_id: string } | null }

/** Fulfillments of orders' line items that have left; what brings goods back is none. */
async function shippedOf(
  container: MedusaContainer,
  asked: AskedMedusaOrder[]
): Promise<FulfillmentRow[]> {
  const line_item_id = asked.flatMap(({ itemIds }) => itemIds)
  if (line_item_id.length === 0) return []
  const atOnce = new Set(
    asked.flatMap(({ itemIds, shipWhen }) => (shipWhen === "fulfilled" ? itemIds : []))
  )
  const rows = await readGraph<ShippedRow>(container, {
    entity: "fulfillment",
    fields: [...FULFILLMENT_FIELDS, "return_link.return_id"],
    filters: {
      items: { line_item_id },
      ...(atOnce.size === 0 ? { shipped_at: { $ne: null } } : {}),
    },
  })
  const hasLeft = (row: ShippedRow) =>
    row.shipped_at !== null ||
    (row.items.some((item) => atOnce.has(item.line_item_id ?? "")) &&
      leavesAtOnce(row, "fulfilled"))
  return rows.filter((row) => !row.return_link?.return_id && hasLeft(row))
}

function withUnlinked(order: OrderRow, shipped: FulfillmentRow[]): OrderRow {
  const items = new Set(order.items.map(({ id }) => id))
  const linked = new Set(order.fulfillments.map(({ id }) => id))
  const others = shipped.filter(
    (row) => !linked.has(row.id) && row.items.some((item) => items.has(item.line_item_id ?? ""))
  )
  return { ...order, fulfillments: [...order.fulfillments, ...others] }
}
