import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Market } from "../../../walmart/markets/market"
import type { Order } from "../../../walmart/orders/order"
import { contentHash } from "./order-row"
import { type SavedOrder, type SavedRow, toSaved } from "./order-sql"

/** Orders that were read at once. */
export interface ReadPage {
  accountId: string
  orders: Order[]
  market: Market
  /** The database's time before they were asked for. */
  readAt: Date
}

/**
 * Notes of the orders that are as their rows have them that they were read again, in one statement; nothing else of them is
 * written. The time of the read is kept nevertheless: it decides whether the order should have shown by then what was sent.
 * A row that something else is writing just now, that was read later, could not be read, is left out of Medusa, or whose snapshot is gone, is left to a whole write.
 * @returns their rows, by purchase order number
 */
export async function refreshUnchanged(
  db: Knex,
  { accountId, orders, market, readAt }: ReadPage
): Promise<Map<string, SavedOrder>> {
  if (orders.length === 0) return new Map()
  const read = orders.map((order) => ({
    number: order.purchaseOrderId,
    hash: contentHash({ order, market }),
  }))
  const values = { accountId, readAt, read: JSON.stringify(read) }
  const { rows } = await db.raw<{ rows: RefreshedRow[] }>(UNCHANGED, values)
  return new Map(rows.map((row) => [row.purchase_order_id, toSaved(row)]))
}

interface RefreshedRow extends SavedRow {
  purchase_order_id: string
}

const UNCHANGED = `UPDATE walmart_order SET refreshed_at = :readAt WHERE id IN (
    SELECT o.id FROM walmart_order o
    JOIN jsonb_to_recordset(:read::jsonb) AS r(number text, hash text)
      ON o.purchase_order_id = r.number AND o.content_hash = r.hash
    WHERE o.account_id = :accountId AND o.deleted_at IS NULL AND o.snapshot IS NOT NULL AND o.unreadable_since IS NULL AND o.left_out_at IS NULL
      AND (o.refreshed_at <= :readAt OR o.refreshed_at > now())
    FOR UPDATE OF o SKIP LOCKED)
  RETURNING id, order_id, imported_at, purchase_order_id, false AS is_new`
