import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CustomerId, MedusaOrderId } from "../../../walmart/common/ids"

/** How many updates of an order are not finished. */
export async function unfinishedUpdates(db: Knex, walmartOrderId: string): Promise<number> {
  const { rows } = await db.raw<{ rows: { count: number }[] }>(
    `SELECT count(*)::int AS count FROM walmart_update
     WHERE walmart_order_id = ? AND status IN ('pending', 'needs_attention') AND deleted_at IS NULL`,
    [walmartOrderId]
  )
  return rows[0].count
}

/** Columns of an address that say who lives there; the country stays, because taxes depend on it. */
const NOBODYS = `first_name = NULL, last_name = NULL, company = NULL, address_1 = NULL, address_2 = NULL, city = NULL,
  province = NULL, postal_code = NULL, phone = NULL, metadata = NULL`

/** Medusa objects that hold the customer of one order. */
export interface ErasedOrder {
  orderId: string
  fulfillmentIds: string[]
  customerId: string | null
  /** Address of the order before it was erased, null when it had none. */
  email: string | null
}

/** Blanks what the plugin keeps about an order beyond numbers and states: the snapshot, what was said in calls, and staff's notes. */
export async function blankEvidence(db: Knex, walmartOrderId: string): Promise<void> {
  await db.transaction(async (trx) => {
    await trx.raw(
      `UPDATE walmart_order SET snapshot = NULL, chosen_reasons = NULL, note = NULL WHERE id = ?`,
      [walmartOrderId]
    )
    await trx.raw(
      `UPDATE walmart_attempt SET request = NULL, response = NULL WHERE subject_id = ?`,
      [walmartOrderId]
    )
    await trx.raw(`UPDATE walmart_update SET note = NULL WHERE walmart_order_id = ?`, [
      walmartOrderId,
    ])
  })
}

/** Changes of an order that Medusa keeps word for word, each with what was there before. */
const CHANGED = `order_id = :orderId AND details->>'type' IN ('shipping_address', 'billing_address', 'email')`

/**
 * Blanks what Medusa keeps of an order's customer and offers no way to change: the addresses of its fulfillments, the history of
 * changed addresses with the address rows that a change leaves behind, messages, and a guest that nobody else's order belongs to.
 */
export async function blankHistory(db: Knex, order: ErasedOrder): Promise<void> {
  const { orderId, fulfillmentIds, customerId, email } = order
  await db.transaction(async (trx) => {
    const emails = [...(await formerEmails(trx, orderId)), ...(email ? [email] : [])]
    await trx.raw(
      `UPDATE fulfillment_address SET ${NOBODYS}
       WHERE id IN (SELECT delivery_address_id FROM fulfillment WHERE id = ANY(?))`,
      [fulfillmentIds]
    )
    await trx.raw(
      `UPDATE order_address SET ${NOBODYS} WHERE id IN (
         SELECT details->side->>'id' FROM order_change_action, unnest(ARRAY['old', 'new']) AS side WHERE ${CHANGED})`,
      { orderId }
    )
    await trx.raw(
      `UPDATE order_change_action SET details = jsonb_build_object('type', details->>'type') WHERE ${CHANGED}`,
      { orderId }
    )
    await trx.raw(
      `UPDATE order_change_action SET details = details - 'original_email'
       WHERE order_id = ? AND details->>'original_email' IS NOT NULL`,
      [orderId]
    )
    await blankMessages(trx, emails)
    if (customerId) await blankGuest(trx, customerId, orderId)
  })
}

async function formerEmails(trx: Knex, orderId: string): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { email: string }[] }>(
    `SELECT details->>side AS email FROM order_change_action, unnest(ARRAY['old', 'new']) AS side
     WHERE order_id = ? AND details->>'type' = 'email' AND details->>side IS NOT NULL`,
    [orderId]
  )
  return rows.map(({ email }) => email)
}

/** A store may do without the notification module, and then has no such table. */
async function blankMessages(trx: Knex, emails: string[]): Promise<void> {
  if (!(await trx.schema.hasTable("notification"))) return
  await trx.raw(
    `UPDATE notification SET "to" = 'erased@customer.invalid', data = NULL WHERE lower("to") = ANY(?)`,
    [emails.map((email) => email.toLowerCase())]
  )
}

/** A customer with an account, or with another order that is not erased, is the store's own. */
async function blankGuest(
  trx: Knex,
  customerId: CustomerId,
  orderId: MedusaOrderId
): Promise<void> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `UPDATE customer SET first_name = NULL, last_name = NULL, company_name = NULL, phone = NULL, metadata = NULL,
       email = 'erased+' || id || '@customer.invalid'
     WHERE id = :customerId AND NOT has_account AND NOT EXISTS (
       SELECT 1 FROM "order" o WHERE o.customer_id = :customerId AND o.id <> :orderId AND o.email NOT LIKE 'erased@%')
     RETURNING id`,
    { customerId, orderId }
  )
  if (rows.length === 0) return
  await trx.raw(
    `UPDATE customer_address SET ${NOBODYS}, address_name = NULL WHERE customer_id = ?`,
    [customerId]
  )
}
