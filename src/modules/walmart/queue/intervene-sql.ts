import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { UpdatePayload } from "../../../walmart/updates/model/update"
import type { FollowingChange } from "../../../walmart/updates/refund/following-refunds"
import { MISSING_REASON } from "../../../walmart/markets/markets"
import { say } from "../../../walmart/words/phrase"
import { jsonOrNull } from "../common/json"
import { NOTHING_WRONG } from "./attention-sql"
import { refreshHead } from "./due-sql"
import { searchable } from "./enqueue-sql"
import { raiseRevision } from "../orders/sweep-sql"
import type { Text } from "../../../walmart/words/phrase"

/** What a person does to an update; `following` are updates behind it whose payload changes with that. */
export type Intervention =
  | { action: "retry"; by: string }
  | {
      action: "correct"
      by: string
      read: UpdatePayload
      payload: UpdatePayload
      warnings: Text[]
      following?: FollowingChange[]
    }
  | { action: "dismiss"; by: string; note: string; following?: FollowingChange[] }
  /** Of a dismissed one: it needs a person again, who sends or dismisses it. */
  | { action: "undo_dismissal"; by: string; read?: UpdatePayload; payload?: UpdatePayload }
  | { action: "supersede"; by: string }
  /** Only for a cancellation that waits for a reason. */
  | { action: "give_reason"; by: string; read: UpdatePayload; payload: UpdatePayload }

/**
 * How an intervention ended; `busy` means the order is being sent for, or a call's outcome is not known yet, and `changed` that the update
 * is not the one any more that was `read` for a new payload.
 */
export type InterventionOutcome = "done" | "busy" | "changed" | "not_found" | "finished"

/**
 * Applies what a person decided, and wakes the queue. Never while a lease runs or a call's outcome is unknown: the decision
 * would be made on a state that may be wrong. Superseding is allowed any time, because a sent update is found out by reading, and so is
 * giving a reason, because a cancellation without one is never sent.
 */
export async function intervene(
  db: Knex,
  updateId: string,
  intervention: Intervention
): Promise<InterventionOutcome> {
  return db.transaction(async (trx) => {
    const { rows: found } = await trx.raw<{ rows: QueueOfUpdate[] }>(
      `SELECT u.walmart_order_id, m.leased, m.in_doubt FROM walmart_queue m
       JOIN walmart_update u ON u.walmart_order_id = m.subject_id
       WHERE u.id = ? AND m.deleted_at IS NULL FOR UPDATE OF m`,
      [updateId]
    )
    const [queue] = found
    if (!queue) return "not_found"
    const busy = queue.leased || queue.in_doubt
    if (busy && !ANY_TIME.includes(intervention.action)) return "busy"
    const following = ("following" in intervention && intervention.following) || []
    if (!(await areAsRead(trx, following))) return "changed"
    if (!(await changeUpdate(trx, updateId, intervention)))
      return whyUnchanged(trx, updateId, intervention)
    await follow(trx, following)
    await raiseRevision(trx, [queue.walmart_order_id])
    const isFresh = !busy && intervention.action !== "supersede"
    await wake(trx, queue.walmart_order_id, isFresh)
    return "done"
  })
}

const ANY_TIME: Intervention["action"][] = ["supersede", "give_reason"]

interface QueueOfUpdate {
  walmart_order_id: string
  leased: boolean
  in_doubt: boolean
}

async function changeUpdate(trx: Knex, id: string, change: Intervention): Promise<boolean> {
  const { sql, values } = changeStatement(change)
  const only = change.action === "give_reason" ? MISSING_REASON : null
  const from = change.action === "undo_dismissal" ? ["dismissed"] : UNFINISHED
  const read = readOf(change)
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `UPDATE walmart_update u SET ${sql}, updated_at = now()
     WHERE id = ? AND status = ANY(?) AND (?::text IS NULL OR error_code = ?) AND (?::jsonb IS NULL OR payload = ?::jsonb)
       AND deleted_at IS NULL RETURNING 1`,
    [...values, id, from, only, only, read, read]
  )
  return rows.length > 0
}

const UNFINISHED = ["pending", "needs_attention"]

/** The payload that a new one was made from: another person's, written since, would be lost with it. */
function readOf(change: Intervention): string | null {
  return "read" in change ? jsonOrNull(change.read) : null
}

