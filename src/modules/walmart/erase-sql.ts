import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** How many updates of an order are not finished. */
export async function unfinishedUpdates(db: Knex, walmartOrderId: string): Promise<number> {
  const { rows } = await db.raw<{ rows: { count: number }[] }>(
    `SELECT count(*)::int AS count FROM walmart_update
     WHERE walmart_order_id = ? AND status IN ('pending', 'needs_attention') AND deleted_at IS NULL`,
    [walmartOrderId]
  )
  return rows[0].count
}

/**
 * Blanks what the plugin keeps about an order beyond numbers and states: the snapshot, what was said in calls, and staff's notes;
 * and the addresses of its fulfillments, which Medusa copies from the order and offers no way to change.
 */
export async function blankEvidence(
  db: Knex,
  walmartOrderId: string,
  fulfillmentIds: string[]
): Promise<void> {
  await db.transaction(async (trx) => {
    await trx.raw(`UPDATE walmart_order SET snapshot = NULL WHERE id = ?`, [walmartOrderId])
    await trx.raw(
      `UPDATE walmart_attempt SET request = NULL, response = NULL WHERE walmart_order_id = ?`,
      [walmartOrderId]
    )
    await trx.raw(`UPDATE walmart_update SET note = NULL WHERE walmart_order_id = ?`, [
      walmartOrderId,
    ])
    await trx.raw(
      `UPDATE fulfillment_address SET first_name = NULL, last_name = NULL, company = NULL, address_1 = NULL,
         address_2 = NULL, city = NULL, province = NULL, postal_code = NULL, phone = NULL, metadata = NULL
       WHERE id IN (SELECT delivery_address_id FROM fulfillment WHERE id = ANY(?))`,
      [fulfillmentIds]
    )
  })
}
