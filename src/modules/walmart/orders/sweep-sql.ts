import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { isElsewhere } from "../common/failure"
import { withoutCompiling } from "../common/without-compiling"

/*
 * Which orders the sweep has to look at. Nothing of an order that is open and in sync is loaded as long as both sides are as they
 * were when it was last compared: what they are like is put into one short text, in the database, and compared by equality.
 * It reads a few columns of core's tables through the store's own connection (docs/decisions/0007).
 */

/** An order that may have news, and what it is like now. */
export interface ChangedOrder {
  id: string
  /** Its Medusa order. */
  order_id: string
  /** What both sides are like; null when Medusa's side cannot be seen here, so that it is looked at every time. */
  seen: string | null
}

/** Which orders are asked for. */
export interface SweepRequest {
  /** What else decides about plans, as a short text, by account; an account that the options no longer have has none. */
  lenses: Record<string, string>
  /** Orders looked at although nothing of them has changed, those looked at longest ago first. */
  again: number
}

/** Orders that Walmart still waits for, as their partial index knows them. */
const OPEN = "status IN ('open', 'partially_shipped') AND deleted_at IS NULL"

/** Orders that left that state, or changed in it, within a day. */
const CLOSED_LATELY = `status IN ('shipped', 'canceled') AND deleted_at IS NULL AND updated_at > now() - interval '1 day'`

const IMPORTED = "imported_at IS NOT NULL AND order_id IS NOT NULL"

const COLUMNS =
  "id, order_id, account_id, revision, updated_at, refreshed_at, compared_as, compared_items"

/** Two parts, because a condition over two columns would be looked for in all of the history. */
const SWEPT = `(SELECT ${COLUMNS} FROM walmart_order WHERE ${OPEN} AND ${IMPORTED}
  UNION ALL SELECT ${COLUMNS} FROM walmart_order WHERE ${CLOSED_LATELY} AND ${IMPORTED})`

/** Times as texts that are the same in every session. */
function utc(column: string): string {
  return `${column} AT TIME ZONE 'UTC'`
}

const FULFILLMENT = ["updated_at", "shipped_at", "delivered_at", "canceled_at", "deleted_at"]

/** A label can be added or changed and leave its fulfillment's own row as it was. */
const LABELS = `(SELECT string_agg(l.tracking_number, '+' ORDER BY l.id) FROM fulfillment_label l
  WHERE l.fulfillment_id = f.id AND l.deleted_at IS NULL)`

/** The line items of an order `o`. The import chooses them once and for all. */
const ITEMS = `ARRAY(SELECT w.line_item_id FROM walmart_order_line w
  WHERE w.walmart_order_id = o.id AND w.line_item_id IS NOT NULL AND w.deleted_at IS NULL)`

/**
 * By the items they hold, because core links no fulfillment to its order that a program or a provider makes. The items are those
 * that the last comparison kept, which saves a look into the lines of every open order. A fulfillment that holds several lines is
 * named as often, and they come in the order in which they are found: neither says anything but is the same every time.
 */
const FULFILLED = `(SELECT string_agg(concat_ws(' ', f.id, ${FULFILLMENT.map((name) => utc(`f.${name}`)).join(", ")}, ${LABELS}), ',')
  FROM fulfillment_item i JOIN fulfillment f ON f.id = i.fulfillment_id
  WHERE i.line_item_id = ANY(coalesce(o.compared_items, ${ITEMS})) AND i.deleted_at IS NULL)`

/**
 * The revision rises with every change of the order's updates, `updated_at` with every change at Walmart; how old a read is decides
 * whether it must show what was sent. The version of Medusa's order rises with every change of its items, returns, claims and
 * exchanges; a fulfillment can change without it.
 */
const SEEN = `(SELECT concat_ws(' ', :lenses::jsonb ->> o.account_id, o.revision, ${utc("o.updated_at")}, ${utc("o.refreshed_at")},
    m.version, m.status, ${utc("m.updated_at")}, ${utc("m.canceled_at")}, ${FULFILLED})
  FROM "order" m WHERE m.id = o.order_id AND m.deleted_at IS NULL)`

const AGAIN = `(SELECT id FROM walmart_order WHERE ${OPEN} AND ${IMPORTED} AND compared_at < now() - interval '1 day'
  ORDER BY compared_at LIMIT :again)`

/** Orders that are not as they were when they were last compared, exported so that its query plan can be asserted. */
export const CHANGED = `SELECT id, order_id, seen FROM (
    SELECT o.id, o.order_id, o.compared_as, ${SEEN} AS seen FROM ${SWEPT} AS o OFFSET 0) AS compared
  WHERE compared_as IS NULL OR seen IS NULL OR compared_as <> seen OR id IN ${AGAIN} ORDER BY id`

/** Finds the orders that the sweep has to look at. Its cost grows with open orders, never with history. */
export async function changedOrders(db: Knex, request: SweepRequest): Promise<ChangedOrder[]> {
  const values = { lenses: JSON.stringify(request.lenses), again: request.again }
  try {
    return await withoutCompiling<ChangedOrder>(db, CHANGED, values)
  } catch (error) {
    if (!isElsewhere(error)) throw error
    const all = `SELECT id, order_id, NULL AS seen FROM ${SWEPT} AS o ORDER BY id`
    return withoutCompiling<ChangedOrder>(db, all, values)
  }
}

/** What a look at orders came to. */
export interface Looked {
  /** Nothing is left to do for them as they were seen. */
  finished: ChangedOrder[]
  /** They must be looked at again, whatever else happens to them. */
  unfinished: ChangedOrder[]
}

/** Remembers what was looked at. What changed since it was seen differs from what is remembered, and is looked at again. */
export async function noteLooked(db: Knex, { finished, unfinished }: Looked): Promise<void> {
  await db.raw(
    `UPDATE walmart_order o SET compared_as = look.seen, compared_at = now(), compared_items = ${ITEMS}
     FROM jsonb_to_recordset(?::jsonb) AS look(id text, seen text) WHERE o.id = look.id`,
    [JSON.stringify(finished)]
  )
  await db.raw(
    `UPDATE walmart_order SET compared_as = NULL WHERE id = ANY(?) AND compared_as IS NOT NULL`,
    [unfinished.map(({ id }) => id)]
  )
}

/** Orders that the sweep has not finished, exported so that its query plan can be asserted. */
export const UNFINISHED = `SELECT order_id FROM ${SWEPT} AS o WHERE compared_as IS NULL ORDER BY id`

/** Orders of the sweep that it has not finished. @returns Medusa order ids */
export async function unfinishedOrders(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { order_id: string }[] }>(UNFINISHED)
  return rows.map(({ order_id }) => order_id)
}

/** Assignments by which the sweep looks at an order again. */
export const REVISION = "revision = revision + 1, last_update_at = now()"

/** Found by the index of orders that are there; exported so that its query plan can be asserted. */
export const WATCH = `UPDATE walmart_order SET revision = revision + 1, updated_at = now()
  WHERE order_id = :order AND deleted_at IS NULL`

/** Has the sweep look at an order for a day, also when it was closed long ago: something is about to be done with it. */
export async function watchOrder(db: Knex, orderId: string): Promise<void> {
  await db.raw(WATCH, { order: orderId })
}

/** Makes the sweep look at orders again: something of their updates has changed. Part of the transaction that changes it. */
export async function raiseRevision(trx: Knex, walmartOrderIds: string[]): Promise<void> {
  await trx.raw(`UPDATE walmart_order SET ${REVISION} WHERE id = ANY(?)`, [walmartOrderIds])
}
