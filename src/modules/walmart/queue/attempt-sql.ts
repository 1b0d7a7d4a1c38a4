import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CallRecord } from "../../../walmart/api/errors/errors"
import { type Claim, HELD_BY_STAFF } from "./claim-sql"
import type { QueueError } from "./release-sql"
import { jsonOrNull } from "../common/json"
import { OWNED, renewLease } from "./lease-sql"

/** One call, as it is written before it is made. */
export interface StartedAttempt {
  id: string
  updateIds: string[]
  endpoint: string
}

/** How a call ended. */
export interface FinishedAttempt {
  outcome: "applied" | "refused" | "unknown" | "not_applied" | "throttled" | "account"
  call: CallRecord | null
  error: Pick<QueueError, "code" | "message" | "words"> | null
}

/**
 * Renews the lease and writes the attempt before its call is made.
 * @returns the database's time before the call; null when another process owns the queue, one of the updates is no longer
 *   pending, a return's refund was dismissed, or staff hold the account since the queue was claimed: then nothing may be sent
 */
export async function beginCall(
  db: Knex,
  owned: Claim,
  { id, updateIds, endpoint }: StartedAttempt,
  leaseMs: number
): Promise<Date | null> {
  if (!(await renewLease(db, owned, leaseMs))) return null
  const { subjectId: subject, accountId: account, fence, dryRun } = owned
  const sql = owned.subject === "return" ? BEGIN_REFUND_OF_RETURN : BEGIN_CALL
  const { rows } = await db.raw<{ rows: { started_at: Date }[] }>(sql, {
    ...{ id, subject, account, fence, endpoint, dryRun },
    updates: updateIds,
    named: JSON.stringify(updateIds),
    count: updateIds.length,
  })
  return rows.at(0)?.started_at ?? null
}

/** A statement of its own behind the renewal: it sees what was taken back, dismissed or held while the renewal waited for the queue's row. */
const beginning = (condition: string) => `WITH ${OWNED}
  INSERT INTO walmart_attempt (id, subject_id, account_id, update_ids, endpoint, fence, actor, started_at)
  SELECT :id, :subject, :account, :named::jsonb, :endpoint, :fence, 'system', clock_timestamp() FROM owned
  WHERE ${condition} AND NOT EXISTS (SELECT 1 FROM walmart_account WHERE id = :account AND ${HELD_BY_STAFF})
  RETURNING started_at`

const BEGIN_CALL = beginning(`:count = (SELECT count(*) FROM walmart_update
    WHERE id = ANY(:updates) AND status = 'pending' AND deleted_at IS NULL)`)

const BEGIN_REFUND_OF_RETURN = beginning(
  `EXISTS (SELECT 1 FROM walmart_return WHERE id = :subject AND wanted_version > sent_version)`
)

/** Settles an attempt. What came back is kept even when the lease is lost, because it is evidence. */
export async function finishCall(db: Knex, id: string, finished: FinishedAttempt): Promise<void> {
  const { call, error } = finished
  await db.raw(
    `UPDATE walmart_attempt SET outcome = ?, http_status = ?, correlation_id = ?, duration_ms = ?, error_code = ?,
       error = ?, error_words = ?, request = ?, response = ?, finished_at = now(), updated_at = now()
     WHERE id = ?`,
    [
      finished.outcome,
      call?.status ?? null,
      call?.correlationId ?? null,
      call ? Math.round(call.durationMs) : null,
      error?.code ?? null,
      error?.message ?? null,
      jsonOrNull(error?.words),
      call?.request === undefined ? null : JSON.stringify(call.request),
      call?.response === undefined ? null : JSON.stringify(call.response),
      id,
    ]
  )
}

/** Forgets an attempt that our own rate limit held back: no call was made. */
export async function discardCall(db: Knex, id: string): Promise<void> {
  await db.raw(`DELETE FROM walmart_attempt WHERE id = ?`, [id])
}

/** How far apart the two reads are, and how long a lease outlives its calls. */
export interface DoubtTimes {
  leaseMs: number
  settleMs: number
  /** The sender's clock, by which the first read may be late. */
  sendEveryMs: number
}

/**
 * When a call in doubt may be repeated: two settle times after its latest possible end, and after a second read that is a settle
 * time after the first; less one send interval, so that a first read which came an interval late does not make the
 * second one late too.
 */
export const REPEATABLE_AT = `greatest(a.finished_at + 2 * :settleMs::float * interval '1 millisecond',
  a.unseen_at + :apartMs::float * interval '1 millisecond')`

/** An update that a call was about and that is not known to have arrived, whatever became of it since. */
const NOT_ARRIVED = `EXISTS (SELECT 1 FROM walmart_update u WHERE u.walmart_order_id = a.subject_id
  AND u.deleted_at IS NULL AND u.status <> 'sent' AND a.update_ids @> to_jsonb(u.id))`

