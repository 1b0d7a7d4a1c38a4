import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Subject } from "../common/subject"
import { HEADS } from "./heads"

/** What is sent for, whose account sends it, and how urgent it is. */
export interface QueuedSubject {
  subject: Subject
  id: string
  accountId: string
  deadlineAt: Date
}

/**
 * Notes that something was enqueued for a subject; makes its queue when it had none. Holds the row's lock until the transaction
 * ends, so that enqueueing, sending and people never deadlock and never overwrite each other.
 */
export async function noteEnqueued(trx: Knex, queued: QueuedSubject): Promise<void> {
  await noteAllEnqueued(trx, [queued])
}

/** The same for many subjects at once; always in the same order, so that two who want the same ones do not wait for each other. */
export async function noteAllEnqueued(trx: Knex, queued: QueuedSubject[]): Promise<void> {
  const rows = queued.map(({ subject, id, accountId, deadlineAt }) => ({
    id: generateEntityId("", "wmq"),
    subject,
    subject_id: id,
    account_id: accountId,
    deadline_at: deadlineAt,
  }))
  await trx.raw(
    `INSERT INTO walmart_queue (id, subject, subject_id, account_id, deadline_at, enqueued_version)
     SELECT id, subject, subject_id, account_id, deadline_at, 1
     FROM jsonb_to_recordset(?::jsonb) AS q(id text, subject text, subject_id text, account_id text, deadline_at timestamptz)
     ORDER BY subject_id
     ON CONFLICT (subject_id) WHERE deleted_at IS NULL
     DO UPDATE SET enqueued_version = walmart_queue.enqueued_version + 1, deadline_at = excluded.deadline_at`,
    [JSON.stringify(rows)]
  )
}

/**
 * Ends a queue's series of failures because a person wants its subject sent now. While a call's outcome is not known, its settle time
 * is nobody's to shorten.
 */
export async function endFailures(trx: Knex, subjectId: string): Promise<void> {
  await trx.raw(
    `UPDATE walmart_queue SET attempts = 0, refusals = 0, first_failed_at = NULL, next_due_at = now()
     WHERE subject_id = ? AND NOT leased AND NOT in_doubt AND deleted_at IS NULL`,
    [subjectId]
  )
}

/**
 * Makes a queue's state follow its head. The caller holds the queue row's lock. While a call's outcome is unknown the due time
 * stays, even with nothing to send: what is queued next must wait for the settle time too.
 */
export async function refreshHead(
  trx: Knex,
  { subject, id }: Pick<QueuedSubject, "subject" | "id">
): Promise<void> {
  await refreshHeads(trx, subject, { ids: [id], failed: [] })
}

/**
 * The same for many subjects of one kind at once, whose queues' rows the caller has locked.
 * @param failed those of them whose series of failures begins or continues
 */
export async function refreshHeads(
  trx: Knex,
  subject: Subject,
  { ids, failed }: { ids: string[]; failed: string[] }
): Promise<void> {
  await trx.raw(
    `UPDATE walmart_queue m SET
       attempts = CASE WHEN m.subject_id = ANY(:failed) THEN greatest(m.attempts, 1) ELSE m.attempts END,
       next_kind = coalesce(head.kind, m.next_kind),
       state = CASE WHEN head.status = 'needs_attention' THEN 'needs_attention' ELSE 'ok' END,
       next_due_at = CASE
         WHEN m.leased THEN m.next_due_at
         WHEN head.status = 'pending' OR m.in_doubt THEN coalesce(m.next_due_at, greatest(now(), head.not_before))
         ELSE NULL END,
       updated_at = now()
     FROM unnest(:ids::text[]) AS one(id) LEFT JOIN LATERAL ${HEADS[subject]("one.id")} AS head ON true
     WHERE m.subject_id = one.id AND m.deleted_at IS NULL`,
    { ids, failed }
  )
}
