import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { WebhookCount } from "../../../walmart/webhooks/counts"

/** How an account's webhooks are doing. */
export interface WebhookReport {
  lastEventAt: Date | null
  /** Events about orders within the last day. */
  events: number
  /** Orders whose read is due or under way. */
  waiting: number
  /** Orders first seen within the last day. */
  newOrders: number
  /** The database's time. */
  now: Date
  counts: { name: WebhookCount; times: number; last_at: Date }[]
}

/** One about a return says nothing of whether those about orders arrive. */
const LAST_EVENT = `(SELECT max(received_at) FROM walmart_webhook_event
  WHERE account_id = :accountId AND purchase_order_id IS NOT NULL AND deleted_at IS NULL)`

/** Reads how an account's webhooks are doing. */
export async function webhookReport(db: Knex, accountId: string): Promise<WebhookReport> {
  const { rows } = await db.raw<{ rows: Omit<WebhookReport, "counts">[] }>(
    `SELECT now() AS now,
       ${LAST_EVENT} AS "lastEventAt",
       (SELECT count(*)::int FROM walmart_webhook_event
         WHERE account_id = :accountId AND received_at > now() - interval '1 day' AND purchase_order_id IS NOT NULL
           AND deleted_at IS NULL) AS events,
       (SELECT count(*)::int FROM walmart_read_request
         WHERE account_id = :accountId AND next_due_at IS NOT NULL AND deleted_at IS NULL) AS waiting,
       (SELECT count(*)::int FROM walmart_order
         WHERE account_id = :accountId AND created_at > now() - interval '1 day' AND deleted_at IS NULL) AS "newOrders"`,
    { accountId }
  )
  return { ...rows[0], counts: await countsOf(db, accountId) }
}

async function countsOf(db: Knex, accountId: string): Promise<WebhookReport["counts"]> {
  const { rows } = await db.raw<{ rows: WebhookReport["counts"] }>(
    `SELECT name, times, last_at FROM walmart_webhook_count WHERE account_id = ? AND deleted_at IS NULL`,
    [accountId]
  )
  return rows
}

/** When an account last received an event, and last refused a request for its signature. */
export async function webhookSigns(
  db: Knex,
  accountId: string
): Promise<{ lastEventAt: Date | null; lastRefusedAt: Date | null }> {
  const { rows } = await db.raw<{
    rows: { lastEventAt: Date | null; lastRefusedAt: Date | null }[]
  }>(
    `SELECT ${LAST_EVENT} AS "lastEventAt",
       (SELECT last_at FROM walmart_webhook_count
         WHERE account_id = :accountId AND name = 'refused' AND deleted_at IS NULL) AS "lastRefusedAt"`,
    { accountId }
  )
  return rows[0]
}
