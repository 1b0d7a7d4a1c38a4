import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { WALMART_AWAY } from "../../../walmart/import/walmart-away"
import type { Market } from "../../../walmart/markets/market"
import type { Attention } from "../../../walmart/updates/model/update"
import { jsonOrNull } from "../common/json"
import { rawAmountOf } from "../common/money-sql"
import type { Text } from "../../../walmart/words/phrase"

/** What an import knows of an order once it has decided to create the Medusa order. */
export interface ImportFacts {
  /** Of the Walmart order. */
  id: string
  notes: Text[]
  /** Cents of the imported units. */
  total: number
  /** Cents of each whole line, by line number. */
  lineTotals: Record<string, number>
}

/** Keeps what the drafts of orders found out; an order that is imported already is left as it is. */
export async function noteImportFacts(db: Knex, facts: ImportFacts[]): Promise<void> {
  if (facts.length === 0) return
  const noted = facts.map(({ id, notes, total, lineTotals }) => ({
    ...{ id, total, lines: lineTotals },
    notes: notes.length > 0 ? notes : null,
  }))
  await db.raw(
    `WITH noted AS (UPDATE walmart_order SET import_notes = f.notes, total = f.total, raw_total = ${rawAmountOf("f.total")},
         updated_at = now()
       FROM jsonb_to_recordset(?::jsonb) AS f(id text, notes jsonb, total numeric, lines jsonb)
       WHERE walmart_order.id = f.id AND imported_at IS NULL AND deleted_at IS NULL
       RETURNING walmart_order.id, f.lines)
     UPDATE walmart_order_line l SET total = t.total::numeric, raw_total = ${rawAmountOf("t.total")}, updated_at = now()
     FROM noted, jsonb_each_text(noted.lines) AS t(line_number, total)
     WHERE l.walmart_order_id = noted.id AND l.line_number = t.line_number AND l.deleted_at IS NULL`,
    [JSON.stringify(noted)]
  )
}

/** Adds a note to those of an import, once. */
export async function addImportNote(db: Knex, id: string, note: Text): Promise<void> {
  await db.raw(
    `UPDATE walmart_order SET import_notes = coalesce(import_notes, '[]') || :note::jsonb, updated_at = now()
     WHERE id = :id AND NOT coalesce(import_notes, '[]') @> :note::jsonb AND deleted_at IS NULL`,
    { id, note: JSON.stringify([note]) }
  )
}

/** An order whose import has come to its end. */
export interface FinishedImport {
  /** Of the Walmart order. */
  id: string
  /** Items the Medusa order really has, so that lines which never became one are known as such. */
  items: { lineItemId: string; quantity: number }[]
}

/**
 * Marks orders as imported; the last step of an import. The lines come by a second statement, which sees those that a read
 * added while the first one waited for it.
 * @returns ids of the orders that this call marked, which happens once per order
 */
export async function finishImports(db: Knex, finished: FinishedImport[]): Promise<Set<string>> {
  const items = finished.flatMap((one) => one.items)
  return db.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: { id: string }[] }>(
      `UPDATE walmart_order SET imported_at = now(), import_error_code = NULL, import_error = NULL,
         import_remedy = NULL, import_words = NULL, left_out_at = NULL, left_out_by = NULL, left_out_note = NULL, updated_at = now()
       WHERE id = ANY(?) AND imported_at IS NULL AND deleted_at IS NULL RETURNING id`,
      [finished.map(({ id }) => id)]
    )
    const first = new Set(rows.map(({ id }) => id))
    if (first.size === 0) return first
    await trx.raw(
      `UPDATE walmart_order_line l SET updated_at = now(),
         line_item_id = i.id, imported_quantity = coalesce(i.quantity, 0)
       FROM walmart_order_line own
       LEFT JOIN jsonb_to_recordset(?::jsonb) AS i(id text, quantity int) ON i.id = own.line_item_id
       WHERE l.id = own.id AND own.walmart_order_id = ANY(?) AND own.deleted_at IS NULL`,
      [JSON.stringify(items.map(({ lineItemId: id, quantity }) => ({ id, quantity }))), [...first]]
    )
    return first
  })
}

/**
 * Keeps why an order cannot be imported, where staff see it; that Walmart is away takes no other cause's place.
 * @returns whether this is news, so that it is reported once
 */
