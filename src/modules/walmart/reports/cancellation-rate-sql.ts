import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** How many of an account's orders the seller canceled, wholly or in part, by the plugin's own records. */
export interface CancellationRate {
  /** Orders of the last 30 days that the seller fulfills. */
  orders: number
  /** Those of them with a cancellation for a reason that counts against the seller. */
  canceled: number
}

/**
 * Counts the orders of the last 30 days, the span that Walmart measures (docs/walmart-api.md, "Deadlines"). What Walmart canceled by
 * itself is not among the canceled ones: its reason is not always known.
 * @param reasons codes that count against the seller
 */
export async function cancellationRate(
  db: Knex,
  accountId: string,
  reasons: string[]
): Promise<CancellationRate> {
  const { rows } = await db.raw<{ rows: CancellationRate[] }>(
    `SELECT count(*)::int AS orders, count(c.walmart_order_id)::int AS canceled
     FROM walmart_order o LEFT JOIN (
       SELECT DISTINCT walmart_order_id FROM walmart_update
       WHERE kind = 'cancellation' AND status = 'sent' AND payload->>'reason' = ANY(:reasons)
         AND created_at > now() - interval '30 days' AND deleted_at IS NULL
     ) c ON c.walmart_order_id = o.id
     WHERE o.account_id = :account AND o.ordered_at > now() - interval '30 days'
       AND o.ship_node_type = 'SellerFulfilled' AND o.deleted_at IS NULL`,
    { account: accountId, reasons }
  )
  return rows[0]
}
