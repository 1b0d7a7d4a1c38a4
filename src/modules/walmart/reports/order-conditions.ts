import type { Condition, OrderSearch, TimeRange } from "./order-filter"
import { DEADLINES, IMPORT, type ImportStatus, OPEN, SYNC, type SyncStatus } from "./report-sql"
import { matching } from "./text-search"

/** What a search asks of an order. */
export function conditionsOf(search: OrderSearch): Condition[] {
  return [
    ...among("o.account_id", "accounts", search.accountIds),
    ...among("o.order_id", "orders", search.orderIds).map(few),
    ...statusAmong(search.statuses),
    ...syncAmong(search.syncStatuses),
    ...importAmong(search.importStatuses),
    ...withDeadline(search),
    ...shippedBy(search),
    ...within("o.ship_by", "ship_by", search.shipBy),
    ...within("o.ordered_at", "ordered_at", search.orderedAt),
    ...matching(search).map(few),
  ]
}

function withDeadline({ deadlines, timeZone = "UTC" }: OrderSearch): Condition[] {
  if (!deadlines) return []
  const sql = `${OPEN} AND (${deadlines.map((name) => `(${DEADLINES[name]})`).join(" OR ")})`
  return [few({ sql, values: sql.includes(":zone") ? { zone: timeZone } : {} })]
}

/** Together with a status that few orders have; alone it is looked for in all of them. */
function shippedBy({ shippedBy: who }: OrderSearch): Condition[] {
  if (!who) return []
  return [{ sql: `o.ship_node_type ${who === "seller" ? "=" : "<>"} 'SellerFulfilled'` }]
}

function few(condition: Condition): Condition {
  return { ...condition, isFew: true }
}

function among(column: string, name: string, values: string[] | undefined): Condition[] {
  return values ? [{ sql: `${column} = ANY(:${name}::text[])`, values: { [name]: values } }] : []
}

const UNFINISHED = ["open", "partially_shipped"]

/** The words of the partial index are repeated, so that it is used. */
function statusAmong(statuses: string[] | undefined): Condition[] {
  const asked = among("o.status", "statuses", statuses)
  if (!statuses?.every((status) => UNFINISHED.includes(status))) return asked
  return asked.map(({ sql, values }) =>
    few({ sql: `${sql} AND o.status IN ('open', 'partially_shipped')`, values })
  )
}

function syncAmong(statuses: SyncStatus[] | undefined): Condition[] {
  if (!statuses) return []
  const known = Object.keys(SYNC) as (keyof typeof SYNC)[]
  if (!statuses.includes("in_sync")) {
    const sets = known.filter((status) => statuses.includes(status)).map((status) => SYNC[status])
    return [few({ sql: `o.id IN (${sets.join(" UNION ")})` })]
  }
  const less = known.filter((status) => !statuses.includes(status)).map((status) => SYNC[status])
  return less.length > 0
    ? [{ sql: less.map((ids) => `o.id NOT IN (${ids})`).join(" AND "), less }]
    : []
}

function importAmong(statuses: ImportStatus[] | undefined): Condition[] {
  if (!statuses) return []
  const sql = `(${statuses.map((status) => IMPORT[status]).join(" OR ")})`
  return [{ sql, isFew: statuses.every((status) => status === "failed") }]
}

function within(column: string, name: string, { from, to }: TimeRange = {}): Condition[] {
  return [
    ...(from ? [{ sql: `${column} >= :${name}_from`, values: { [`${name}_from`]: from } }] : []),
    ...(to ? [{ sql: `${column} <= :${name}_to`, values: { [`${name}_to`]: to } }] : []),
  ]
}
