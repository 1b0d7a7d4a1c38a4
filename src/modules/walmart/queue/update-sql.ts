import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  Attention,
  KnownUpdate,
  UpdatePayload,
  UpdateStatus,
} from "../../../walmart/updates/model/update"
import type { Claim } from "./claim-sql"
import { fenced } from "./lease-sql"
import { raiseRevision } from "../orders/sweep-sql"

/** What became of one update. */
export interface FinishedUpdate {
  id: string
  walmart_order_id: string
  account_id: string
  kind: string
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
    attention: row.error === null ? null : { message: row.error, remedy: row.remedy ?? "" },
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

const COLUMNS = `u.id, u.sequence, u.unique_key, u.status, u.payload, u.payload_version, u.sent_at, u.error, u.remedy`

interface UpdateRow {
  id: string
  sequence: number
  unique_key: string
  status: UpdateStatus
  payload: UpdatePayload | null
  payload_version: number
  sent_at: Date | null
  error: string | null
  remedy: string | null
}

/**
 * Marks updates that Walmart shows as sent. Fenced: a lost lease changes nothing and returns nothing.
 * @param also what follows from it, in the same transaction
 */
export function markSent(
  db: Knex,
  owned: Claim,
  ids: string[],
  also?: (trx: Knex) => Promise<void>
): Promise<FinishedUpdate[]> {
  return fenced(db, owned, async (trx) => {
    const { rows } = await trx.raw<{ rows: FinishedUpdate[] }>(
      `UPDATE walmart_update SET status = 'sent', sent_at = now(), finished_at = now(), updated_at = now(),
         error_code = NULL, error = NULL, remedy = NULL
       WHERE id = ANY(?) AND status IN ('pending', 'superseded')
       RETURNING ${FINISHED}`,
      [ids]
    )
    await raiseRevision(trx, owned.subjectId)
    if (rows.length > 0) await also?.(trx)
    return rows
  })
}

/** Takes updates out of the queue that Walmart does not take any more, with the reason. Fenced. */
export function markMoot(
  db: Knex,
  owned: Claim,
  ids: string[],
  note: string
): Promise<FinishedUpdate[]> {
  return fenced(db, owned, async (trx) => {
    const { rows } = await trx.raw<{ rows: FinishedUpdate[] }>(
      `UPDATE walmart_update SET status = 'superseded', note = ?, finished_at = now(), updated_at = now()
       WHERE id = ANY(?) AND status = 'pending' RETURNING ${FINISHED}`,
      [note, ids]
    )
    return rows
  })
}

/** Hands an update to a person. Fenced. */
export function markAttention(
  db: Knex,
  owned: Claim,
  id: string,
  attention: Attention
): Promise<FinishedUpdate[]> {
  return fenced(db, owned, async (trx) => {
    const { rows } = await trx.raw<{ rows: FinishedUpdate[] }>(
      `UPDATE walmart_update SET status = 'needs_attention', error_code = ?, error = ?, remedy = ?, updated_at = now()
       WHERE id = ? AND status = 'pending' RETURNING ${FINISHED}`,
      [attention.code, attention.message, attention.remedy, id]
    )
    await raiseRevision(trx, owned.subjectId)
    return rows
  })
}

const FINISHED = "id, walmart_order_id, account_id, kind, status, error_code"
