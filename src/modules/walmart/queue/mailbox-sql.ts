import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Counts } from "../../../walmart/updates/outcome"

/*
 * Every state change of mailbox and updates, as fenced SQL by the database's clock. A mailbox row is locked before its updates
 * are touched, always in that order, so that enqueueing, sending and people never deadlock and never overwrite each other.
 */

/** A mailbox that this process owns until its lease ends. */
export interface Claim {
  walmartOrderId: string
  accountId: string
  /** Fencing number of this claim. */
  lease: number
  /** Enqueue counter when it was claimed. */
  dirty: number
  /** The previous owner may have left a call whose outcome nobody knows. */
  wasAmbiguous: boolean
  attempts: number
  /** Refusals by Walmart since the last success. */
  refusals: number
}

/** How many mailboxes to claim, and which. */
export interface ClaimRequest {
  accountId: string
  kinds: string[]
  limit: number
  leaseMs: number
  /** Only this order, for a nudge. */
  walmartOrderId?: string
}

/** How a mailbox is given back. */
export interface Release {
  /** Milliseconds until it may be claimed again when work is left. */
  delayMs: number
  /** A call's outcome is unknown. */
  ambiguous: boolean
  /** What it means for the order's series of failures; `reset` ends it after a success. */
  counts: Counts | "reset"
  /** Refusals by Walmart since the last success. */
  refusals: number
  error: { code: string; message: string; correlationId: string | null } | null
}

/** First unfinished update of the order `:order`, which decides what is sent next. */
export const HEAD = `(SELECT kind, status FROM walmart_update u
   WHERE u.walmart_order_id = :order AND u.status IN ('pending', 'needs_attention') AND u.deleted_at IS NULL
   ORDER BY u.sequence LIMIT 1)`

/**
 * Claims due mailboxes, the most urgent deadline of each kind first, cancellations before everything else; none while the
 * account is paused or blocked, also when that happened since the round began. The due time
 * doubles as the lease's end, so a crashed owner's mailbox comes back by itself; it is then marked ambiguous.
 */
export async function claim(db: Knex, request: ClaimRequest): Promise<Claim[]> {
  const sql = request.walmartOrderId === undefined ? CLAIM : CLAIM_OF_ONE
  const { rows } = await db.raw<{ rows: ClaimRow[] }>(sql, {
    account: request.accountId,
    kinds: request.kinds,
    limit: request.limit,
    leaseMs: request.leaseMs,
    order: request.walmartOrderId ?? null,
  })
  return rows.map((row) => ({
    walmartOrderId: row.walmart_order_id,
    accountId: request.accountId,
    lease: row.lease,
    dirty: row.dirty,
    wasAmbiguous: row.was_ambiguous,
    attempts: row.attempts,
    refusals: row.refusals,
  }))
}

interface ClaimRow {
  walmart_order_id: string
  lease: number
  dirty: number
  was_ambiguous: boolean
  attempts: number
  refusals: number
}

/** The claim, exported so that its query plan can be asserted. */
export const CLAIM = `WITH due AS (
  SELECT found.id, found.ambiguous FROM unnest(:kinds::text[]) WITH ORDINALITY AS wanted(kind, rank),
  LATERAL (
    SELECT id, ambiguous FROM walmart_mailbox
    WHERE account_id = :account AND next_kind = wanted.kind AND next_due_at IS NOT NULL
      AND next_due_at <= now() AND deleted_at IS NULL
      AND (:order::text IS NULL OR walmart_order_id = :order)
    ORDER BY deadline_at LIMIT :limit FOR UPDATE SKIP LOCKED
  ) AS found
  WHERE NOT EXISTS (SELECT 1 FROM walmart_account WHERE id = :account AND (paused OR blocked_until > now()))
  ORDER BY wanted.rank LIMIT :limit)
UPDATE walmart_mailbox m SET leased = true, lease = m.lease + 1, ambiguous = true,
  next_due_at = now() + :leaseMs::float * interval '1 millisecond', updated_at = now()
FROM due WHERE m.id = due.id
RETURNING m.walmart_order_id, m.lease, m.dirty, due.ambiguous AS was_ambiguous, m.attempts, m.refusals`