export async function noteImportProblem(
  db: Knex,
  id: string,
  { code, message, remedy, words }: Attention
): Promise<boolean> {
  if (code === WALMART_AWAY && (await keepsOtherCause(db, id))) return false
  const { rows } = await db.raw<{ rows: { is_news: boolean }[] }>(
    `WITH before AS (SELECT id, import_error_code AS code, import_error AS message FROM walmart_order
       WHERE id = :id AND imported_at IS NULL AND deleted_at IS NULL FOR UPDATE)
     UPDATE walmart_order SET import_error_code = :code, import_error = :message, import_remedy = :remedy, import_words = :words,
       updated_at = now()
     FROM before WHERE walmart_order.id = before.id
     RETURNING (before.code, before.message) IS DISTINCT FROM (:code::text, :message::text) AS is_news`,
    { id, code, message, remedy, words: jsonOrNull(words) }
  )
  return rows.some(({ is_news }) => is_news)
}

/** Its turn to be tried again comes after the others. */
async function keepsOtherCause(db: Knex, id: string): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `UPDATE walmart_order SET updated_at = now() WHERE id = ? AND imported_at IS NULL AND import_error_code <> ?
       AND deleted_at IS NULL RETURNING 1`,
    [id, WALMART_AWAY]
  )
  return rows.length > 0
}

/** An order of which little more than its number is known. */
export interface UnreadableOrder {
  accountId: string
  market: Market
  purchaseOrderId: string
  customerOrderId: string | null
  /** Epoch milliseconds; now when null. */
  orderedAt: number | null
}

/**
 * Gives an order a row although it could not be read or saved, so that staff see it and it is asked for again; a row that is
 * there already stays as it is. The first read that succeeds fills in what is missing.
 * @returns its row, whether that has yet to say what is wrong, and whether the order is in Medusa already
 */
export async function keepUnreadable(
  db: Knex,
  { accountId, market, purchaseOrderId, customerOrderId, orderedAt }: UnreadableOrder
): Promise<{ id: string; isNews: boolean; isImported: boolean }> {
  const known = { accountId, purchaseOrderId, customerOrderId: customerOrderId ?? "" }
  await db.raw(
    `INSERT INTO walmart_order (id, order_id, account_id, purchase_order_id, customer_order_id, ordered_at, acknowledge_by,
       method_code, ship_node_type, currency_code, total)
     SELECT :id, :orderId, :accountId, :purchaseOrderId, :customerOrderId, t.ordered_at,
       t.ordered_at + :hours * interval '1 hour', '', 'SellerFulfilled', :currency, 0
     FROM (SELECT coalesce(:orderedAt::timestamptz, now()) AS ordered_at) AS t
     ON CONFLICT (account_id, purchase_order_id) WHERE deleted_at IS NULL DO NOTHING`,
    {
      ...known,
      id: generateEntityId("", "wmo"),
      orderId: generateEntityId("", "order"),
      orderedAt: orderedAt === null ? null : new Date(orderedAt),
      hours: market.acknowledgeWithinHours,
      currency: market.currency.toLowerCase(),
    }
  )
  const { rows } = await db.raw<{ rows: KeptRow[] }>(
    `SELECT id, order_id IS NOT NULL AND imported_at IS NULL AND import_error_code IS NULL AS is_news,
       imported_at IS NOT NULL AS is_imported FROM walmart_order
     WHERE account_id = :accountId AND purchase_order_id = :purchaseOrderId AND deleted_at IS NULL`,
    known
  )
  const [{ id, is_news: isNews, is_imported: isImported }] = rows
  return { id, isNews, isImported }
}

interface KeptRow {
  id: string
  is_news: boolean
  is_imported: boolean
}

/**
 * What failed is tried again at every poll for two days and less and less often after that, so that costs do not grow with what nobody
 * mends.
 */
const WORTH_A_TRY = `(import_error_code IS NULL OR ordered_at > now() - interval '2 days'
  OR updated_at < now() - (now() - ordered_at) / 500)`

/** Orders whose import is not finished, and that nobody has left out of Medusa: those that failed, tried longest ago first, or those never tried. @returns ids */
export async function unfinishedImports(
  db: Knex,
  accountId: string,
  { failed, limit = null }: { failed: boolean; limit?: number | null }
): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT id FROM walmart_order WHERE account_id = ? AND imported_at IS NULL AND order_id IS NOT NULL
       AND left_out_at IS NULL AND deleted_at IS NULL AND (import_error_code IS NOT NULL) = ? AND ${WORTH_A_TRY}
     ORDER BY CASE WHEN import_error_code IS NULL THEN ordered_at ELSE updated_at END LIMIT ?`,
    [accountId, failed, limit]
  )
  return rows.map(({ id }) => id)
}
