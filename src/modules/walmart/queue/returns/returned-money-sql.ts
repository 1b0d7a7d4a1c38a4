import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReturnLine } from "../../../../walmart/orders/return-order"
import type { UpdatePayload } from "../../../../walmart/updates/model/update"
import { raiseRevision } from "../../orders/sweep-sql"
import type { Claim } from "../claim-sql"
import { fenced } from "../lease-sql"

/** Lines of the returns of an order of which Walmart has refunded something. */
export async function loadRefundedLines(db: Knex, walmartOrderId: string): Promise<ReturnLine[]> {
  const { rows } = await db.raw<{ rows: { lines: ReturnLine[] }[] }>(
    `SELECT r.lines FROM walmart_return r JOIN walmart_order o
       ON o.account_id = r.account_id AND o.purchase_order_id = r.purchase_order_id
     WHERE o.id = ? AND r.refunded_amount > 0 AND r.deleted_at IS NULL ORDER BY r.id`,
    [walmartOrderId]
  )
  return rows.flatMap(({ lines }) => lines)
}

/** A refund that waits, counted anew. */
export interface RecountedRefund {
  id: string
  /** The payload that the new one was made from. */
  read: UpdatePayload
  payload: UpdatePayload
}

/**
 * Keeps what Walmart shall show after a refund, while no call that may have arrived was made for it: afterwards its own money would be
 * taken for another's. Fenced.
 * @returns whether it was kept
 */
export async function keepRecounted(
  db: Knex,
  owned: Claim,
  { id, read, payload }: RecountedRefund
): Promise<boolean> {
  const { subjectId: order } = owned
  const kept = await fenced(db, owned, async (trx) => {
    const values = { id, order, read: JSON.stringify(read), payload: JSON.stringify(payload) }
    const { rows } = await trx.raw<{ rows: unknown[] }>(RECOUNT, values)
    if (rows.length > 0) await raiseRevision(trx, [order])
    return rows
  })
  return kept.length > 0
}

const RECOUNT = `UPDATE walmart_update u SET payload = :payload, updated_at = now()
  WHERE u.id = :id AND u.status = 'pending' AND u.payload = :read::jsonb AND u.deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM walmart_attempt a WHERE a.subject_id = :order AND a.deleted_at IS NULL
      AND a.outcome IN ('started', 'unknown', 'applied') AND a.update_ids @> to_jsonb(u.id))
  RETURNING 1`
