import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { ReturnShare } from "../../../../walmart/returns/plan-return"
import {
  BY_RECEIPT,
  isAllShown,
  mostWanted,
  UNSHOWN_REFUND,
  type WantedRefund,
} from "../../../../walmart/returns/wanted-refund"
import {
  type DecidedReturn,
  dismissedReturn,
  wantedReturn,
} from "../../../../walmart/returns/dismissed-refund"
import type { ReturnLine } from "../../../../walmart/orders/return-order"
import { rawAmount, rawAmountOf } from "../../common/money-sql"
import { NOTHING_WRONG } from "../attention-sql"
import { endFailures, noteEnqueued, refreshHead } from "../due-sql"
import { dateOrNull } from "../../common/date-or-null"

/** A return as it is kept. */
export interface KeptReturn {
  id: string
  lines: ReturnLine[]
}

/**
 * Keeps what Walmart shows of a return order for one purchase order, once, however often it is read. A read that began earlier never
 * overwrites a later one, and one of the future is not later: the database's clock was set back. What Walmart has shown as refunded once stays
 * so, because a read without it shows an old state.
 */
export async function saveReturn(
  db: Knex,
  accountId: string,
  share: ReturnShare,
  readAt: Date
): Promise<KeptReturn> {
  const { rows } = await db.raw<{ rows: KeptReturn[] }>(SAVE, {
    id: generateEntityId("", "wmr"),
    account: accountId,
    rma: share.returnOrderId,
    po: share.purchaseOrderId,
    customer: share.customerOrderId,
    replacement: share.isReplacement,
    status: share.status,
    requested: dateOrNull(share.requestedAt),
    by: dateOrNull(share.returnBy),
    scanned: dateOrNull(share.scannedAt),
    delivered: dateOrNull(share.deliveredAt),
    refundBy: dateOrNull(share.refundBy),
    carrier: share.carrier,
    tracking: share.trackingNumber,
    lines: JSON.stringify(share.lines),
    readAt,
    refunded: share.refundedAmount,
    rawRefunded: rawAmount(share.refundedAmount),
    byWalmart: share.isRefundedByWalmart,
  })
  if (rows[0]) return rows[0]
  const key = [accountId, share.returnOrderId, share.purchaseOrderId]
  const known = await db.raw<{ rows: KeptReturn[] }>(FIND, key)
  return known.rows[0]
}

const FIND = `SELECT id, lines FROM walmart_return
  WHERE account_id = ? AND return_order_id = ? AND purchase_order_id = ? AND deleted_at IS NULL`

/** The lines that are shown, each with the most units that were ever shown as refunded. */
const MOST_REFUNDED = `(SELECT jsonb_agg(shown.line || jsonb_build_object('refunded',
      greatest((shown.line->>'refunded')::int, (kept.line->>'refunded')::int)) ORDER BY shown.place)
    FROM jsonb_array_elements(excluded.lines) WITH ORDINALITY AS shown(line, place)
    LEFT JOIN jsonb_array_elements(r.lines) AS kept(line) ON kept.line->'returnLineNumber' = shown.line->'returnLineNumber')`

const MOST_MONEY = "greatest(r.refunded_amount, excluded.refunded_amount)"

/** Walmart opens a return again that it showed as closed before anything of it came back: it gets a Medusa return like a new one. */
const REOPENED = "r.no_return = 'closed' AND excluded.status IN ('initiated', 'delivered')"

const SAVE = `INSERT INTO walmart_return AS r (id, account_id, return_order_id, purchase_order_id, customer_order_id,
    is_replacement, status, requested_at, return_by, scanned_at, delivered_at, refund_by, carrier, tracking_number, lines,
    read_at, refunded_amount, raw_refunded_amount, is_refunded_by_walmart)
  VALUES (:id, :account, :rma, :po, :customer, :replacement, :status, :requested, :by, :scanned, :delivered, :refundBy,
    :carrier, :tracking, :lines, :readAt, :refunded, :rawRefunded, :byWalmart)
  ON CONFLICT (account_id, return_order_id, purchase_order_id) WHERE deleted_at IS NULL DO UPDATE SET
    return_id = CASE WHEN ${REOPENED} THEN NULL ELSE r.return_id END,
    no_return = CASE WHEN ${REOPENED} THEN NULL ELSE r.no_return END,
    is_replacement = excluded.is_replacement, status = excluded.status, requested_at = excluded.requested_at,
    return_by = excluded.return_by, scanned_at = excluded.scanned_at, delivered_at = excluded.delivered_at,
    refund_by = CASE WHEN r.no_return = 'by_walmart' THEN NULL ELSE excluded.refund_by END,
    carrier = excluded.carrier, tracking_number = excluded.tracking_number,
    lines = ${MOST_REFUNDED}, read_at = excluded.read_at,
    refunded_amount = ${MOST_MONEY}, raw_refunded_amount = ${rawAmountOf(MOST_MONEY)},
    is_refunded_by_walmart = excluded.is_refunded_by_walmart, updated_at = now()
  WHERE r.read_at <= excluded.read_at OR r.read_at > now()
  RETURNING id, lines`

