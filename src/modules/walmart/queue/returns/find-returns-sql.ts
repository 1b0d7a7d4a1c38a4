import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Words } from "../../../../walmart/words/phrase"
import type { ReturnLine } from "../../../../walmart/orders/return-order"
import type { WantedRefund } from "../../../../walmart/returns/wanted-refund"
import type { NoReturn } from "../../models/walmart-return"
import { RETURN_STATES } from "../../reports/staff-sql"

/** One of {@link RETURN_STATES}. */
export type ReturnState = keyof typeof RETURN_STATES

/** Which refunds are due: those past Walmart's 48 hours, or within a day. */
export const RETURN_DEADLINES = {
  overdue: "r.refund_by < now()",
  due_soon: "r.refund_by >= now() AND r.refund_by < now() + interval '1 day'",
}

/** One of {@link RETURN_DEADLINES}. */
export type ReturnDeadline = keyof typeof RETURN_DEADLINES

/** What the chips above the list count and filter by. */
const CHIPS = { ...RETURN_DEADLINES, by_walmart: "r.is_refunded_by_walmart" }

const CASES = Object.entries(RETURN_STATES)
  .map(([state, sql]) => `WHEN ${sql} THEN '${state}'`)
  .join(" ")

const STATE = `(CASE ${CASES} END)`

/** Which rows, and which page of them. */
export interface ReturnSearch {
  ids?: string[]
  /** Any part of an RMA, order or tracking number. */
  text?: string
  accountIds?: string[]
  states?: ReturnState[]
  deadline?: ReturnDeadline
  /** Only what Walmart refunded on its own, or only the rest. */
  byWalmart?: boolean
  /** Medusa order. */
  orderId?: string
  limit: number
  offset: number
}

/** A return with how it stands, as lists show it. */
export interface ReturnRow {
  id: string
  account_id: string
  return_order_id: string
  purchase_order_id: string
  customer_order_id: string
  order_id: string | null
  return_id: string | null
  no_return: NoReturn | null
  state: ReturnState
  is_replacement: boolean
  requested_at: Date | null
  return_by: Date | null
  scanned_at: Date | null
  delivered_at: Date | null
  refund_by: Date | null
  carrier: string | null
  tracking_number: string | null
  refunded_amount: number
  is_refunded_by_walmart: boolean
  lines: ReturnLine[]
  received: WantedRefund | null
  error_code: string | null
  error: string | null
  remedy: string | null
  words: Words | null
  note: string | null
}

const FROM = `walmart_return r LEFT JOIN walmart_order o ON o.account_id = r.account_id
  AND o.purchase_order_id = r.purchase_order_id AND o.deleted_at IS NULL`

/** A page of returns, the most urgent refund first, then the newest. */
export async function findReturns(
  db: Knex,
  search: ReturnSearch
): Promise<{ rows: ReturnRow[]; count: number }> {
  const { limit, offset } = search
  const where = returnConditions(search)
  const values = valuesOf(search)
  const [found, counted] = await Promise.all([
    db.raw<{ rows: ReturnRow[] }>(
      `SELECT r.*, r.refunded_amount::float8 AS refunded_amount, o.order_id, ${STATE} AS state FROM ${FROM} WHERE ${where}
       ORDER BY r.error_code IS NULL, r.refund_by NULLS LAST, r.requested_at DESC NULLS LAST, r.id LIMIT :limit OFFSET :offset`,
      { ...values, limit, offset }
    ),
    db.raw<{ rows: { count: number }[] }>(
      `SELECT count(*)::int AS count FROM ${FROM} WHERE ${where}`,
      values
    ),
  ])
  return { rows: found.rows, count: counted.rows[0].count }
}

/** What a search asks of a return `r` and its order `o`. */
export function returnConditions({
  deadline,
  byWalmart,
}: Pick<ReturnSearch, "deadline" | "byWalmart">): string {
  return [
    "r.deleted_at IS NULL",
    "(:ids::text[] IS NULL OR r.id = ANY(:ids))",
    `(:part::text IS NULL OR r.return_order_id ILIKE :part OR r.purchase_order_id ILIKE :part
      OR r.customer_order_id ILIKE :part OR r.tracking_number ILIKE :part)`,
    "(:accounts::text[] IS NULL OR r.account_id = ANY(:accounts))",
    "(:order::text IS NULL OR o.order_id = :order)",
    `(:states::text[] IS NULL OR ${STATE} = ANY(:states))`,
    ...(deadline ? [RETURN_DEADLINES[deadline]] : []),
    ...(byWalmart === undefined ? [] : [byWalmart ? CHIPS.by_walmart : `NOT ${CHIPS.by_walmart}`]),
  ].join(" AND ")
}

function valuesOf({ ids, text, accountIds, states, orderId }: ReturnSearch) {
  const part = text ? `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%` : null
  return {
    ids: ids ?? null,
    part,
    accounts: accountIds ?? null,
    order: orderId ?? null,
    states: states ?? null,
  }
}

/** Returns by state, those whose refund is due, and what Walmart refunded on its own. */
export type ReturnCounts = Record<ReturnState | keyof typeof CHIPS, number>

/** The statement that counts returns, of all accounts where `accounts` is null. */
export function countReturnsStatement(): string {
  const states = Object.keys(RETURN_STATES).map(
    (state) => `count(*) FILTER (WHERE state = '${state}')::int AS ${state}`
  )
  const chips = Object.entries(CHIPS).map(
    ([name, sql]) => `count(*) FILTER (WHERE ${sql})::int AS ${name}`
  )
  return `SELECT ${[...states, ...chips].join(", ")}
     FROM (SELECT r.*, ${STATE} AS state FROM walmart_return r WHERE r.deleted_at IS NULL
       AND (:accounts::text[] IS NULL OR r.account_id = ANY(:accounts))) r`
}

/** @param accountIds null counts those of all accounts */
export async function countReturns(db: Knex, accountIds: string[] | null): Promise<ReturnCounts> {
  const { rows } = await db.raw<{ rows: ReturnCounts[] }>(countReturnsStatement(), {
    accounts: accountIds,
  })
  return rows[0]
}
