import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { HeldReason } from "../../models/walmart-stock"
import { noteEnqueued, refreshHead } from "../due-sql"
import type { StockTarget } from "./reading"

/** A figure that may have changed. */
export interface WantedStock extends StockTarget {
  /** Sends nothing from now on until this is over; left out, a hold stays, unless it was for want of a figure. */
  hold?: HeldReason
}

/**
 * Notes that figures may have changed, so that each is computed and sent once, however often this is said before. Rows are taken
 * in one order, so that two callers never wait for each other.
 * @returns ids of the rows
 */
export async function wantStock(db: Knex, wanted: WantedStock[]): Promise<string[]> {
  const ids: string[] = []
  for (const one of [...wanted].sort(byTarget)) {
    ids.push(await db.transaction((trx) => wantOne(trx, one)))
  }
  return ids
}

function byTarget(a: StockTarget, b: StockTarget): number {
  return keyOf(a) < keyOf(b) ? -1 : 1
}

function keyOf({ accountId, sku, shipNodeId }: StockTarget): string {
  return JSON.stringify([accountId, sku, shipNodeId ?? ""])
}

/** The queue's row is locked before the figure's, as the sender does. */
async function wantOne(trx: Knex, wanted: WantedStock): Promise<string> {
  const { id, waitingSince } = await rowOf(trx, wanted)
  const queued = { subject: "stock", id, accountId: wanted.accountId } as const
  await noteEnqueued(trx, { ...queued, deadlineAt: waitingSince })
  await trx.raw(
    `UPDATE walmart_stock SET wanted_version = wanted_version + 1, updated_at = now(),
       wanted_at = CASE WHEN wanted_version > sent_version THEN coalesce(wanted_at, now()) ELSE now() END,
       held_reason = coalesce(:hold::text, nullif(held_reason, 'not_counted')),
       held_at = CASE WHEN :hold::text IS NULL THEN held_at ELSE now() END,
       held_stocked = CASE WHEN :hold::text IS NULL THEN held_stocked END
     WHERE id = :id`,
    { id, hold: wanted.hold ?? null }
  )
  await refreshHead(trx, queued)
  return id
}

async function rowOf(
  trx: Knex,
  { accountId, sku, shipNodeId }: StockTarget
): Promise<{ id: string; waitingSince: Date }> {
  const key = { account: accountId, sku, node: shipNodeId ?? "" }
  await trx.raw(
    `INSERT INTO walmart_stock (id, account_id, sku, ship_node_id) VALUES (:id, :account, :sku, :node)
     ON CONFLICT (account_id, sku, ship_node_id) WHERE deleted_at IS NULL DO NOTHING`,
    { ...key, id: generateEntityId("", "wms") }
  )
  const { rows } = await trx.raw<{ rows: { id: string; since: Date }[] }>(
    `SELECT id, CASE WHEN wanted_version > sent_version THEN coalesce(wanted_at, now()) ELSE now() END AS since
     FROM walmart_stock WHERE account_id = :account AND sku = :sku AND ship_node_id = :node AND deleted_at IS NULL`,
    key
  )
  return { id: rows[0].id, waitingSince: rows[0].since }
}

/** Wants the figures of every SKU of a Walmart order. @returns ids of the rows; none for an order that Walmart fulfills */
export async function wantStockOfOrder(
  db: Knex,
  walmartOrderId: string,
  hold?: HeldReason
): Promise<string[]> {
  const { rows } = await db.raw<{ rows: WantedRow[] }>(
    `SELECT DISTINCT o.account_id, o.ship_node_id, l.sku, :zeroed::boolean AS zeroed FROM walmart_order o
       JOIN walmart_order_line l ON l.walmart_order_id = o.id AND l.deleted_at IS NULL
     WHERE o.id = :order AND o.ship_node_type = 'SellerFulfilled' AND o.deleted_at IS NULL`,
    { order: walmartOrderId, zeroed: hold === "recount" }
  )
  return wantStock(db, rows.map(toWanted))
}

/** A figure of an order that is wanted, as the database answers it. */
export interface WantedRow {
  account_id: string
  ship_node_id: string | null
  sku: string
  /** Walmart has set the listing to 0. */
  zeroed: boolean
}

/** What is wanted of it. */
export function toWanted({ account_id, ship_node_id, sku, zeroed }: WantedRow): WantedStock {
  const target = { accountId: account_id, sku, shipNodeId: ship_node_id }
  return zeroed ? { ...target, hold: "recount" } : target
}
