import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { HeldReason } from "../../models/walmart-stock"
import type { Attention } from "../../../../walmart/updates/model/update"
import type { Claim } from "../claim-sql"
import { markSubjectAttention, NOTHING_WRONG } from "../attention-sql"
import { endFailures, noteEnqueued, refreshHead } from "../due-sql"
import { STOCK_SENDABLE, STOCK_UNASKED } from "../heads"
import { fenced, fencedStatement } from "../lease-sql"
import type { StockReading, StockTarget } from "./reading"

/** A figure as its sender finds it. */
export interface WaitingStock extends StockTarget {
  id: string
  /** The version that a push is for. */
  version: number
  /** It waits for a recount: nothing but 0 may go to Walmart. */
  isHeld: boolean
  /** The count that it is held with is not known yet. */
  isHeldUncounted: boolean
  /** Walmart has had a figure of it, or sold it. */
  isKnownAtWalmart: boolean
}

/** Whether Walmart has had a figure of the row `s`, or sold its SKU. */
export const IS_KNOWN = `(s.sent_at IS NOT NULL OR EXISTS (SELECT 1 FROM walmart_order_line l JOIN walmart_order o ON o.id = l.walmart_order_id
  WHERE l.sku = s.sku AND o.account_id = s.account_id AND l.deleted_at IS NULL))`

/** The figure that a claimed queue is to send; null when nothing waits. */
export async function loadWaitingStock(db: Knex, id: string): Promise<WaitingStock | null> {
  const { rows } = await db.raw<{ rows: WaitingRow[] }>(
    `SELECT s.id, s.account_id, s.sku, s.ship_node_id, s.wanted_version, s.held_reason, s.held_stocked,
       ${IS_KNOWN} AS is_known
     FROM walmart_stock s WHERE s.id = :id AND ${STOCK_UNASKED} AND ${STOCK_SENDABLE}`,
    { id }
  )
  const [row] = rows
  if (!row) return null
  return {
    id: row.id,
    accountId: row.account_id,
    sku: row.sku,
    shipNodeId: row.ship_node_id || null,
    version: row.wanted_version,
    isHeld: row.held_reason !== null,
    isHeldUncounted: row.held_reason !== null && row.held_stocked === null,
    isKnownAtWalmart: row.is_known,
  }
}

interface WaitingRow {
  id: string
  account_id: string
  sku: string
  ship_node_id: string
  wanted_version: number
  held_reason: HeldReason | null
  held_stocked: number | null
  is_known: boolean
}

/** What Walmart said yes to. */
export interface SentStock {
  version: number
  reading: StockReading
  /** Units in Walmart's answer. */
  walmartAmount: number
}

/** Notes a push that Walmart confirmed. Fenced. @returns whether the lease still held */
export async function markStockSent(db: Knex, owned: Claim, sent: SentStock): Promise<boolean> {
  const { reading } = sent
  const changed = await fenced(db, owned, async (trx) => {
    const { rows } = await trx.raw<{ rows: unknown[] }>(
      `UPDATE walmart_stock SET sent_version = :version, sent_amount = :amount, sent_at = now(),
         walmart_amount = :walmart, read_at = now(), available = :available, variant_id = :variant,
         stock_location_id = :location, ${NOTHING_WRONG}, updated_at = now(),
         wanted_at = CASE WHEN wanted_version > :version THEN wanted_at END
       WHERE id = :id RETURNING 1`,
      {
        id: owned.subjectId,
        version: sent.version,
        amount: reading.amount,
        walmart: sent.walmartAmount,
        available: reading.available,
        variant: reading.variantId,
        location: reading.stockLocationId,
      }
    )
    return rows
  })
  return changed.length > 0
}

/**
 * Hands a figure to a person, unless it was wanted anew meanwhile. Fenced.
 * @param retryAfterMs until another figure is tried without the person
 */
export async function markStockAttention(
  db: Knex,
  owned: Claim,
  { version, retryAfterMs }: { version: number; retryAfterMs: number },
  attention: Attention
): Promise<void> {
  const found = { table: "walmart_stock", version, retryAfterMs } as const
  await markSubjectAttention(db, owned, found, attention)
}

/** Notes the count with which a hold began, unless it began anew while the count was read. Fenced. */
export async function noteHeldCount(
  db: Knex,
  owned: Claim,
  version: number,
  stocked: number
): Promise<void> {
  await fencedStatement(
    db,
    owned,
    `UPDATE walmart_stock SET held_stocked = ?, ${NOTHING_WRONG}, updated_at = now()
     WHERE id = ? AND held_reason = 'recount' AND wanted_version = ?`,
    [stocked, owned.subjectId, version]
  )
}

/** Sends nothing more of an item until the reason is gone, unless it was wanted anew meanwhile, or held for a recount. Fenced. */
export async function holdStock(
  db: Knex,
  owned: Claim,
  version: number,
  reason: HeldReason
): Promise<void> {
  await fencedStatement(
    db,
    owned,
    `UPDATE walmart_stock SET held_reason = ?, held_at = now(), ${NOTHING_WRONG}, updated_at = now()
     WHERE id = ? AND wanted_version = ?`,
    [reason, owned.subjectId, version]
  )
}

/**
 * Sends a figure now, by a person's hand or because a recount was found: ends its hold, and forgets what went wrong. A push that
 * is under way continues, and another one follows it.
 * @returns false when there is no such row
 */
export async function pushStock(db: Knex, id: string): Promise<boolean> {
  return db.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: { account_id: string }[] }>(
      `SELECT account_id FROM walmart_stock WHERE id = ? AND deleted_at IS NULL`,
      [id]
    )
    const [row] = rows
    if (!row) return false
    const queued = { subject: "stock", id } as const
    await noteEnqueued(trx, { ...queued, accountId: row.account_id, deadlineAt: new Date() })
    await trx.raw(
      `UPDATE walmart_stock SET wanted_version = wanted_version + 1, wanted_at = now(), held_reason = NULL, held_at = NULL,
         held_stocked = NULL, ${NOTHING_WRONG}, updated_at = now() WHERE id = ?`,
      [id]
    )
    await endFailures(trx, id)
    await refreshHead(trx, queued)
    return true
  })
}
