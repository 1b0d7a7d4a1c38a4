import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReturnLine } from "../../../../walmart/orders/return-order"
import { undismissed } from "../../../../walmart/returns/dismissed-refund"
import { mostWanted, type WantedRefund } from "../../../../walmart/returns/wanted-refund"
import type { Attention } from "../../../../walmart/updates/model/update"
import { markSubjectAttention, NOTHING_WRONG } from "../attention-sql"
import type { Claim } from "../claim-sql"
import { fencedStatement } from "../lease-sql"

/** A refund as its sender finds it. */
export interface WaitingRefund {
  id: string
  accountId: string
  returnOrderId: string
  purchaseOrderId: string
  customerOrderId: string
  lines: ReturnLine[]
  /** Without what was dismissed. */
  wanted: WantedRefund
  /** Units that Walmart said yes to, by return line number. */
  accepted: WantedRefund
  dismissed: WantedRefund
  /** The version that a call is for. */
  version: number
}

/** The refund that a claimed queue is to send; null when nothing waits. */
export async function loadWaitingRefund(db: Knex, id: string): Promise<WaitingRefund | null> {
  const { rows } = await db.raw<{ rows: WaitingRow[] }>(
    `SELECT id, account_id, return_order_id, purchase_order_id, customer_order_id, lines, wanted, accepted, dismissed,
       wanted_version
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
    wanted: undismissed(row.wanted ?? {}, row.dismissed ?? {}),
    accepted: row.accepted ?? {},
    dismissed: row.dismissed ?? {},
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
  accepted: WantedRefund | null
  dismissed: WantedRefund | null
  wanted_version: number
}

/** Keeps what Walmart said yes to, so that it is not sent again. Also when the lease is lost, because it is evidence. */
export async function noteAccepted(db: Knex, id: string, accepted: WantedRefund): Promise<void> {
  await db.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: Pick<WaitingRow, "accepted">[] }>(
      `SELECT accepted FROM walmart_return WHERE id = ? FOR UPDATE`,
      [id]
    )
    const all = mostWanted(rows[0].accepted ?? {}, accepted)
    const update = `UPDATE walmart_return SET accepted = ?, updated_at = now() WHERE id = ?`
    await trx.raw(update, [JSON.stringify(all), id])
  })
}

/** Notes that Walmart shows all that was wanted. Fenced. */
export async function markRefundSent(db: Knex, owned: Claim, version: number): Promise<void> {
  await fencedStatement(
    db,
    owned,
    `UPDATE walmart_return SET sent_version = ?, sent_at = now(), ${NOTHING_WRONG},
       updated_at = now() WHERE id = ?`,
    [version, owned.subjectId]
  )
}

/** Leaves a return to a person, unless more was wanted or it was dismissed meanwhile. Fenced. */
export async function markReturnAttention(
  db: Knex,
  owned: Claim,
  version: number,
  attention: Attention
): Promise<void> {
  const condition = "sent_version < wanted_version"
  await markSubjectAttention(db, owned, { table: "walmart_return", version, condition }, attention)
}
