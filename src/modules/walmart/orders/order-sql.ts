import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rawAmountOf } from "../common/money-sql"
import { lineRow, orderRow, type SaveOrderInput } from "./order-row"

/** The row an order is kept in. */
export interface SavedOrder {
  id: string
  /** Chosen for the Medusa order; null for an order kept without one. */
  orderId: string | null
  importedAt: Date | null
  isNew: boolean
}

/** {@link SavedOrder} as the database answers it. */
export interface SavedRow {
  id: string
  order_id: string | null
  imported_at: Date | null
  is_new: boolean
}

/** The only clock that decides anything. */
export async function databaseNow(db: Knex): Promise<Date> {
  // The statement's time, not the transaction's: a caller may hold a transaction open.
  const { rows } = await db.raw<{ rows: { now: Date }[] }>("SELECT clock_timestamp() AS now")
  return rows[0].now
}

/**
 * Writes an order and its lines as Walmart showed them, in one statement; the order's status is derived here and nowhere
 * else. A first write also chooses the ids of the Medusa order and its items, and a first total; of an order that others were to send,
 * the ids are chosen once it is the seller's. A read older than the last one changes nothing.
 */
export async function saveOrder(db: Knex, input: SaveOrderInput): Promise<SavedOrder> {
  const row = orderRow(input)
  const lines = JSON.stringify(input.order.lines.map(lineRow))
  const { rows } = await db.raw<{ rows: SavedRow[] }>(saveStatement(Object.keys(row)), [
    ...Object.values(row),
    lines,
    input.order.lines.map(({ lineNumber }) => lineNumber),
  ])
  return rows.length > 0 ? toSaved(rows[0]) : existingOrder(db, input)
}

const ORDER_COLUMNS = [
  "customer_order_id",
  "ordered_at",
  "acknowledge_by",
  "ship_by",
  "deliver_by",
  "auto_cancel_at",
  "method_code",
  "ship_node_id",
  "ship_node_type",
  "status",
  "customer_asked_to_cancel",
  "currency_code",
  "snapshot",
  "content_hash",
  "refreshed_at",
]

/**
 * An order that was kept unread has none of its own facts yet. After that its total is the import's business, which knows how
 * charges are to be read.
 */
const ON_FIRST_READ = ["total", "raw_total"]

/** An order that is kept without a Medusa order is not waiting for an import, even if it could not be read before. */
const ERROR_COLUMNS = ["import_error_code", "import_error", "import_remedy", "import_words"]

/** A good read ends what cannot be read, unless it began before. A time of the future is not later, the database's clock was set back. */
const UNREADABLE_COLUMNS = ["unreadable_since", "unreadable_words"]

const IS_UNREADABLE = `walmart_order.unreadable_since > excluded.refreshed_at AND walmart_order.unreadable_since <= now()`

/** What was left out of Medusa because it was handled elsewhere comes back once Walmart waits for it again. */
const LEFT_OUT_COLUMNS = ["left_out_at", "left_out_by", "left_out_note"]

/**
 * Locks the order's row, which makes writers of its lines wait for each other. No row when a newer read is there; one of the
 * future is not newer, the database's clock was set back.
 */
function upsertOrder(columns: string[]): string {
  return `INSERT INTO walmart_order (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})
     ON CONFLICT (account_id, purchase_order_id) WHERE deleted_at IS NULL DO UPDATE SET updated_at = now(),
       order_type = coalesce(excluded.order_type, walmart_order.order_type),
       order_id = CASE WHEN walmart_order.refreshed_at IS NULL THEN excluded.order_id
         ELSE coalesce(walmart_order.order_id, excluded.order_id) END,
       ${ON_FIRST_READ.map((column) => `${column} = CASE WHEN walmart_order.refreshed_at IS NULL THEN excluded.${column} ELSE walmart_order.${column} END`).join(", ")},
       ${ERROR_COLUMNS.map((column) => `${column} = CASE WHEN excluded.order_id IS NULL THEN NULL ELSE walmart_order.${column} END`).join(", ")},
       ${LEFT_OUT_COLUMNS.map((column) => `${column} = CASE WHEN excluded.status IN ('shipped', 'canceled') THEN walmart_order.${column} END`).join(", ")},
       ${UNREADABLE_COLUMNS.map((column) => `${column} = CASE WHEN ${IS_UNREADABLE} THEN walmart_order.${column} END`).join(", ")},
       ${ORDER_COLUMNS.map((column) => `${column} = excluded.${column}`).join(", ")}
     WHERE walmart_order.refreshed_at IS NULL OR walmart_order.refreshed_at <= excluded.refreshed_at
       OR walmart_order.refreshed_at > now()
     RETURNING id, order_id, imported_at, xmax = 0 AS is_new`
}

async function existingOrder(db: Knex, { accountId, order }: SaveOrderInput): Promise<SavedOrder> {
  const { rows } = await db.raw<{ rows: SavedRow[] }>(
    `SELECT id, order_id, imported_at, false AS is_new FROM walmart_order
     WHERE account_id = ? AND purchase_order_id = ? AND deleted_at IS NULL`,
    [accountId, order.purchaseOrderId]
  )
  return toSaved(rows[0])
}

