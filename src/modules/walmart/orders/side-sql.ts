import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { InferTypeOf } from "@medusajs/framework/types"
import type { WalmartOrder } from "../models/walmart-order"
import type { AccountId, Loose, WalmartOrderId } from "../../../walmart/common/ids"

const COLUMNS = [
  ...["id", "account_id", "order_id", "purchase_order_id", "customer_order_id"],
  ...["ordered_at", "imported_at", "refreshed_at", "ship_node_type", "currency_code"],
  ...["snapshot", "discrepancies", "dismissed_discrepancies", "line_cancellations"],
  ...["unreadable_since", "unreadable_words"],
  ...["cancellation_reason", "cancellation_reason_by", "chosen_reasons"],
] as const

const LINE_COLUMNS = [
  ...["line_number", "sku", "line_item_id", "quantity", "customer_asked_to_cancel"],
  ...["created_quantity", "acknowledged_quantity", "shipped_quantity"],
  ...["delivered_quantity", "canceled_quantity", "refunded_quantity"],
] as const

type OrderRow = InferTypeOf<typeof WalmartOrder>
type LineRow = OrderRow["lines"][number]

/** A row of an order with its lines, as far as the two sides of it are compared. */
export type OrderSide = Pick<OrderRow, (typeof COLUMNS)[number]> & {
  lines: Pick<LineRow, (typeof LINE_COLUMNS)[number]>[]
}

const LINES = `(SELECT coalesce(jsonb_agg(jsonb_build_object(${LINE_COLUMNS.map((column) => `'${column}', l.${column}`).join(", ")})), '[]')
  FROM walmart_order_line l WHERE l.walmart_order_id = o.id AND l.deleted_at IS NULL)`

/** Exported so that its query plan can be asserted. */
export const SIDES = `SELECT ${COLUMNS.map((column) => `o.${column}`).join(", ")}, ${LINES} AS lines
  FROM walmart_order o WHERE o.order_id = ANY(?) AND o.deleted_at IS NULL ORDER BY o.id`

/** Walmart's side of the orders that belong to these Medusa orders, in one statement. */
export async function loadOrderSides(db: Knex, orderIds: string[]): Promise<OrderSide[]> {
  const { rows } = await db.raw<{ rows: OrderSide[] }>(SIDES, [orderIds])
  return rows
}

/** An order as whoever is about to change its Medusa order looks it up. */
export interface OrderOfMedusa {
  id: string
  account_id: string
  purchase_order_id: string
  /** Null while its import is not finished. */
  imported_at: Date | null
  /** When Walmart was last asked for it; null before the first time. */
  refreshed_at: Date | null
  /** The database's time. */
  now: Date
}

/** The order that belongs to a Medusa order, by one indexed read; null for orders of other channels. */
export async function orderOfMedusa(db: Knex, orderId: string): Promise<OrderOfMedusa | null> {
  const { rows } = await db.raw<{ rows: OrderOfMedusa[] }>(
    `SELECT id, account_id, purchase_order_id, imported_at, refreshed_at, clock_timestamp() AS now
     FROM walmart_order WHERE order_id = ? AND deleted_at IS NULL`,
    [orderId]
  )
  return rows.at(0) ?? null
}

/** An order as updates are queued for it. */
export interface SendTarget {
  id: Loose<WalmartOrderId>
  accountId: Loose<AccountId>
  deadlineAt: Date
}

/** Whose queues the updates of orders go to, and until when Walmart waits for them; of those that exist. */
export async function sendTargetsOf(db: Knex, ids: string[]): Promise<SendTarget[]> {
  const { rows } = await db.raw<{ rows: SendTarget[] }>(
    `SELECT id, account_id AS "accountId", coalesce(ship_by, ordered_at) AS "deadlineAt"
     FROM walmart_order WHERE id = ANY(?) AND deleted_at IS NULL`,
    [ids]
  )
  return rows
}
