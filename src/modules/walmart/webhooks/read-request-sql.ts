import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { nextReadInMs, READ_GAP_MS } from "../../../walmart/webhooks/read-pace"
import { noteHandled } from "./event-sql"

/** An order that this process is to read now. */
export interface ClaimedRead {
  id: string
  accountId: string
  purchaseOrderId: string
  /** Rises with every claim; a former owner carries an older one. */
  fence: number
  /** The request's number when it was claimed. */
  wanted: number
  /** Failed reads before this one. */
  attempts: number
  /** When it was claimed, by the database's clock; what Walmart told until then is answered by this read. */
  readAt: Date
}

/** Which reads may be claimed. */
export interface ReadClaim {
  /** Accounts whose keys the options have. */
  accountIds: string[]
  limit: number
  /** How long one process may take; then another one reads. */
  leaseMs: number
}

/** Claims orders whose read is due, longest due first. What another process claims at the same moment is passed over. */
export async function claimReads(
  db: Knex,
  { accountIds, limit, leaseMs }: ReadClaim
): Promise<ClaimedRead[]> {
  const { rows } = await db.raw<{ rows: ClaimedRead[] }>(
    `UPDATE walmart_read_request r SET fence = r.fence + 1, last_read_at = now(), updated_at = now(),
       next_due_at = now() + :seconds::float * interval '1 second'
     WHERE r.id IN (SELECT id FROM walmart_read_request
       WHERE next_due_at <= now() AND account_id = ANY(:accountIds) AND deleted_at IS NULL
       ORDER BY next_due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
     RETURNING r.id, r.account_id AS "accountId", r.purchase_order_id AS "purchaseOrderId", r.fence, r.wanted, r.attempts,
       r.last_read_at AS "readAt"`,
    { accountIds, limit, seconds: leaseMs / 1_000 }
  )
  return rows
}

/** Ends a read that succeeded; when events came during it, another one is due after the gap. */
export async function finishRead(db: Knex, claim: ClaimedRead, outcome: string): Promise<void> {
  await noteHandled(db, claim, { readAt: claim.readAt, outcome })
  await db.raw(
    `UPDATE walmart_read_request SET attempts = 0, last_error = NULL, updated_at = now(),
       next_due_at = CASE WHEN wanted > :wanted THEN last_read_at + :gap::float * interval '1 second' END
     WHERE id = :id AND fence = :fence`,
    { id: claim.id, fence: claim.fence, wanted: claim.wanted, gap: READ_GAP_MS / 1_000 }
  )
}

/**
 * Ends a read that failed: it is due again later, or left to polling after many failures. When events came during the last of them, a new
 * series of reads begins after the gap.
 */
export async function postponeRead(db: Knex, claim: ClaimedRead, error: string): Promise<void> {
  const attempts = claim.attempts + 1
  const waitMs = nextReadInMs(attempts)
  const seconds = waitMs === null ? null : waitMs / 1_000
  if (seconds === null) await noteHandled(db, claim, { readAt: claim.readAt, outcome: "given_up" })
  await db.raw(
    `UPDATE walmart_read_request SET last_error = :error, updated_at = now(),
       attempts = CASE WHEN :seconds::float IS NULL AND wanted > :wanted THEN 0 ELSE :attempts END,
       next_due_at = CASE WHEN :seconds::float IS NOT NULL THEN now() + :seconds::float * interval '1 second'
         WHEN wanted > :wanted THEN last_read_at + :gap::float * interval '1 second' END
     WHERE id = :id AND fence = :fence`,
    {
      ...{ id: claim.id, fence: claim.fence, wanted: claim.wanted },
      ...{ attempts, error, seconds, gap: READ_GAP_MS / 1_000 },
    }
  )
}

/** Orders of one run; with a run an hour as many as a store with a hundred thousand open and recent orders has. */
const ASKED_AT_ONCE = 5_000

/** What can still change at Walmart: open orders, and those that changed within the last two weeks. */
const LIVE = `(SELECT account_id, purchase_order_id, refreshed_at FROM walmart_order
    WHERE status IN ('open', 'partially_shipped') AND deleted_at IS NULL
  UNION ALL SELECT account_id, purchase_order_id, refreshed_at FROM walmart_order
    WHERE status IN ('shipped', 'canceled') AND deleted_at IS NULL AND updated_at > now() - interval '14 days')`

/** An order whose read was tried within the day is left to that. */
const REQUEST_DAILY = `INSERT INTO walmart_read_request AS r (id, account_id, purchase_order_id, next_due_at, wanted)
  SELECT 'wmrr_' || replace(gen_random_uuid()::text, '-', ''), account_id, purchase_order_id, now(), 1 FROM ${LIVE} AS live
  WHERE account_id = ANY(:accountIds) AND refreshed_at < now() - interval '1 day' ORDER BY refreshed_at LIMIT ${ASKED_AT_ONCE}
  ON CONFLICT (account_id, purchase_order_id) WHERE deleted_at IS NULL DO UPDATE SET wanted = r.wanted + 1, attempts = 0,
    next_due_at = now(), updated_at = now()
  WHERE r.next_due_at IS NULL AND (r.last_read_at IS NULL OR r.last_read_at < now() - interval '1 day')
  RETURNING 1`

/** Asks for a read of each open or recent order that Walmart has not shown for a day. @returns how many were asked for */
export async function requestDailyReads(db: Knex, accountIds: string[]): Promise<number> {
  const { rows } = await db.raw<{ rows: unknown[] }>(REQUEST_DAILY, { accountIds })
  return rows.length
}