/** @param row answered by a statement of this table */
export function toSaved(row: SavedRow): SavedOrder {
  return { id: row.id, orderId: row.order_id, importedAt: row.imported_at, isNew: row.is_new }
}

/** A line that Walmart adds after the import has no item in the Medusa order, hence no id of one. */
const UPSERT_LINES = `INSERT INTO walmart_order_line (id, walmart_order_id, line_number, sku, product_name, quantity, line_item_id,
    imported_quantity, created_quantity, acknowledged_quantity, shipped_quantity, delivered_quantity, canceled_quantity,
    refunded_quantity, customer_asked_to_cancel, total, raw_total)
  SELECT l.id, o.id, l.line_number, l.sku, l.product_name, l.quantity,
    CASE WHEN o.order_id IS NULL OR o.imported_at IS NOT NULL THEN NULL ELSE l.line_item_id END,
    l.quantity - l.canceled, l.created, l.acknowledged, l.shipped, l.delivered, l.canceled, l.refunded, l.asked, l.total,
    ${rawAmountOf("l.total")}
  FROM written o, jsonb_to_recordset(?::jsonb) AS l(id text, line_number text, sku text, product_name text,
    quantity int, line_item_id text, created int, acknowledged int, shipped int, delivered int, canceled int,
    refunded int, asked boolean, total numeric)
  ON CONFLICT (walmart_order_id, line_number) WHERE deleted_at IS NULL DO UPDATE SET updated_at = now(),
    quantity = excluded.quantity, created_quantity = excluded.created_quantity,
    acknowledged_quantity = excluded.acknowledged_quantity, shipped_quantity = excluded.shipped_quantity,
    delivered_quantity = excluded.delivered_quantity, canceled_quantity = excluded.canceled_quantity,
    refunded_quantity = excluded.refunded_quantity,
    line_item_id = coalesce(walmart_order_line.line_item_id, excluded.line_item_id),
    customer_asked_to_cancel = excluded.customer_asked_to_cancel`

/** What Walmart does not show any more is in no status that anybody knows of. */
const FORGET_LINES = `UPDATE walmart_order_line l SET updated_at = now(), created_quantity = 0, acknowledged_quantity = 0,
    shipped_quantity = 0, delivered_quantity = 0, canceled_quantity = 0, refunded_quantity = 0, customer_asked_to_cancel = false
  FROM written o WHERE l.walmart_order_id = o.id AND l.deleted_at IS NULL AND l.line_number <> ALL(?::text[])`

function saveStatement(columns: string[]): string {
  const written = upsertOrder(columns)
  return `WITH written AS (${written}), lines AS (${UPSERT_LINES}), forgotten AS (${FORGET_LINES}) SELECT * FROM written`
}

/** What a read of an order begins with. */
export interface ReadStart {
  purchaseOrderId: string
  /** The database's time before the read. */
  readAt: Date
}

/** The same words for each name would be one condition over three columns, which no index answers. */
export const NAMED = `SELECT id FROM walmart_order WHERE id = :name AND deleted_at IS NULL
  UNION SELECT id FROM walmart_order WHERE order_id = :name AND deleted_at IS NULL
  UNION SELECT id FROM walmart_order WHERE purchase_order_id COLLATE "C" = :name AND deleted_at IS NULL`

/** Ids of the orders that are known by a name: their own id, that of their Medusa order, or Walmart's number. */
export async function orderIdsNamed(db: Knex, name: string): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(NAMED, { name })
  return rows.map(({ id }) => id)
}

/** Orders of one customer's number that are told apart at most. */
const MOST = 5

/** Exported so that its query plan can be asserted. */
const EACH_NAMED = `SELECT wanted.name, found.id FROM unnest(:names::text[]) AS wanted(name), LATERAL (
    SELECT id FROM walmart_order WHERE id = wanted.name AND deleted_at IS NULL
    UNION SELECT id FROM walmart_order WHERE order_id = wanted.name AND deleted_at IS NULL
    UNION SELECT id FROM walmart_order WHERE purchase_order_id COLLATE "C" = wanted.name AND deleted_at IS NULL
    UNION (SELECT id FROM walmart_order WHERE customer_order_id COLLATE "C" = wanted.name AND deleted_at IS NULL LIMIT ${MOST})
  ) AS found ORDER BY wanted.name, found.id`

/** Ids of the orders that each name means, Walmart's number for the customer's order among the names. */
export async function orderIdsNamedEach(db: Knex, names: string[]): Promise<Map<string, string[]>> {
  const { rows } = await db.raw<{ rows: { name: string; id: string }[] }>(EACH_NAMED, { names })
  const found = new Map<string, string[]>()
  for (const { name, id } of rows) found.set(name, [...(found.get(name) ?? []), id])
  return found
}
