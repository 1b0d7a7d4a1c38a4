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

/** Ends a read that failed: it is due again later, or left to polling after many failures. */
export async function postponeRead(db: Knex, claim: ClaimedRead, error: string): Promise<void> {
  const attempts = claim.attempts + 1
  const waitMs = nextReadInMs(attempts)
  const seconds = waitMs === null ? null : waitMs / 1_000
  if (seconds === null) await noteHandled(db, claim, { readAt: claim.readAt, outcome: "given_up" })
  await db.raw(
    `UPDATE walmart_read_request SET attempts = :attempts, last_error = :error, updated_at = now(),
       next_due_at = now() + :seconds::float * interval '1 second'
     WHERE id = :id AND fence = :fence`,
    { id: claim.id, fence: claim.fence, attempts, error, seconds }
  )
}
