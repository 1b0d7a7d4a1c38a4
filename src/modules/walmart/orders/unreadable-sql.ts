import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { isNotUnderstood } from "../../../walmart/api/errors/errors"
import { type Phrase, verbatim } from "../../../walmart/words/phrase"

/** A read of an order whose answer could not be kept. */
export interface UnreadOrder {
  accountId: string
  purchaseOrderId: string
  /** The database's time before the read. */
  readAt: Date
  /** What is wrong with the answer. */
  why: Phrase[]
}

/**
 * Notes that what Walmart shows of an imported order cannot be understood, so that nobody takes the last good read for what is true.
 * The first cause stays, because different reads may say the same in other words; the next good read takes it away. A read that is older
 * than the last good one says nothing.
 * @returns whether this is news
 */
export async function noteUnreadable(db: Knex, order: UnreadOrder): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `UPDATE walmart_order SET unreadable_since = :readAt, unreadable_words = :why, updated_at = now()
     WHERE account_id = :accountId AND purchase_order_id = :purchaseOrderId AND deleted_at IS NULL
       AND imported_at IS NOT NULL AND unreadable_since IS NULL
       AND (refreshed_at IS NULL OR refreshed_at <= :readAt OR refreshed_at > now())
     RETURNING 1`,
    { ...order, why: JSON.stringify(order.why) }
  )
  return rows.length > 0
}

/** The same for what a read has thrown, where that says something of the order. */
export async function noteUnreadError(
  db: Knex,
  order: Omit<UnreadOrder, "why">,
  error: unknown
): Promise<boolean> {
  if (!isNotUnderstood(error)) return false
  return noteUnreadable(db, { ...order, why: verbatim(error.message) })
}