/** Walmart took the call, and its owner did not come to write down what became of its update. */
const UNWRITTEN = `a.outcome = 'applied' AND EXISTS (SELECT 1 FROM walmart_update u WHERE u.walmart_order_id = a.subject_id
  AND u.deleted_at IS NULL AND u.status IN ('pending', 'superseded') AND a.update_ids @> to_jsonb(u.id))`

const WAIT_FOR_SECOND_READ = `UPDATE walmart_attempt a SET unseen_at = coalesce(a.unseen_at, now())
  WHERE a.subject_id = :order AND a.fence < :fence AND a.deleted_at IS NULL
    AND (a.outcome = 'unknown' OR (:wasInDoubt AND ${UNWRITTEN}))
    AND (a.unseen_at IS NULL OR ${REPEATABLE_AT} > now()) AND ${NOT_ARRIVED}
  RETURNING (extract(epoch FROM ${REPEATABLE_AT} - now()) * 1000)::float AS wait_ms`

/**
 * Asked after reading an order that does not show what is wanted: is there a call in doubt that this may be about? One read may
 * show an old state, so such a call may be repeated only after a second one. A yes counts too while the owner before may have
 * died: it may have written the yes down just now, after this owner had counted its call among those in doubt.
 * @returns milliseconds until the second read, null when nothing is in doubt or both reads have been made
 */
export async function secondReadDelayMs(
  db: Knex,
  { subjectId: order, fence, wasInDoubt }: Claim,
  { settleMs, sendEveryMs }: DoubtTimes
): Promise<number | null> {
  const apartMs = settleMs - Math.min(sendEveryMs, settleMs / 2)
  const bindings = { order, fence, wasInDoubt, settleMs, apartMs }
  const { rows } = await db.raw<{ rows: { wait_ms: number }[] }>(WAIT_FOR_SECOND_READ, bindings)
  return rows.length === 0 ? null : Math.max(...rows.map(({ wait_ms: ms }) => Math.ceil(ms)))
}

/** Code of a call that Walmart said yes to and whose effect its answer did not show. */
export const NOT_SHOWN_CODE = "not_shown"

/** Whether Walmart has said yes to a call about one of these updates without showing its effect. */
export async function hasUnshownYes(
  db: Knex,
  { subjectId: order }: Pick<Claim, "subjectId">,
  updateIds: string[]
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `SELECT 1 FROM walmart_attempt a WHERE a.subject_id = :order AND a.error_code = :code AND a.deleted_at IS NULL
       AND EXISTS (SELECT 1 FROM jsonb_array_elements_text(a.update_ids) AS named(id) WHERE named.id = ANY(:updates))
     LIMIT 1`,
    { order, code: NOT_SHOWN_CODE, updates: updateIds }
  )
  return rows.length > 0
}

/** How long after its second read what Walmart shows may still be the effect of a call in doubt, in milliseconds. */
const LATE_ARRIVAL_MS = 3_600_000

/**
 * Ids of updates that were taken back although a call in doubt had named them. A call counts until an hour after its second read,
 * which is due a settle time after the first; what did not show by then has not arrived by it. Nor does it count once a later call
 * was applied: that one is made only after both reads, and what Walmart shows from then on may be its effect.
 */
export async function takenBackInDoubt(
  db: Knex,
  { subjectId: order }: Pick<Claim, "subjectId">,
  settleMs: number
): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT DISTINCT u.id FROM walmart_attempt a
     JOIN walmart_update u ON u.walmart_order_id = a.subject_id AND a.update_ids @> to_jsonb(u.id)
     WHERE a.subject_id = :order AND a.deleted_at IS NULL AND a.outcome = 'unknown' AND u.status = 'superseded' AND u.deleted_at IS NULL
       AND (a.unseen_at IS NULL OR a.unseen_at > now() - :countsMs::float * interval '1 millisecond')
       AND NOT EXISTS (SELECT 1 FROM walmart_attempt later WHERE later.subject_id = a.subject_id AND later.deleted_at IS NULL
         AND later.outcome = 'applied' AND later.started_at > a.started_at)`,
    { order, countsMs: settleMs + LATE_ARRIVAL_MS }
  )
  return rows.map(({ id }) => id)
}

/**
 * Marks the calls of an owner that died as calls with an unknown outcome; also those that Walmart accepted, when the
 * owner did not come to write down that the updates have arrived. They ended at the latest a settle time before the lease did,
 * which each call renews: with a shorter lease no store boots.
 */
export async function closeStartedCalls(
  db: Knex,
  { subjectId: order, fence }: Claim,
  { leaseMs, settleMs }: DoubtTimes
): Promise<void> {
  await db.raw(
    `UPDATE walmart_attempt a SET outcome = 'unknown', error_code = 'process_ended',
       finished_at = least(now(), coalesce(finished_at, started_at + :longestMs::float * interval '1 millisecond')),
       error = 'The process ended before it wrote down what became of this call.'
     WHERE subject_id = :order AND fence < :fence AND deleted_at IS NULL
       AND (outcome = 'started' OR (${UNWRITTEN}))`,
    { order, fence, longestMs: leaseMs - settleMs }
  )
}
