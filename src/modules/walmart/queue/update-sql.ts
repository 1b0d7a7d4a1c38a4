import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  Attention,
  KnownUpdate,
  UpdateKind,
  UpdatePayload,
} from "../../../walmart/updates/model/update"
import type { UpdateStatus } from "../../../walmart/updates/model/update-status"
import type { Text, Words } from "../../../walmart/words/phrase"
import { jsonOrNull } from "../common/json"
import { NOTHING_WRONG } from "./attention-sql"
import type { Claim } from "./claim-sql"
import { OWNED } from "./lease-sql"
import type { ReadStart } from "../orders/order-sql"
import { REVISION } from "../orders/sweep-sql"

/** What became of one update. */
export interface FinishedUpdate {
  id: string
  walmart_order_id: string
  account_id: string
  kind: UpdateKind
  status: UpdateStatus
  error_code: string | null
}

/** All updates of an order, in sequence. A payload of another version is for a person to look at. */
export async function loadUpdates(db: Knex, walmartOrderId: string): Promise<KnownUpdate[]> {
  const { rows } = await db.raw<{ rows: UpdateRow[] }>(
    `SELECT ${COLUMNS} FROM walmart_update u
     WHERE u.walmart_order_id = ? AND u.deleted_at IS NULL ORDER BY u.sequence`,
    [walmartOrderId]
  )
  return rows.map(toKnown)
}

/** What sending for an order begins with: all of its updates, in sequence, and what a read of it at Walmart needs. */
export interface SendStart extends ReadStart {
  updates: KnownUpdate[]
}

/** Loads what sending for an order begins with, in one trip to the database. */
export async function loadSendStart(db: Knex, walmartOrderId: string): Promise<SendStart> {
  const { rows } = await db.raw<{ rows: SendStartRow[] }>(
    `SELECT o.purchase_order_id, clock_timestamp() AS now, ${COLUMNS} FROM walmart_order o
     LEFT JOIN walmart_update u ON u.walmart_order_id = o.id AND u.deleted_at IS NULL
     WHERE o.id = ? ORDER BY u.sequence`,
    [walmartOrderId]
  )
  const updates = rows.filter(({ id }) => id !== null).map(toKnown)
  return { purchaseOrderId: rows[0].purchase_order_id, readAt: rows[0].now, updates }
}

function toKnown(row: UpdateRow): KnownUpdate {
  return {
    id: row.id,
    sequence: row.sequence,
    uniqueKey: row.unique_key,
    status: row.status,
    // A JSON null has no kind either, and is judged where every other payload is that makes no sense.
    payload: row.payload ?? ({} as UpdatePayload),
    payloadVersion: row.payload_version,
    sentAt: row.sent_at?.getTime() ?? null,
    requestedBy: row.requested_by,
    attention:
      row.error === null
        ? null
        : {
            ...{ code: row.error_code ?? "", message: row.error, remedy: row.remedy ?? "" },
            words: row.words,
          },
  }
}

/** All updates of the orders that belong to these Medusa orders, in sequence. @returns updates by Walmart order */
export async function loadUpdatesOf(
  db: Knex,
  orderIds: string[]
): Promise<Map<string, KnownUpdate[]>> {
  const { rows } = await db.raw<{ rows: (UpdateRow & { walmart_order_id: string })[] }>(
    `SELECT u.walmart_order_id, ${COLUMNS} FROM walmart_update u
       JOIN walmart_order o ON o.id = u.walmart_order_id
     WHERE o.order_id = ANY(?) AND o.deleted_at IS NULL AND u.deleted_at IS NULL ORDER BY u.sequence`,
    [orderIds]
  )
  const known = new Map<string, KnownUpdate[]>()
  for (const row of rows) {
    known.set(row.walmart_order_id, [...(known.get(row.walmart_order_id) ?? []), toKnown(row)])
  }
  return known
}

const COLUMNS = `u.id, u.sequence, u.unique_key, u.status, u.payload, u.payload_version, u.sent_at, u.requested_by,
  u.error_code, u.error, u.remedy, u.words`

/** Without an update its columns are null. */
type SendStartRow = UpdateRow & { purchase_order_id: string; now: Date }

interface UpdateRow {
  id: string
  sequence: number
  unique_key: string
  status: UpdateStatus
  payload: UpdatePayload | null
  payload_version: number
  sent_at: Date | null
  requested_by: string | null
  error_code: string | null
  error: string | null
  remedy: string | null
  words: Words | null
}

/**
 * Marks updates that Walmart shows as sent. Fenced: a lost lease changes nothing and returns nothing.
 * @param also what follows from it, in the same transaction
 */
export async function markSent(
  db: Knex,
  owned: Claim,
  ids: string[],
  also?: (trx: Knex) => Promise<void>
): Promise<FinishedUpdate[]> {
  const values = { ids }
  if (!also) return change(db, owned, SENT, values)
  return db.transaction(async (trx) => {
    const sent = await change(trx, owned, SENT, values)
    if (sent.length > 0) await also(trx)
    return sent
  })
}

/** Takes updates out of the queue that Walmart does not take any more, with the reason. Fenced. */
export function markMoot(
  db: Knex,
  owned: Claim,
  ids: string[],
  { text: note, words }: Text
): Promise<FinishedUpdate[]> {
  const said: Words = { message: words, remedy: [] }
  return change(db, owned, MOOT, { ids, note, words: jsonOrNull(said) })
}

/** Hands an update to a person. Fenced. */
export function markAttention(
  db: Knex,
  owned: Claim,
  id: string,
  { code, message, remedy, words }: Attention
): Promise<FinishedUpdate[]> {
  return change(db, owned, ATTENTION, {
    ids: [id],
    code,
    message,
    remedy,
    words: jsonOrNull(words),
  })
}

/** Hands updates to a person that were taken back, because nobody can say whether they have arrived. Fenced. */
export function markUnread(
  db: Knex,
  owned: Claim,
  ids: string[],
  { code, message, remedy, words }: Attention
): Promise<FinishedUpdate[]> {
  return change(db, owned, UNREAD, { ids, code, message, remedy, words: jsonOrNull(words) })
}

/** One statement, so that it costs one trip to the database and needs no transaction of its own. */
async function change(db: Knex, { subjectId, fence }: Claim, sql: string, values: Knex.ValueDict) {
  const bindings = { ...values, subject: subjectId, fence }
  const { rows } = await db.raw<{ rows: FinishedUpdate[] }>(sql, bindings)
  return rows
}

/** Changes the named updates for the queue's owner, and raises the order's revision with them. */
function changing(set: string, from: string): string {
  return `WITH ${OWNED},
    changed AS (UPDATE walmart_update u SET ${set}, updated_at = now() FROM owned
      WHERE u.id = ANY(:ids) AND u.status IN (${from})
      RETURNING u.id, u.walmart_order_id, u.account_id, u.kind, u.status, u.error_code),
    raised AS (UPDATE walmart_order o SET ${REVISION} FROM owned WHERE o.id = :subject)
    SELECT * FROM changed`
}

const SENT = changing(
  `status = 'sent', sent_at = now(), finished_at = now(), ${NOTHING_WRONG}`,
  "'pending', 'superseded'"
)

/** The words of a superseded update are those of its note. */
const MOOT = changing(
  "status = 'superseded', note = :note, words = :words, finished_at = now()",
  "'pending'"
)

const WAITS =
  "status = 'needs_attention', error_code = :code, error = :message, remedy = :remedy, words = :words"

const ATTENTION = changing(WAITS, "'pending'")

const UNREAD = changing(`${WAITS}, finished_at = NULL`, "'superseded'")
