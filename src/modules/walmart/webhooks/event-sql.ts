import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { OrderEvent, ReturnEvent } from "../../../walmart/webhooks/event"
import { READ_GAP_MS } from "../../../walmart/webhooks/read-pace"
import type { AccountId, Loose, PurchaseOrderId } from "../../../walmart/common/ids"

/** What became of an event that was delivered. */
export interface StoredEvent {
  /** False for a repetition, which changes nothing. */
  isNew: boolean
  /** Whether its order is to be read now; not while it is being read, or was read a moment ago. */
  isDueNow: boolean
}

/**
 * Keeps an event and that its order is to be read, in one statement, so that no crash comes between. While a read is due or under
 * way the event only raises the request's number; after a read the next one waits for the gap.
 */
export async function storeEvent(
  db: Knex,
  accountId: string,
  event: OrderEvent
): Promise<StoredEvent> {
  const { rows } = await db.raw<{ rows: { is_due_now: boolean }[] }>(STORE, {
    ...event,
    accountId,
    eventTime: event.eventTime === null ? null : new Date(event.eventTime),
    eventRow: generateEntityId("", "wmwe"),
    requestRow: generateEntityId("", "wmrr"),
    gap: READ_GAP_MS / 1_000,
  })
  return { isNew: rows.length > 0, isDueNow: rows.some(({ is_due_now }) => is_due_now) }
}

const STORE = `WITH fresh AS (
    INSERT INTO walmart_webhook_event (id, account_id, event_id, type, sub_type, purchase_order_id, event_time, received_at)
    VALUES (:eventRow, :accountId, :eventId, :type, :subType, :purchaseOrderId, :eventTime, now())
    ON CONFLICT (account_id, event_id) WHERE deleted_at IS NULL DO NOTHING
    RETURNING account_id, purchase_order_id)
  INSERT INTO walmart_read_request AS r (id, account_id, purchase_order_id, next_due_at, wanted)
  SELECT :requestRow, account_id, purchase_order_id, now(), 1 FROM fresh
  ON CONFLICT (account_id, purchase_order_id) WHERE deleted_at IS NULL DO UPDATE SET wanted = r.wanted + 1, updated_at = now(),
    attempts = CASE WHEN r.next_due_at IS NULL THEN 0 ELSE r.attempts END,
    next_due_at = coalesce(r.next_due_at, greatest(now(), r.last_read_at + :gap::float * interval '1 second'))
  RETURNING next_due_at <= now() AS is_due_now`

/**
 * Keeps an event about a return and counts it, in one statement: the count is what says that returns are to be polled.
 * @returns false for a repetition, which changes nothing
 */
export async function storeReturnEvent(
  db: Knex,
  accountId: string,
  event: ReturnEvent
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(STORE_RETURN, {
    ...event,
    accountId,
    eventTime: event.eventTime === null ? null : new Date(event.eventTime),
    eventRow: generateEntityId("", "wmwe"),
    countRow: generateEntityId("", "wmwc"),
  })
  return rows.length > 0
}

const STORE_RETURN = `WITH fresh AS (
    INSERT INTO walmart_webhook_event (id, account_id, event_id, type, event_time, received_at, handled_at, outcome)
    VALUES (:eventRow, :accountId, :eventId, :type, :eventTime, now(), now(), 'poll_asked')
    ON CONFLICT (account_id, event_id) WHERE deleted_at IS NULL DO NOTHING
    RETURNING account_id)
  INSERT INTO walmart_webhook_count AS c (id, account_id, name, times, last_at)
  SELECT :countRow, account_id, 'return', 1, now() FROM fresh
  ON CONFLICT (account_id, name) WHERE deleted_at IS NULL DO UPDATE
    SET times = c.times + 1, last_at = excluded.last_at, updated_at = now()
  RETURNING 1`

/** Notes that the events about an order have been answered by a read that began at `readAt`. */
export async function noteHandled(
  db: Knex,
  order: { accountId: Loose<AccountId>; purchaseOrderId: PurchaseOrderId },
  { readAt, outcome }: { readAt: Date; outcome: string }
): Promise<void> {
  await db.raw(
    `UPDATE walmart_webhook_event SET handled_at = now(), outcome = :outcome, updated_at = now()
     WHERE account_id = :accountId AND purchase_order_id = :purchaseOrderId AND handled_at IS NULL
       AND received_at <= :readAt AND deleted_at IS NULL`,
    { ...order, readAt, outcome }
  )
}

/** Deletes one batch of events older than the retention, and of requests that were answered as long ago. @returns rows deleted */
export async function pruneEvents(db: Knex, retentionDays: number, batch = 1000): Promise<number> {
  const counts = []
  for (const statement of [EVENTS, REQUESTS]) {
    const { rows } = await db.raw<{ rows: unknown[] }>(statement, [retentionDays, batch])
    counts.push(rows.length)
  }
  return counts.reduce((sum, count) => sum + count, 0)
}

const EVENTS = `DELETE FROM walmart_webhook_event WHERE id IN (
   SELECT id FROM walmart_webhook_event WHERE received_at < now() - ?::float * interval '1 day'
   LIMIT ? FOR UPDATE SKIP LOCKED) RETURNING 1`

const REQUESTS = `DELETE FROM walmart_read_request WHERE id IN (
   SELECT id FROM walmart_read_request WHERE next_due_at IS NULL AND updated_at < now() - ?::float * interval '1 day'
   LIMIT ? FOR UPDATE SKIP LOCKED) RETURNING 1`