/** Units that a return's refund shall reach, and who wants it. */
export interface WantedReturn {
  wanted: WantedRefund
  /** A user id, or `received`. */
  by: string
}

/**
 * Wants a refund; what was wanted before stays wanted, and what went wrong before is forgotten, since more may go where less did not.
 * Repeating it changes nothing. What was dismissed is not sent because more is received, but a person may want it again.
 * @returns whether there is more to send now
 */
export async function wantRefund(db: Knex, id: string, more: WantedReturn): Promise<boolean> {
  return db.transaction(async (trx) => {
    const row = await lockReturn(trx, id)
    if (!row) return false
    const { wanted, dismissed } = wantedReturn(row, more)
    const isMore = JSON.stringify(wanted) !== JSON.stringify(mostWanted(row.wanted ?? {}, {}))
    if (!isMore && !(more.by !== BY_RECEIPT && isDismissed(row, dismissed))) return false
    await trx.raw(
      `UPDATE walmart_return SET wanted = ?, dismissed = ?, wanted_by = ?, wanted_at = now(), wanted_version = wanted_version + 1,
         ${NOTHING_WRONG}, updated_at = now() WHERE id = ?`,
      [JSON.stringify(wanted), JSON.stringify(dismissed), more.by, id]
    )
    await refreshHead(trx, { subject: "return", id })
    return true
  })
}

/** Dismissed units are wanted again, or nothing more of it is sent and Walmart does not show all of it. */
function isDismissed(
  { wanted, dismissed, lines, is_waiting: isWaiting }: DecidedReturn,
  left: WantedRefund
): boolean {
  const isAgain = Object.entries(dismissed ?? {}).some(
    ([number, units]) => units > (left[number] ?? 0)
  )
  return isAgain || (!isWaiting && !isAllShown(lines, wanted ?? {}))
}

/**
 * Lets what waits for a person go on: forgets what went wrong, and a yes that Walmart has not shown, which a person then knows to be none.
 * @returns false when there is no such row
 */
export async function retryReturn(db: Knex, id: string): Promise<boolean> {
  return db.transaction(async (trx) => {
    if (!(await lockReturn(trx, id))) return false
    await trx.raw(
      `UPDATE walmart_return SET accepted = CASE WHEN error_code = ? THEN NULL ELSE accepted END, dismissed_error = NULL,
         ${NOTHING_WRONG}, note = NULL, updated_at = now() WHERE id = ?`,
      [UNSHOWN_REFUND, id]
    )
    await endFailures(trx, id)
    await refreshHead(trx, { subject: "return", id })
    return true
  })
}

/**
 * Sends nothing more of what is wanted now, whatever else is received, and does not say again why there is no Medusa return, because a
 * person says that it is done with.
 * @returns false when there is no such row
 */
export async function dismissReturn(db: Knex, id: string, note: string): Promise<boolean> {
  return db.transaction(async (trx) => {
    const row = await lockReturn(trx, id)
    if (!row) return false
    const { wanted, dismissed } = dismissedReturn(row)
    await trx.raw(
      `UPDATE walmart_return SET wanted = ?, dismissed = ?, dismissed_error = coalesce(error, dismissed_error),
         ${NOTHING_WRONG}, note = ?, sent_version = wanted_version, updated_at = now()
       WHERE id = ?`,
      [JSON.stringify(wanted), JSON.stringify(dismissed), note, id]
    )
    await refreshHead(trx, { subject: "return", id })
    return true
  })
}

/** The queue's row is locked before the return's, as the sender does. */
async function lockReturn(trx: Knex, id: string): Promise<DecidedReturn | null> {
  const { rows } = await trx.raw<{ rows: { account_id: string; deadline: Date }[] }>(
    `SELECT account_id, coalesce(refund_by, now()) AS deadline FROM walmart_return WHERE id = ? AND deleted_at IS NULL`,
    [id]
  )
  const [found] = rows
  if (!found) return null
  const queued = { subject: "return", id, accountId: found.account_id } as const
  await noteEnqueued(trx, { ...queued, deadlineAt: found.deadline })
  const locked = await trx.raw<{ rows: DecidedReturn[] }>(
    `SELECT received, wanted, accepted, dismissed, lines, error_code, wanted_version > sent_version AS is_waiting
     FROM walmart_return WHERE id = ? FOR UPDATE`,
    [id]
  )
  return locked.rows[0] ?? null
}
