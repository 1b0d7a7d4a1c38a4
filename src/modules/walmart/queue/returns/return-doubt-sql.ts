import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { REPEATABLE_AT, type DoubtTimes } from "../attempt-sql"
import type { Claim } from "../claim-sql"

/**
 * Asked after reading a return that does not show what is wanted: may an earlier refund of it still arrive? One read may show an old
 * state, so a call in doubt is repeated only after a second read; a yes counts as doubt for as long, in case the read is an old one.
 * @returns milliseconds until the second read, null when nothing is in doubt or both reads have been made
 */
export async function secondReadOfReturnMs(
  db: Knex,
  { subjectId: subject, fence }: Claim,
  { settleMs, sendEveryMs }: DoubtTimes
): Promise<number | null> {
  const apartMs = settleMs - Math.min(sendEveryMs, settleMs / 2)
  const { rows } = await db.raw<{ rows: { wait_ms: number }[] }>(WAIT, {
    ...{ subject, fence, settleMs, apartMs },
  })
  return rows.length === 0 ? null : Math.max(...rows.map(({ wait_ms: ms }) => Math.ceil(ms)))
}

const WAIT = `UPDATE walmart_attempt a SET unseen_at = coalesce(a.unseen_at, now())
  WHERE a.subject_id = :subject AND a.fence < :fence
    AND (a.outcome = 'unknown'
      OR (a.outcome = 'applied' AND a.finished_at > now() - 2 * :settleMs::float * interval '1 millisecond'))
    AND (a.unseen_at IS NULL OR ${REPEATABLE_AT} > now())
  RETURNING (extract(epoch FROM ${REPEATABLE_AT} - now()) * 1000)::float AS wait_ms`
