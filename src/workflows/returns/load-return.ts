import type { MedusaContainer } from "@medusajs/framework/types"
import { isFulfilledByOthers } from "../../walmart/orders/order"
import type { ReceivedUnits } from "../../walmart/returns/wanted-refund"
import type { ReturnTarget } from "../../walmart/returns/medusa-return"
import { walmartOf } from "../import/store/load-store"
import { locationIn } from "../import/medusa/imported-order"
import { sum } from "../../walmart/common/sums"
import { readGraph } from "../shared/read-graph"
import type {
  Loose,
  MedusaOrderId,
  MedusaReturnId,
  StockLocationId,
  WalmartOrderId,
  WalmartReturnId,
} from "../../walmart/common/ids"

/** What Medusa has of the order that a return belongs to. */
export interface LoadedTarget extends ReturnTarget {
  orderId: MedusaOrderId
  walmartOrderId: Loose<WalmartOrderId>
  /** Where what comes back is received; null when the order does not say. */
  locationId: StockLocationId | null
  /** The Medusa order is canceled. */
  isCanceled: boolean
}

interface OrderRow {
  id: string
  canceled_at: Date | string | null
  metadata: Record<string, unknown> | null
  items: { id: string; detail: DetailRow }[]
}

interface DetailRow {
  fulfilled_quantity: unknown
  return_received_quantity: unknown
  return_dismissed_quantity: unknown
}

/** A purchase order as the plugin keeps it; undefined while it is not known. */
export async function loadPurchase(
  container: MedusaContainer,
  { account_id, purchase_order_id }: { account_id: string; purchase_order_id: string }
) {
  const [row] = await walmartOf(container).listWalmartOrders(
    { account_id, purchase_order_id },
    { relations: ["lines"] }
  )
  return row as PurchaseRow | undefined
}

/** A purchase order with its lines. */
export type PurchaseRow = Awaited<
  ReturnType<ReturnType<typeof walmartOf>["listWalmartOrders"]>
>[number]

/** The Medusa order of a purchase order, as far as a return needs it; null while it is not imported. */
export async function loadTarget(
  container: MedusaContainer,
  row: PurchaseRow | undefined
): Promise<LoadedTarget | null> {
  if (!row?.order_id || row.imported_at === null) return null
  const [order] = await readGraph<OrderRow>(container, {
    entity: "order",
    fields: ["id", "canceled_at", "metadata", "items.id", ...DETAIL_FIELDS],
    filters: { id: row.order_id },
  })
  if (!order) return null
  const items = new Map(row.lines.map((line) => [line.line_number, line.line_item_id]))
  return {
    orderId: order.id,
    walmartOrderId: row.id,
    locationId: locationIn(order.metadata),
    isCanceled: order.canceled_at !== null,
    itemOf: (lineNumber) => items.get(lineNumber) ?? null,
    returnable: (id) => returnable(order.items.find((item) => item.id === id)?.detail),
    isFulfilledByWalmart: isOfOthers(row),
  }
}

/** Walmart or a logistics partner fulfilled it: what comes back goes to them. */
export function isOfOthers({ ship_node_type: type }: Pick<PurchaseRow, "ship_node_type">): boolean {
  return isFulfilledByOthers({ shipNode: { type } })
}

/** By name: a star would have the query leave all of them out. */
const DETAIL_FIELDS = ["fulfilled", "return_received", "return_dismissed"].map(
  (name) => `items.detail.${name}_quantity`
)

/**
 * Units that have left and are not back yet. What another return asks for counts as not back: Walmart says which of its returns are for
 * which units, and core keeps what is left of one that Walmart canceled after a part of it was received.
 */
function returnable(detail: DetailRow | undefined): number {
  if (!detail) return 0
  const back = [detail.return_received_quantity, detail.return_dismissed_quantity]
  return Number(detail.fulfilled_quantity) - sum(back.map((one) => Number(one ?? 0)))
}

/** A Medusa return that was made for a row of ours. */
export interface MedusaReturn {
  id: MedusaReturnId
  status: string
  canceled_at: Date | string | null
  items: { item_id: string; quantity: number }[]
}

interface ReturnRow extends Omit<MedusaReturn, "items"> {
  items?: { item_id: string; quantity: unknown; metadata: Record<string, unknown> | null }[]
}

/** Key in the metadata of a return's items, by which a run that was killed finds what it has made. */
export const MADE_FOR = "walmart_return"

/**
 * The Medusa return that was made for a row, also by a run that could not note it; null when there is none. Of several the one that is not
 * canceled.
 */
export async function findMade(
  container: MedusaContainer,
  orderId: MedusaOrderId,
  rowId: Loose<WalmartReturnId>
): Promise<MedusaReturn | null> {
  const found = await readGraph<ReturnRow>(container, {
    entity: "return",
    fields: ["id", "status", "canceled_at", "items.item_id", "items.quantity", "items.metadata"],
    filters: { order_id: orderId },
  })
  const isMade = ({ items = [] }: ReturnRow) =>
    items.some(({ metadata }) => metadata?.[MADE_FOR] === rowId)
  const all = found.filter(isMade)
  const made = all.find(({ canceled_at: at }) => at === null) ?? all.at(0)
  return made ? { ...made, items: (made.items ?? []).map(toUnits) } : null
}

function toUnits({ item_id, quantity }: { item_id: string; quantity: unknown }) {
  return { item_id, quantity: Number(quantity) }
}

interface ChangeRow {
  actions?: { action: string; details: { reference_id?: string; quantity?: unknown } | null }[]
}

const RECEIVED = ["RECEIVE_RETURN_ITEM", "RECEIVE_DAMAGED_RETURN_ITEM"]

/**
 * Units of each item that were received in all, damaged ones included. By the confirmed changes, because core writes only the last
 * receipt's units on the return.
 */
export async function receivedUnits(
  container: MedusaContainer,
  orderId: MedusaOrderId,
  returnId: MedusaReturnId
): Promise<ReceivedUnits> {
  const changes = await readGraph<ChangeRow>(container, {
    entity: "order_change",
    fields: ["id", "actions.action", "actions.details"],
    filters: { order_id: orderId, return_id: returnId, status: "confirmed" },
  })
  const units = new Map<string, number>()
  for (const { action, details } of changes.flatMap(({ actions = [] }) => actions)) {
    if (!RECEIVED.includes(action) || !details?.reference_id) continue
    const before = units.get(details.reference_id) ?? 0
    units.set(details.reference_id, before + Number(details.quantity ?? 0))
  }
  return units
}
