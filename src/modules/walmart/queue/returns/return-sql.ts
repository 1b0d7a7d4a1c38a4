import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { jsonOrNull } from "../../common/json"
import { generateEntityId } from "@medusajs/framework/utils"
import type { ReturnShare } from "../../../../walmart/returns/plan-return"
import { mostWanted, type WantedRefund } from "../../../../walmart/returns/wanted-refund"
import type { ReturnLine } from "../../../../walmart/orders/return-order"
import type { Attention } from "../../../../walmart/updates/model/update"
import type { Claim } from "../claim-sql"
import { noteEnqueued, refreshHead } from "../due-sql"
import { fenced } from "../lease-sql"

/**
 * Keeps what Walmart shows of a return order for one purchase order, once, however often it is read. An older read never
 * overwrites a newer one.
 * @returns id of its row
 */
export async function saveReturn(
  db: Knex,
  accountId: string,
  share: ReturnShare,
  readAt: Date
): Promise<string> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(SAVE, {
    id: generateEntityId("", "wmr"),
    account: accountId,
    rma: share.returnOrderId,
    po: share.purchaseOrderId,
    customer: share.customerOrderId,
    replacement: share.isReplacement,
    status: share.status,
    requested: dateOf(share.requestedAt),
    by: dateOf(share.returnBy),
    scanned: dateOf(share.scannedAt),
    delivered: dateOf(share.deliveredAt),
    refundBy: dateOf(share.refundBy),
    carrier: share.carrier,
    tracking: share.trackingNumber,
    lines: JSON.stringify(share.lines),
    readAt,
    refunded: share.refundedAmount,
    byWalmart: share.isRefundedByWalmart,
  })
  if (rows[0]) return rows[0].id
  const key = [accountId, share.returnOrderId, share.purchaseOrderId]
  const known = await db.raw<{ rows: { id: string }[] }>(FIND, key)
  return known.rows[0].id
}

const FIND = `SELECT id FROM walmart_return
  WHERE account_id = ? AND return_order_id = ? AND purchase_order_id = ? AND deleted_at IS NULL`

const SAVE = `INSERT INTO walmart_return AS r (id, account_id, return_order_id, purchase_order_id, customer_order_id,
    is_replacement, status, requested_at, return_by, scanned_at, delivered_at, refund_by, carrier, tracking_number, lines,
    read_at, refunded_amount, is_refunded_by_walmart)
  VALUES (:id, :account, :rma, :po, :customer, :replacement, :status, :requested, :by, :scanned, :delivered, :refundBy,
    :carrier, :tracking, :lines, :readAt, :refunded, :byWalmart)
  ON CONFLICT (account_id, return_order_id, purchase_order_id) WHERE deleted_at IS NULL DO UPDATE SET
    is_replacement = excluded.is_replacement, status = excluded.status, requested_at = excluded.requested_at,
    return_by = excluded.return_by, scanned_at = excluded.scanned_at, delivered_at = excluded.delivered_at,
    refund_by = CASE WHEN r.no_return = 'by_walmart' THEN NULL ELSE excluded.refund_by END,
    carrier = excluded.carrier, tracking_number = excluded.tracking_number,
    lines = excluded.lines, read_at = excluded.read_at,
    refunded_amount = greatest(r.refunded_amount, excluded.refunded_amount),
    is_refunded_by_walmart = excluded.is_refunded_by_walmart, updated_at = now()
  WHERE r.read_at <= excluded.read_at
  RETURNING id`

function dateOf(time: number | null): Date | null {
  return time === null ? null : new Date(time)
}

/** Units that a return's refund shall reach, and who wants it. */
export interface WantedReturn {
  wanted: WantedRefund
  /** A user id, or `received`. */
  by: string
}

/**
 * Wants a refund; what was wanted before stays wanted, and what went wrong before is forgotten, since more may go where less did not.
 * Repeating it changes nothing.
 * @returns whether there is more to send now
 */
export async function wantRefund(
  db: Knex,
  id: string,
  { wanted, by }: WantedReturn
): Promise<boolean> {
  return db.transaction(async (trx) => {
    const row = await lockReturn(trx, id)
    if (!row) return false
    const most = mostWanted(row.wanted ?? {}, wanted)
    if (JSON.stringify(most) === JSON.stringify(mostWanted(row.wanted ?? {}, {}))) return false
    await trx.raw(
      `UPDATE walmart_return SET wanted = ?, wanted_by = ?, wanted_at = now(), wanted_version = wanted_version + 1,
         error_code = NULL, error = NULL, remedy = NULL, words = NULL, updated_at = now() WHERE id = ?`,
      [JSON.stringify(most), by, id]
    )
    await refreshHead(trx, { subject: "return", id })
    return true
  })
}

