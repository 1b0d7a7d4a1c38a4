import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Market } from "../../../walmart/markets/market"
import type { Attention } from "../../../walmart/updates/model/update"
import { jsonOrNull } from "../common/json"
import { rawAmount, rawAmountOf } from "../common/money-sql"

/** What an import knows once it has decided to create the Medusa order. */
export interface ImportFacts {
  notes: string[]
  /** Cents of the imported units. */
  total: number
  /** Cents of each whole line, by line number. */
  lineTotals: Record<string, number>
}

/** Keeps what the draft of an order found out; an order that is imported already is left as it is. */
export async function noteImportFacts(db: Knex, id: string, facts: ImportFacts): Promise<void> {
  const notes = facts.notes.length > 0 ? JSON.stringify(facts.notes) : null
  await db.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: unknown[] }>(
      `UPDATE walmart_order SET import_notes = ?, total = ?, raw_total = ?, updated_at = now()
       WHERE id = ? AND imported_at IS NULL AND deleted_at IS NULL RETURNING id`,
      [notes, facts.total, rawAmount(facts.total), id]
    )
    if (rows.length === 0) return
    await trx.raw(
      `UPDATE walmart_order_line l SET total = t.total::numeric, raw_total = ${rawAmountOf("t.total")},
         updated_at = now()
       FROM jsonb_each_text(?::jsonb) AS t(line_number, total)
       WHERE l.walmart_order_id = ? AND l.line_number = t.line_number AND l.deleted_at IS NULL`,
      [JSON.stringify(facts.lineTotals), id]
    )
  })
}

/** Adds a note to those of an import, once. */
export async function addImportNote(db: Knex, id: string, note: string): Promise<void> {
  await db.raw(
    `UPDATE walmart_order SET import_notes = coalesce(import_notes, '[]') || to_jsonb(:note::text), updated_at = now()
     WHERE id = :id AND NOT coalesce(import_notes, '[]') @> to_jsonb(:note::text) AND deleted_at IS NULL`,
    { id, note }
  )
}

/** Items the Medusa order really has, so that lines which never became one are known as such. */
export type ImportedUnits = { lineItemId: string; quantity: number }[]

/**
 * Marks an order as imported; the last step of an import. @returns whether this call did it, which is true once per order
 */
export async function finishImport(db: Knex, id: string, items: ImportedUnits): Promise<boolean> {
  return db.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: unknown[] }>(
      `UPDATE walmart_order SET imported_at = now(), import_error_code = NULL, import_error = NULL,
         import_remedy = NULL, import_words = NULL, updated_at = now()
       WHERE id = ? AND imported_at IS NULL AND deleted_at IS NULL RETURNING id`,
      [id]
    )
    if (rows.length === 0) return false
    await trx.raw(
      `UPDATE walmart_order_line l SET updated_at = now(),
         line_item_id = i.id, imported_quantity = coalesce(i.quantity, 0)
       FROM walmart_order_line own
       LEFT JOIN jsonb_to_recordset(?::jsonb) AS i(id text, quantity int) ON i.id = own.line_item_id
       WHERE l.id = own.id AND own.walmart_order_id = ? AND own.deleted_at IS NULL`,
      [JSON.stringify(items.map(({ lineItemId, quantity }) => ({ id: lineItemId, quantity }))), id]
    )
    return true
  })
}

/**
 * Keeps why an order cannot be imported, where staff see it. @returns whether this is news, so that it is reported once
 */
export async function noteImportProblem(
  db: Knex,
  id: string,
  { code, message, remedy, words }: Attention
): Promise<boolean> {
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
 * @returns its row, and whether that has yet to say what is wrong
 */
export async function keepUnreadable(
  db: Knex,
  { accountId, market, purchaseOrderId, customerOrderId, orderedAt }: UnreadableOrder
): Promise<{ id: string; isNews: boolean }> {
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
    `SELECT id, order_id IS NOT NULL AND imported_at IS NULL AND import_error_code IS NULL AS is_news FROM walmart_order
     WHERE account_id = :accountId AND purchase_order_id = :purchaseOrderId AND deleted_at IS NULL`,
    known
  )
  const [{ id, is_news: isNews }] = rows
  return { id, isNews }
}

interface KeptRow {
  id: string
  is_news: boolean
}

/** Orders whose import is not finished: those that failed, tried longest ago first, or those never tried. @returns ids */
export async function unfinishedImports(
  db: Knex,
  accountId: string,
  { failed, limit = null }: { failed: boolean; limit?: number | null }
): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT id FROM walmart_order WHERE account_id = ? AND imported_at IS NULL AND order_id IS NOT NULL
       AND deleted_at IS NULL AND (import_error_code IS NOT NULL) = ?
     ORDER BY CASE WHEN import_error_code IS NULL THEN ordered_at ELSE updated_at END LIMIT ?`,
    [accountId, failed, limit]
  )
  return rows.map(({ id }) => id)
}