/** The queue is locked, so that what is so now is so until the end. */
async function areAsRead(trx: Knex, following: FollowingChange[]): Promise<boolean> {
  if (following.length === 0) return true
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `SELECT 1 FROM walmart_update u JOIN jsonb_to_recordset(?::jsonb) AS f(id text, read jsonb) ON u.id = f.id
     WHERE u.status = ANY(?) AND u.payload = f.read AND u.deleted_at IS NULL`,
    [JSON.stringify(following), UNFINISHED]
  )
  return rows.length === following.length
}

async function follow(trx: Knex, following: FollowingChange[]): Promise<void> {
  if (following.length === 0) return
  await trx.raw(
    `UPDATE walmart_update u SET payload = f.payload, updated_at = now()
     FROM jsonb_to_recordset(?::jsonb) AS f(id text, payload jsonb) WHERE u.id = f.id`,
    [JSON.stringify(following)]
  )
}

async function whyUnchanged(
  trx: Knex,
  id: string,
  change: Intervention
): Promise<InterventionOutcome> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `SELECT 1 FROM walmart_update WHERE id = ? AND status = ANY(?) AND payload <> ?::jsonb AND deleted_at IS NULL`,
    [id, UNFINISHED, readOf(change)]
  )
  return rows.length > 0 ? "changed" : "finished"
}

/** What was sent meanwhile was sent before it. */
const LAST = `sequence = (SELECT max(o.sequence) + 1 FROM walmart_update o WHERE o.walmart_order_id = u.walmart_order_id)`

/** Code, words and remedy of one that nothing was wrong with when it was dismissed. */
const UNDONE = say("dismissal_undone", {})

function changeStatement(change: Intervention): { sql: string; values: (string | null)[] } {
  switch (change.action) {
    case "retry":
      return { sql: `status = 'pending', ${NOTHING_WRONG}, requested_by = ?`, values: [change.by] }
    case "correct":
      return {
        sql: `status = 'pending', ${NOTHING_WRONG}, requested_by = ?, payload = ?, tracking_numbers = ?, warnings = ?`,
        values: [
          change.by,
          JSON.stringify(change.payload),
          searchable(change.payload).tracking,
          change.warnings.length > 0 ? JSON.stringify(change.warnings) : null,
        ],
      }
    case "dismiss":
      return {
        sql: "status = 'dismissed', finished_at = now(), requested_by = ?, note = ?",
        values: [change.by, change.note],
      }
    case "undo_dismissal":
      return {
        sql: `status = 'needs_attention', finished_at = NULL, note = NULL, requested_by = ?, payload = coalesce(?::jsonb, payload), ${LAST},
          words = CASE WHEN error_code IS NULL THEN ?::jsonb ELSE words END,
          error_code = coalesce(error_code, ?), error = coalesce(error, ?), remedy = coalesce(remedy, ?)`,
        values: [
          ...[change.by, jsonOrNull(change.payload), jsonOrNull(UNDONE.words)],
          ...[UNDONE.code, UNDONE.message, UNDONE.remedy],
        ],
      }
    case "give_reason":
      return {
        sql: `status = 'pending', ${NOTHING_WRONG}, requested_by = ?, payload = ?`,
        values: [change.by, JSON.stringify(change.payload)],
      }
    case "supersede":
      return {
        sql: "status = 'superseded', finished_at = now(), requested_by = ?",
        values: [change.by],
      }
  }
}

/** A person's decision starts a new series of attempts and makes the queue due now; not under the hands of who is sending for it. */
async function wake(trx: Knex, walmartOrderId: string, isFresh: boolean): Promise<void> {
  if (isFresh) {
    await trx.raw(
      `UPDATE walmart_queue SET fence = fence + 1, attempts = 0, refusals = 0, first_failed_at = NULL, next_due_at = NULL
       WHERE subject_id = ? AND deleted_at IS NULL`,
      [walmartOrderId]
    )
  }
  await trx.raw(
    `UPDATE walmart_queue SET enqueued_version = enqueued_version + 1 WHERE subject_id = ? AND deleted_at IS NULL`,
    [walmartOrderId]
  )
  await refreshHead(trx, { subject: "order", id: walmartOrderId })
}
