import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Counts } from "../../../walmart/updates/outcome"
import { type Phrase, saying, type Words } from "../../../walmart/words/phrase"
import type { Claim } from "./claim-sql"
import { jsonOrNull } from "../common/json"
import { HEADS } from "./heads"

/** How a queue is given back. */
export interface Release {
  /** Milliseconds until it may be claimed again when work is left. */
  delayMs: number
  /** A call's outcome is unknown. */
  inDoubt: boolean
  /** What it means for the subject's series of failures; `reset` ends it after a success. */
  counts: Counts | "reset"
  /** Refusals by Walmart since the last success. */
  refusals: number
  error: QueueError | null
}

/** Why a queue could not be worked off, in words. */
export interface QueueError {
  code: string
  message: string
  words: Words
  correlationId: string | null
}

/** Why a queue could not be worked off. */
export function queueError(
  code: string,
  said: Phrase[],
  correlationId: string | null = null
): QueueError {
  const { message, words } = saying({ message: said, remedy: [] })
  return { code, message, words, correlationId }
}

/**
 * Gives a queue back. When something was enqueued since it was claimed, it is due at once, whatever this owner saw; except after
 * an unknown outcome, whose settle time nothing may cut short. Fenced: a stale owner's release changes nothing.
 * @returns whether it was still owned
 */
export async function release(db: Knex, owned: Claim, how: Release): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `UPDATE walmart_queue m SET leased = false, in_doubt = :inDoubt,
       attempts = CASE :counts::text WHEN 'reset' THEN 0 WHEN 'attempt' THEN m.attempts + 1 ELSE m.attempts END,
       refusals = :refusals,
       first_failed_at = CASE :counts::text WHEN 'reset' THEN NULL WHEN 'none' THEN m.first_failed_at
         ELSE coalesce(m.first_failed_at, now()) END,
       last_error_code = :code, last_error = :error, last_error_words = :words, last_correlation_id = :correlation,
       state = CASE WHEN head.status = 'needs_attention' THEN 'needs_attention' ELSE 'ok' END,
       next_kind = coalesce(head.kind, m.next_kind),
       next_due_at = CASE
         WHEN m.enqueued_version <> :enqueuedVersion AND NOT :inDoubt THEN greatest(now(), head.not_before)
         WHEN head.status = 'pending' OR :inDoubt THEN greatest(now() + :delayMs::float * interval '1 millisecond', head.not_before)
         ELSE NULL END,
       updated_at = now()
     FROM (SELECT 1) AS one LEFT JOIN ${HEADS[owned.subject](":subject")} AS head ON true
     WHERE m.subject_id = :subject AND m.fence = :fence AND m.leased AND m.deleted_at IS NULL
     RETURNING 1`,
    {
      subject: owned.subjectId,
      fence: owned.fence,
      enqueuedVersion: owned.enqueuedVersion,
      inDoubt: how.inDoubt,
      counts: how.counts,
      refusals: how.refusals,
      delayMs: how.delayMs,
      code: how.error?.code ?? null,
      error: how.error?.message ?? null,
      words: jsonOrNull(how.error?.words),
      correlation: how.error?.correlationId ?? null,
    }
  )
  return rows.length > 0
}

/** Age of the present series of failures in milliseconds; 0 without one. */
export async function failingForMs(db: Knex, subjectId: string): Promise<number> {
  const { rows } = await db.raw<{ rows: { ms: number | null }[] }>(
    `SELECT (extract(epoch FROM now() - first_failed_at) * 1000)::float AS ms FROM walmart_queue
     WHERE subject_id = ? AND deleted_at IS NULL`,
    [subjectId]
  )
  return rows[0]?.ms ?? 0
}