/** Lets what waits for a person go on: forgets what went wrong. @returns false when there is no such row */
export async function retryReturn(db: Knex, id: string): Promise<boolean> {
  return db.transaction(async (trx) => {
    if (!(await lockReturn(trx, id))) return false
    await trx.raw(
      `UPDATE walmart_return SET error_code = NULL, error = NULL, remedy = NULL, words = NULL, note = NULL, updated_at = now() WHERE id = ?`,
      [id]
    )
    // While a call's outcome is not known, its settle time is nobody's to shorten.
    await trx.raw(
      `UPDATE walmart_queue SET attempts = 0, refusals = 0, first_failed_at = NULL, next_due_at = now()
       WHERE subject_id = ? AND NOT leased AND NOT in_doubt AND deleted_at IS NULL`,
      [id]
    )
    await refreshHead(trx, { subject: "return", id })
    return true
  })
}

/** Sends nothing more of what is wanted now, because a person says that it is done with. @returns false when there is no such row */
export async function dismissReturn(db: Knex, id: string, note: string): Promise<boolean> {
  return db.transaction(async (trx) => {
    if (!(await lockReturn(trx, id))) return false
    await trx.raw(
      `UPDATE walmart_return SET error_code = NULL, error = NULL, remedy = NULL, words = NULL, note = ?,
         sent_version = wanted_version, updated_at = now() WHERE id = ?`,
      [note, id]
    )
    await refreshHead(trx, { subject: "return", id })
    return true
  })
}

interface LockedReturn {
  account_id: string
  wanted: WantedRefund | null
}

/** The queue's row is locked before the return's, as the sender does. */
async function lockReturn(trx: Knex, id: string): Promise<LockedReturn | null> {
  const { rows } = await trx.raw<{ rows: (LockedReturn & { deadline: Date })[] }>(
    `SELECT account_id, wanted, coalesce(refund_by, now()) AS deadline FROM walmart_return WHERE id = ? AND deleted_at IS NULL`,
    [id]
  )
  const [found] = rows
  if (!found) return null
  const queued = { subject: "return", id, accountId: found.account_id } as const
  await noteEnqueued(trx, { ...queued, deadlineAt: found.deadline })
  const locked = await trx.raw<{ rows: LockedReturn[] }>(
    `SELECT account_id, wanted FROM walmart_return WHERE id = ? FOR UPDATE`,
    [id]
  )
  return locked.rows[0] ?? null
}

/** A refund as its sender finds it. */
export interface WaitingRefund {
  id: string
  accountId: string
  returnOrderId: string
  purchaseOrderId: string
  customerOrderId: string
  lines: ReturnLine[]
  wanted: WantedRefund
  /** The version that a call is for. */
  version: number
}

/** The refund that a claimed queue is to send; null when nothing waits. */
export async function loadWaitingRefund(db: Knex, id: string): Promise<WaitingRefund | null> {
  const { rows } = await db.raw<{ rows: WaitingRow[] }>(
    `SELECT id, account_id, return_order_id, purchase_order_id, customer_order_id, lines, wanted, wanted_version
     FROM walmart_return
     WHERE id = ? AND wanted_version > sent_version AND error_code IS NULL AND deleted_at IS NULL`,
    [id]
  )
  const [row] = rows
  if (!row) return null
  return {
    id: row.id,
    accountId: row.account_id,
    returnOrderId: row.return_order_id,
    purchaseOrderId: row.purchase_order_id,
    customerOrderId: row.customer_order_id,
    lines: row.lines,
    wanted: row.wanted ?? {},
    version: row.wanted_version,
  }
}

interface WaitingRow {
  id: string
  account_id: string
  return_order_id: string
  purchase_order_id: string
  customer_order_id: string
  lines: ReturnLine[]
  wanted: WantedRefund | null
  wanted_version: number
}

/** Notes that Walmart shows all that was wanted. Fenced. */
export async function markRefundSent(db: Knex, owned: Claim, version: number): Promise<void> {
  await fenced(db, owned, async (trx) => {
    await trx.raw(
      `UPDATE walmart_return SET sent_version = ?, sent_at = now(), error_code = NULL, error = NULL, remedy = NULL, words = NULL,
         updated_at = now() WHERE id = ?`,
      [version, owned.subjectId]
    )
    return []
  })
}

/** Leaves a return to a person, unless more was wanted meanwhile. Fenced. */
export async function markReturnAttention(
  db: Knex,
  owned: Claim,
  version: number,
  attention: Attention
): Promise<void> {
  await fenced(db, owned, async (trx) => {
    await trx.raw(
      `UPDATE walmart_return SET error_code = ?, error = ?, remedy = ?, words = ?, updated_at = now()
       WHERE id = ? AND wanted_version = ?`,
      [
        ...[attention.code, attention.message, attention.remedy, jsonOrNull(attention.words)],
        ...[owned.subjectId, version],
      ]
    )
    return []
  })
}