/** A nudge waits for whoever writes the row: passed over, its order would wait for the next tick. */
const CLAIM_OF_ONE = CLAIM.replace(" SKIP LOCKED", "")

/** Renews the lease. @returns whether this owner still has it */
export async function lockOwned(trx: Knex, owned: Claim, leaseMs: number): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `UPDATE walmart_mailbox SET next_due_at = now() + :leaseMs::float * interval '1 millisecond'
     WHERE walmart_order_id = :order AND lease = :lease AND leased AND deleted_at IS NULL RETURNING 1`,
    { order: owned.walmartOrderId, lease: owned.lease, leaseMs }
  )
  return rows.length > 0
}

/** Changes something in the name of a mailbox's owner: nothing happens when the lease was lost. */
export async function fenced<T>(
  db: Knex,
  owned: Claim,
  change: (trx: Knex) => Promise<T[]>
): Promise<T[]> {
  return db.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: unknown[] }>(
      `SELECT 1 FROM walmart_mailbox
       WHERE walmart_order_id = ? AND lease = ? AND leased AND deleted_at IS NULL FOR UPDATE`,
      [owned.walmartOrderId, owned.lease]
    )
    return rows.length > 0 ? change(trx) : []
  })
}

/**
 * Gives a mailbox back. When something was enqueued since it was claimed (the dirty counter moved) it is due at once,
 * whatever this owner saw; except after an unknown outcome, whose settle time nothing may cut short. Fenced: a stale owner's
 * release changes nothing. @returns whether it was still owned
 */
export async function release(db: Knex, owned: Claim, how: Release): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `UPDATE walmart_mailbox m SET leased = false, ambiguous = :ambiguous,
       attempts = CASE :counts::text WHEN 'reset' THEN 0 WHEN 'attempt' THEN m.attempts + 1 ELSE m.attempts END,
       refusals = :refusals,
       first_failed_at = CASE :counts::text WHEN 'reset' THEN NULL WHEN 'none' THEN m.first_failed_at
         ELSE coalesce(m.first_failed_at, now()) END,
       last_error_code = :code, last_error = :error, last_correlation_id = :correlation,
       state = CASE WHEN head.status = 'needs_attention' THEN 'needs_attention' ELSE 'ok' END,
       next_kind = coalesce(head.kind, m.next_kind),
       next_due_at = CASE
         WHEN m.dirty <> :dirty AND NOT :ambiguous THEN now()
         WHEN head.status = 'pending' OR :ambiguous THEN now() + :delayMs::float * interval '1 millisecond'
         ELSE NULL END,
       updated_at = now()
     FROM (SELECT 1) AS one LEFT JOIN ${HEAD} AS head ON true
     WHERE m.walmart_order_id = :order AND m.lease = :lease AND m.leased AND m.deleted_at IS NULL
     RETURNING 1`,
    {
      order: owned.walmartOrderId,
      lease: owned.lease,
      dirty: owned.dirty,
      ambiguous: how.ambiguous,
      counts: how.counts,
      refusals: how.refusals,
      delayMs: how.delayMs,
      code: how.error?.code ?? null,
      error: how.error?.message ?? null,
      correlation: how.error?.correlationId ?? null,
    }
  )
  return rows.length > 0
}

/** Age of the present series of failures in milliseconds, 0 when there is none. */
export async function failingForMs(db: Knex, walmartOrderId: string): Promise<number> {
  const { rows } = await db.raw<{ rows: { ms: number | null }[] }>(
    `SELECT (extract(epoch FROM now() - first_failed_at) * 1000)::float AS ms FROM walmart_mailbox
     WHERE walmart_order_id = ? AND deleted_at IS NULL`,
    [walmartOrderId]
  )
  return rows[0]?.ms ?? 0
}
