import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { FreedLine } from "../../../../walmart/mirror/freed-stock"
import { toWanted, type WantedRow, wantStock } from "./want-sql"

/** What came free of an order. */
export interface FreedOrder {
  walmartOrderId: string
  lines: FreedLine[]
}

/**
 * Wants the figures of what came free since they were wanted last, and notes it in the same transaction: none is lost with its process, and
 * none is wanted twice, whoever finds it. A recount begins once for what Walmart set the listing to 0 for.
 * @param isSent Walmart is sent figures of the account; else it is only noted
 * @returns ids of the rows
 */
export async function wantFreedStock(
  db: Knex,
  { walmartOrderId, lines }: FreedOrder,
  isSent: boolean
): Promise<string[]> {
  if (lines.length === 0) return []
  return db.transaction(async (trx) => {
    // Writers of an order's lines wait for each other at its row.
    await trx.raw("SELECT 1 FROM walmart_order WHERE id = ? FOR NO KEY UPDATE", [walmartOrderId])
    const { rows } = await trx.raw<{ rows: WantedRow[] }>(NOTE_FREED, {
      order: walmartOrderId,
      lines: JSON.stringify(lines),
    })
    return isSent ? wantStock(trx, rows.map(toWanted)) : []
  })
}

/** Notes what is free and zeroed by now. Answers the SKUs that were not as free or as zeroed before, of orders that the seller ships. */
const NOTE_FREED = `WITH found AS (
    SELECT l.id, l.sku, v.freed, v.zeroed, v.freed > l.freed_quantity AS is_freed, v.zeroed > l.zeroed_quantity AS is_zeroed
    FROM walmart_order_line l JOIN jsonb_to_recordset(:lines::jsonb) AS v("lineNumber" text, freed int, zeroed int)
      ON v."lineNumber" = l.line_number
    WHERE l.walmart_order_id = :order AND l.deleted_at IS NULL ORDER BY l.id FOR UPDATE OF l),
  noted AS (UPDATE walmart_order_line l SET freed_quantity = greatest(l.freed_quantity, found.freed),
      zeroed_quantity = greatest(l.zeroed_quantity, found.zeroed)
    FROM found WHERE l.id = found.id AND (found.is_freed OR found.is_zeroed))
  SELECT o.account_id, o.ship_node_id, found.sku, bool_or(found.is_zeroed) AS zeroed FROM found
    JOIN walmart_order o ON o.id = :order AND o.ship_node_type = 'SellerFulfilled'
  GROUP BY o.account_id, o.ship_node_id, found.sku HAVING bool_or(found.is_freed OR found.is_zeroed)`

/** Cancellations that Walmart has confirmed, and what it shows with that. */
export interface CanceledStock {
  walmartOrderId: string
  /** Updates of the order, of which the cancellations are meant. */
  updateIds: string[]
  /** Reasons after which Walmart has set the stock to 0. */
  zeroingReasons: string[]
  /** Units of a line that Walmart shows as canceled for such a reason. */
  shownZeroed: (lineNumber: string) => number
}

/**
 * Wants the figures of what these cancellations name; part of the transaction that finishes them. Their stock is free by what Medusa did
 * before they were queued. After a reason that zeroes stock a figure waits for a recount.
 */
export async function wantCanceledStock(trx: Knex, canceled: CanceledStock): Promise<void> {
  const { walmartOrderId, updateIds: updates, zeroingReasons: reasons, shownZeroed } = canceled
  const { rows } = await trx.raw<{ rows: FreedLine[] }>(CANCELED, {
    ...{ order: walmartOrderId, updates, reasons },
  })
  const lines = rows.map((line) => ({
    ...line,
    zeroed: Math.max(line.zeroed, shownZeroed(line.lineNumber)),
  }))
  await wantFreedStock(trx, { walmartOrderId, lines }, true)
}

/** Of each line that these cancellations name: its canceled units, and those that were told for a reason that zeroes stock, then or before. */
const CANCELED = `SELECT told.line AS "lineNumber", max(told.total)::int AS freed,
    coalesce(sum(told.quantity) FILTER (WHERE told.reason = ANY(:reasons)), 0)::int AS zeroed
  FROM (SELECT u.id, u.payload->>'reason' AS reason, part->>'lineNumber' AS line,
      (part->>'quantity')::int AS quantity, coalesce(part->>'total', part->>'quantity')::int AS total
    FROM walmart_update u, jsonb_path_query(u.payload, '$.lines[*]') AS part
    WHERE u.walmart_order_id = :order AND u.kind = 'cancellation' AND u.status = 'sent' AND u.deleted_at IS NULL) AS told
  GROUP BY told.line HAVING bool_or(told.id = ANY(:updates))`

/**
 * Has the stock of a Medusa order's canceled units asked for again, because reservations of theirs are about to end that a figure may have
 * counted as held. Nothing counts as zeroed anew.
 */
export async function forgetFreed(db: Knex, orderId: string): Promise<void> {
  await db.raw(FORGET, { order: orderId })
}

/** Locks the order first, as every writer of its lines does; exported so that its query plan can be asserted. */
export const FORGET = `WITH one AS (SELECT id FROM walmart_order WHERE order_id = :order AND deleted_at IS NULL FOR NO KEY UPDATE)
  UPDATE walmart_order_line l SET freed_quantity = 0 FROM one
  WHERE one.id = l.walmart_order_id AND l.freed_quantity > 0 AND l.deleted_at IS NULL`
