import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Words } from "../../../../walmart/words/phrase"
import { STOCK_STATES } from "../../reports/staff-sql"

/** One of {@link STOCK_STATES}. */
export type StockState = keyof typeof STOCK_STATES

const CASES = Object.entries(STOCK_STATES)
  .map(([state, sql]) => `WHEN ${sql} THEN '${state}'`)
  .join(" ")

const STATE = `(CASE ${CASES} END)`

/** Which rows, and which page of them. */
export interface StockSearch {
  ids?: string[]
  /** Any part of a SKU. */
  text?: string
  accountIds?: string[]
  states?: StockState[]
  limit: number
  offset: number
}

/** A figure with how it stands, as lists show it. */
export interface StockRow {
  id: string
  account_id: string
  sku: string
  ship_node_id: string
  state: StockState
  sent_amount: number | null
  sent_at: Date | null
  walmart_amount: number | null
  read_at: Date | null
  wanted_at: Date | null
  held_at: Date | null
  /** Since when it has been in a feed. */
  fed_at: Date | null
  error_code: string | null
  error: string | null
  remedy: string | null
  words: Words | null
}

/** A page of figures, those that need a person first, then by SKU. */
export async function findStock(
  db: Knex,
  { ids, text, accountIds, states, limit, offset }: StockSearch
): Promise<{ rows: StockRow[]; count: number }> {
  const part = text ? `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%` : null
  const values = {
    ids: ids ?? null,
    part,
    accounts: accountIds ?? null,
    states: states ?? null,
  }
  const where = `s.deleted_at IS NULL AND (:ids::text[] IS NULL OR s.id = ANY(:ids)) AND (:part::text IS NULL OR s.sku ILIKE :part)
    AND (:accounts::text[] IS NULL OR s.account_id = ANY(:accounts)) AND (:states::text[] IS NULL OR ${STATE} = ANY(:states))`
  const [found, counted] = await Promise.all([
    db.raw<{ rows: StockRow[] }>(
      `SELECT s.id, s.account_id, s.sku, s.ship_node_id, ${STATE} AS state, s.sent_amount, s.sent_at, s.walmart_amount,
         s.read_at, s.wanted_at, s.held_at, s.fed_at, s.error_code, s.error, s.remedy, s.words
       FROM walmart_stock s WHERE ${where}
       ORDER BY s.error_code IS NULL, s.held_reason IS NULL, s.sku, s.ship_node_id, s.id LIMIT :limit OFFSET :offset`,
      { ...values, limit, offset }
    ),
    db.raw<{ rows: { count: number }[] }>(
      `SELECT count(*)::int AS count FROM walmart_stock s WHERE ${where}`,
      values
    ),
  ])
  return { rows: found.rows, count: counted.rows[0].count }
}
