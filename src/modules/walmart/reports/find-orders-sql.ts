import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CountCache } from "../common/count-cache"
import { conditionsOf } from "./order-conditions"
import type { Condition, OrderSearch } from "./order-filter"
import { numberOf, OPEN, UNACKNOWLEDGED } from "./report-sql"
import { withoutCompiling } from "../common/without-compiling"

/*
 * Pages of orders. What can only be a few orders (open ones, found texts, what needs a hand) is found by its own index, then sorted
 * and counted. Everything else is walked through in the order of an index until the page is full, and counted by an index alone.
 */

/** Ids of one page in their order, and how many orders match in all. */
export interface FoundOrders {
  ids: string[]
  count: number
}

export type OrderSort = keyof typeof SORTS

/** What orders are sorted by. Orders without the value come last, whichever way they are sorted, and are sorted by id among themselves. */
interface Sort {
  sql: string
  /** What orders with the value are, where the value itself does not say. */
  only?: string
  isEverywhere?: boolean
}

/** Each has an index of value and id, except for the deadline, which only few orders have. */
const SORTS = {
  ordered_at: { sql: "o.ordered_at", isEverywhere: true },
  acknowledge_by: { sql: "o.acknowledge_by" },
  ship_by: { sql: "o.ship_by" },
  deliver_by: { sql: "o.deliver_by" },
  auto_cancel_at: { sql: "o.auto_cancel_at" },
  due: { sql: `CASE WHEN ${OPEN} THEN o.ship_by END`, only: OPEN },
  // A missed date stays in front of all that is still to come: what is late is nearest to being canceled.
  next_deadline: {
    sql: `CASE WHEN ${OPEN} THEN
    least(CASE WHEN ${UNACKNOWLEDGED} THEN o.acknowledge_by END, o.ship_by, o.auto_cancel_at) END`,
    only: OPEN,
  },
  purchase_order_id: { sql: 'o.purchase_order_id COLLATE "C"', isEverywhere: true },
  customer_order_id: { sql: 'o.customer_order_id COLLATE "C"', isEverywhere: true },
  status: { sql: "o.status", isEverywhere: true },
  total: { sql: "o.total", isEverywhere: true },
  created_at: { sql: "o.created_at", isEverywhere: true },
  refreshed_at: { sql: "o.refreshed_at" },
  last_update_at: { sql: "o.last_update_at" },
}

/** Names orders can be sorted by. */
export const ORDER_SORTS = Object.keys(SORTS) as OrderSort[]

/** A search, and which page of it. */
export interface PageSearch extends OrderSearch {
  sort: OrderSort
  descending: boolean
  limit: number
  offset: number
}

/** Finds a page of orders. Ties are broken by id, so that pages never overlap. */
export async function findOrders(
  db: Knex,
  search: PageSearch,
  counts: CountCache
): Promise<FoundOrders> {
  const conditions = conditionsOf(search)
  if (conditions.some(({ isFew }) => isFew)) return few(db, conditions, search)
  const [ids, count] = await Promise.all([
    walk(db, conditions, search),
    countOf(db, conditions, counts),
  ])
  return { ids, count }
}

type Values = NonNullable<Condition["values"]>

function valuesOf(conditions: Condition[]): Values {
  return Object.assign({}, ...conditions.map(({ values }) => values))
}

function whereOf(sql: string[]): string {
  return ["o.deleted_at IS NULL", ...sql].join(" AND ")
}

/** The statement that finds all of a few orders, exported so that its query plan can be asserted. */
export function fewStatement(conditions: Condition[], search: PageSearch): string {
  const direction = search.descending ? "DESC" : "ASC"
  const sort: Sort = SORTS[search.sort]
  return `WITH found AS MATERIALIZED (
      SELECT o.id, ${sort.sql} AS value FROM walmart_order o WHERE ${whereOf(conditions.map(({ sql }) => sql))})
    SELECT (SELECT count(*) FROM found)::int AS count, ARRAY(SELECT id FROM found
      ORDER BY value ${direction} NULLS LAST, id ${direction} LIMIT :limit OFFSET :offset) AS ids`
}

async function few(db: Knex, conditions: Condition[], search: PageSearch): Promise<FoundOrders> {
  const { limit, offset } = search
  const values = { ...valuesOf(conditions), limit, offset }
  const [found] = await withoutCompiling<FoundOrders>(db, fewStatement(conditions, search), values)
  return found
}

/** Statements that walk through many orders: those with the value, then those without, each in the order of an index. */
export function walkStatements(conditions: Condition[], search: PageSearch): Walk {
  const direction = search.descending ? "DESC" : "ASC"
  const sort: Sort = SORTS[search.sort]
  const wanted = conditions.map(({ sql }) => sql)
  const valued = sort.isEverywhere
    ? []
    : [...(sort.only ? [sort.only] : []), `${sort.sql} IS NOT NULL`]
  const from = `FROM walmart_order o WHERE ${whereOf([...wanted, ...valued])}`
  const page = "LIMIT :limit OFFSET :offset"
  const by = `${sort.sql} ${direction}, o.id ${direction}`
  const without = whereOf([...wanted, `${sort.sql} IS NULL`])
  return {
    valued: `SELECT o.id ${from} ORDER BY ${by} ${page}`,
    count: `SELECT count(*)::int AS count ${from}`,
    rest: sort.isEverywhere
      ? null
      : `SELECT o.id FROM walmart_order o WHERE ${without}
          ORDER BY ${sort.only ? `o.id ${direction}` : by} ${page}`,
  }
}

interface Walk {
  valued: string
  /** How many have the value. */
  count: string
  /** Null when every order has it. */
  rest: string | null
}

async function walk(db: Knex, conditions: Condition[], search: PageSearch): Promise<string[]> {
  const { limit, offset } = search
  const { valued, count, rest } = walkStatements(conditions, search)
  const values = valuesOf(conditions)
  const first = await idsOf(db, valued, { ...values, limit, offset })
  if (rest === null || first.length === limit) return first
  const before = first.length > 0 ? offset + first.length : await numberOf(db, count, values)
  const left = { limit: limit - first.length, offset: Math.max(0, offset - before) }
  const others = await idsOf(db, rest, { ...values, ...left })
  // One that loses its value between the two statements, such as an order that is shipped, is found by both.
  return [...new Set([...first, ...others])]
}

async function idsOf(db: Knex, sql: string, values: Values): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(sql, values)
  return rows.map(({ id }) => id)
}

/** What is not among few orders is counted as everything less those few, which are counted anew each time. */
async function countOf(db: Knex, conditions: Condition[], counts: CountCache): Promise<number> {
  const plain = conditions.filter(({ less }) => !less)
  const values = valuesOf(plain)
  const sql = countStatement(plain.map((condition) => condition.sql))
  const all = counts.of(JSON.stringify([sql, values]), () => numberOf(db, sql, values))
  const less = conditions.flatMap((condition) => condition.less ?? [])
  if (less.length === 0) return all
  const excluded = countStatement([
    ...plain.map((condition) => condition.sql),
    `o.id IN (${less.join(" UNION ")})`,
  ])
  const [number, without] = await Promise.all([all, numberOf(db, excluded, values)])
  return number - without
}

/** Counts orders, exported so that its query plan can be asserted. */
export function countStatement(wanted: string[]): string {
  return `SELECT count(*)::int AS count FROM walmart_order o WHERE ${whereOf(wanted)}`
}
