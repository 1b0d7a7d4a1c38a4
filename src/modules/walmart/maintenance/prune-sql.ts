import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const unfinished = (
  orderId: string
) => `EXISTS (SELECT 1 FROM walmart_update u WHERE u.walmart_order_id = ${orderId}
  AND u.status IN ('pending', 'needs_attention') AND u.deleted_at IS NULL)`

/**
 * Deletes one batch of attempts older than the retention, and blanks the snapshots of orders that are closed at Walmart as long, with
 * who chose which reason; never anything of an order with unfinished work, or of one that is marked as a case. Forgets causes of
 * notifications that are gone as long, and feeds of stock that ended as long ago. Updates stay: they are what the planner knows, and
 * would be planned again.
 * @returns rows deleted or blanked
 */
export async function prune(db: Knex, retentionDays: number, batch = 1000): Promise<number> {
  const counts = []
  for (const statement of [ATTEMPTS, SNAPSHOTS, NOTIFICATIONS, FEEDS]) {
    const { rows } = await db.raw<{ rows: unknown[] }>(statement, [retentionDays, batch])
    counts.push(rows.length)
  }
  return counts.reduce((sum, count) => sum + count, 0)
}

const ATTEMPTS = `DELETE FROM walmart_attempt WHERE id IN (
   SELECT old.id FROM walmart_attempt old
   WHERE old.started_at < now() - ?::float * interval '1 day' AND NOT ${unfinished("old.subject_id")}
     AND NOT EXISTS (SELECT 1 FROM walmart_order k WHERE k.id = old.subject_id AND k.case_marked_at IS NOT NULL)
   LIMIT ? FOR UPDATE SKIP LOCKED) RETURNING 1`

const SNAPSHOTS = `UPDATE walmart_order SET snapshot = NULL, chosen_reasons = NULL WHERE id IN (
   SELECT o.id FROM walmart_order o
   WHERE o.refreshed_at < now() - ?::float * interval '1 day' AND o.snapshot IS NOT NULL
     AND o.status IN ('shipped', 'canceled') AND o.deleted_at IS NULL AND o.case_marked_at IS NULL AND NOT ${unfinished("o.id")}
   LIMIT ? FOR UPDATE OF o SKIP LOCKED) RETURNING 1`

/** What Walmart canceled never comes back, so it never counts as gone. */
const NOTIFICATIONS = `DELETE FROM walmart_notification WHERE id IN (
   SELECT old.id FROM walmart_notification old
   WHERE old.updated_at < now() - ?::float * interval '1 day' AND old.deleted_at IS NULL
     AND (old.state = 'gone' OR (old.state = 'sent' AND old.kind = 'canceled_at_walmart'))
   LIMIT ? FOR UPDATE SKIP LOCKED) RETURNING 1`

const FEEDS = `WITH gone AS (DELETE FROM walmart_stock_feed WHERE id IN (
     SELECT old.id FROM walmart_stock_feed old
     WHERE old.ended_at < now() - ?::float * interval '1 day' LIMIT ? FOR UPDATE SKIP LOCKED) RETURNING id),
   unqueued AS (DELETE FROM walmart_queue q USING gone WHERE q.subject_id = gone.id)
   SELECT 1 FROM gone`
