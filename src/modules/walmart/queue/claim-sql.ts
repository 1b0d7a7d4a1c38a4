import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Subject } from "../common/subject"
import type { AccountId, Loose } from "../../../walmart/common/ids"

/** A queue that this process owns until its lease ends. */
export interface Claim {
  subject: Subject
  /** Id of the subject's row, such as a Walmart order's. */
  subjectId: string
  accountId: Loose<AccountId>
  /** Rises with every claim; statements of a former owner carry an older one and change nothing. */
  fence: number
  /** Count of enqueues when it was claimed. */
  enqueuedVersion: number
  /** The previous owner may have left a call whose outcome is unknown. */
  wasInDoubt: boolean
  /** Failed attempts since the last success. */
  attempts: number
  /** Refusals by Walmart since the last success. */
  refusals: number
  /** Dry run as the options have it, which the account's settings may contradict at any time. */
  dryRun: boolean
}

/** How many queues to claim, and which. */
export interface ClaimRequest {
  accountId: string
  kinds: string[]
  limit: number
  /** Milliseconds until another process may claim it. */
  leaseMs: number
  /** Only the queue of this subject, for a wake-up. */
  subjectId?: string
  /** Dry run as the options have it; off when left out. */
  dryRun?: boolean
}

/**
 * Whether staff hold the account `:account`, as a condition on its row: it is paused, or in dry run by its settings or, where those say
 * nothing, by the options.
 */
export const HELD_BY_STAFF = `(paused OR CASE settings->'dry_run' WHEN 'true'::jsonb THEN true WHEN 'false'::jsonb THEN false
  ELSE :dryRun::boolean END)`

/**
 * Claims due queues, the most urgent deadline of each kind first, in the order of `kinds`; none while the account is paused, in dry
 * run or blocked, also when that happened since the run began. The due time doubles as the lease's end, so that the queue of a crashed
 * owner becomes due automatically; its next owner finds it in doubt.
 */
export async function claim(db: Knex, request: ClaimRequest): Promise<Claim[]> {
  const { accountId, subjectId, dryRun = false } = request
  const sql = subjectId === undefined ? CLAIM : CLAIM_OF_ONE
  const { rows } = await db.raw<{ rows: ClaimRow[] }>(sql, {
    account: accountId,
    kinds: request.kinds,
    limit: request.limit,
    leaseMs: request.leaseMs,
    subject: subjectId ?? null,
    dryRun,
  })
  return rows.map((row) => ({
    subject: row.subject,
    subjectId: row.subject_id,
    accountId,
    fence: row.fence,
    enqueuedVersion: row.enqueued_version,
    wasInDoubt: row.was_in_doubt,
    attempts: row.attempts,
    refusals: row.refusals,
    dryRun,
  }))
}

interface ClaimRow {
  subject: Subject
  subject_id: string
  fence: number
  enqueued_version: number
  was_in_doubt: boolean
  attempts: number
  refusals: number
}

/** The claim, exported so that its query plan can be asserted. */
export const CLAIM = `WITH due AS (
  SELECT found.id, found.in_doubt FROM unnest(:kinds::text[]) WITH ORDINALITY AS wanted(kind, rank),
  LATERAL (
    SELECT id, in_doubt FROM walmart_queue
    WHERE account_id = :account AND next_kind = wanted.kind AND next_due_at IS NOT NULL
      AND next_due_at <= now() AND deleted_at IS NULL
      AND (:subject::text IS NULL OR subject_id = :subject)
    ORDER BY deadline_at LIMIT :limit FOR UPDATE SKIP LOCKED
  ) AS found
  WHERE NOT EXISTS (SELECT 1 FROM walmart_account WHERE id = :account AND (${HELD_BY_STAFF} OR blocked_until > now()))
  ORDER BY wanted.rank LIMIT :limit)
UPDATE walmart_queue m SET leased = true, fence = m.fence + 1, in_doubt = true,
  next_due_at = now() + :leaseMs::float * interval '1 millisecond', updated_at = now()
FROM due WHERE m.id = due.id
RETURNING m.subject, m.subject_id, m.fence, m.enqueued_version, due.in_doubt AS was_in_doubt, m.attempts, m.refusals`

/** A wake-up waits for whoever writes the row: skipping it would leave its work to the next send run. */
const CLAIM_OF_ONE = CLAIM.replace(" SKIP LOCKED", "")
