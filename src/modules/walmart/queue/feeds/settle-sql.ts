import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { chunks } from "../../../../walmart/common/chunks"
import { changedTryMs } from "../../../../walmart/inventory/failed-stock"
import type { Attention } from "../../../../walmart/updates/model/update"
import type { Claim } from "../claim-sql"
import { refreshHeads } from "../due-sql"
import { fenced } from "../lease-sql"

/**
 * What becomes of a figure that leaves its feed: `sent` with it, `single` is sent by a call of its own, `free` is treated as if it had never
 * been in it, `not_counted` has no figure, `ask` waits for a person, unless it was wanted anew since.
 */
export type Settlement = { id: string } & (
  { becomes: "sent" | "single" | "free" | "not_counted" } | { becomes: "ask"; attention: Attention }
)

/** Figures that are settled in one transaction. */
const AT_ONCE = 500

/**
 * Takes figures out of their feed, and makes due what is left of them to send. Fenced. Whoever changes a figure at this moment holds its
 * queue's row; waiting for it could be a deadlock, so such figures stay in the feed.
 * @returns how many stayed
 */
export async function settle(db: Knex, owned: Claim, settlements: Settlement[]): Promise<number> {
  let settled = 0
  for (const some of chunks(settlements, AT_ONCE)) {
    settled += (await fenced(db, owned, (trx) => settleSome(trx, owned, some))).length
  }
  return settlements.length - settled
}

async function settleSome(trx: Knex, owned: Claim, some: Settlement[]): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `SELECT subject_id AS id FROM walmart_queue WHERE subject_id = ANY(?) AND deleted_at IS NULL FOR UPDATE SKIP LOCKED`,
    [some.map(({ id }) => id)]
  )
  const ids = rows.map(({ id }) => id)
  const free = new Set(ids)
  const values = some.filter(({ id }) => free.has(id)).map(valuesOf)
  await trx.raw(SETTLE, { values: JSON.stringify(values), feed: owned.subjectId })
  const failed = values.filter(({ becomes }) => becomes === "single").map(({ id }) => id)
  await refreshHeads(trx, "stock", { ids, failed })
  return ids
}

function valuesOf(one: Settlement) {
  const attention = one.becomes === "ask" ? one.attention : null
  return {
    ...{ id: one.id, becomes: one.becomes, code: attention?.code ?? null },
    ...{ error: attention?.message ?? null, remedy: attention?.remedy ?? null },
    retry_after_ms: attention && changedTryMs(attention.code),
    words: attention?.words ?? null,
  }
}

/** Nobody is asked about a figure that has changed since: the new one is sent automatically, and Walmart may accept it. */
const ASKS = "v.becomes = 'ask' AND s.wanted_version = coalesce(s.fed_version, s.wanted_version)"

const SETTLE = `UPDATE walmart_stock s SET
    sent_version = CASE WHEN v.becomes = 'sent' THEN greatest(s.sent_version, s.fed_version) ELSE s.sent_version END,
    sent_amount = CASE WHEN v.becomes = 'sent' THEN s.fed_amount ELSE s.sent_amount END,
    sent_at = CASE WHEN v.becomes = 'sent' THEN now() ELSE s.sent_at END,
    walmart_amount = CASE WHEN v.becomes = 'sent' THEN s.fed_amount ELSE s.walmart_amount END,
    read_at = CASE WHEN v.becomes = 'sent' THEN now() ELSE s.read_at END,
    wanted_at = CASE WHEN v.becomes = 'sent' AND s.wanted_version <= s.fed_version THEN NULL ELSE s.wanted_at END,
    held_reason = CASE WHEN v.becomes = 'not_counted' THEN coalesce(s.held_reason, 'not_counted') ELSE s.held_reason END,
    held_at = CASE WHEN v.becomes = 'not_counted' THEN coalesce(s.held_at, now()) ELSE s.held_at END,
    error_code = CASE WHEN ${ASKS} THEN v.code ELSE s.error_code END,
    error = CASE WHEN ${ASKS} THEN v.error ELSE s.error END,
    remedy = CASE WHEN ${ASKS} THEN v.remedy ELSE s.remedy END,
    words = CASE WHEN ${ASKS} THEN v.words ELSE s.words END,
    error_version = CASE WHEN ${ASKS} THEN s.wanted_version ELSE s.error_version END,
    retry_at = CASE WHEN ${ASKS} THEN now() + v.retry_after_ms * interval '1 millisecond' ELSE s.retry_at END,
    feed_id = NULL, fed_at = NULL, fed_version = NULL, fed_amount = NULL, updated_at = now()
  FROM jsonb_to_recordset(:values::jsonb) AS v(id text, becomes text, code text, error text, remedy text, words jsonb,
    retry_after_ms float)
  WHERE s.id = v.id AND s.feed_id = :feed`
