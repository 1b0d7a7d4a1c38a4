import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/*
 * Reading for screens: searches and counts of orders. What waits or needs a hand is found by its partial index,
 * so that costs follow the work that is open and not the history, beyond one count of an index.
 */

export type SyncStatus = "in_sync" | "syncing" | "needs_attention"
export type ImportStatus = "imported" | "failed" | "pending"
export type DeadlineFilter = keyof typeof DEADLINES
export type OrderSort = keyof typeof SORTS

/** A time range; both ends are included. */
export interface TimeRange {
  from?: Date
  to?: Date
}

/** Which orders to find. What is left out does not filter. */
export interface OrderSearch {
  accountIds?: string[]
  /** Medusa orders. */
  orderIds?: string[]
  statuses?: string[]
  syncStatuses?: SyncStatus[]
  importStatuses?: ImportStatus[]
  deadline?: DeadlineFilter
  shipBy?: TimeRange
  orderedAt?: TimeRange
  /** Part of an order number, SKU or tracking number. */
  text?: string
  /** Medusa orders that the text means by their own number. */
  textOrderIds?: string[]
  sort: OrderSort
  descending: boolean
  limit: number
  offset: number
}

/** Ids of one page in their order, and how many orders match in all. */
export interface FoundOrders {
  ids: string[]
  count: number
}

/** Orders whose deadlines are the seller's: something is open, and Walmart does not fulfil it itself. */
export const OPEN = `(o.status IN ('open', 'partially_shipped') AND o.ship_node_type = 'SellerFulfilled')`

/** Something of it waits to be acknowledged. */
export const UNACKNOWLEDGED = `EXISTS (SELECT 1 FROM walmart_order_line l
  WHERE l.walmart_order_id = o.id AND l.created_quantity > 0 AND l.deleted_at IS NULL)`

const DEADLINES = {
  acknowledge_overdue: `o.acknowledge_by < now() AND ${UNACKNOWLEDGED}`,
  acknowledge_soon: `o.acknowledge_by >= now() AND o.acknowledge_by < now() + interval '1 hour' AND ${UNACKNOWLEDGED}`,
  ship_overdue: `o.ship_by < now()`,
  ship_soon: `o.ship_by >= now() AND o.ship_by < now() + interval '1 day'`,
  auto_cancel_soon: `o.auto_cancel_at < now() + interval '1 day'`,
}

/** Names of the deadline filters. */
export const DEADLINE_FILTERS = Object.keys(DEADLINES) as DeadlineFilter[]

const SORTS = {
  ordered_at: "o.ordered_at",
  acknowledge_by: "o.acknowledge_by",
  ship_by: "o.ship_by",
  deliver_by: "o.deliver_by",
  auto_cancel_at: "o.auto_cancel_at",
  // A missed date stays in front of all that is still to come: what is late is nearest to being canceled.
  next_deadline: `CASE WHEN ${OPEN} THEN
    least(CASE WHEN ${UNACKNOWLEDGED} THEN o.acknowledge_by END, o.ship_by, o.auto_cancel_at) END`,
  purchase_order_id: "o.purchase_order_id",
  customer_order_id: "o.customer_order_id",
  status: "o.status",
  total: "o.total",
  created_at: "o.created_at",
  refreshed_at: "o.refreshed_at",
  last_update_at: `(SELECT max(u.updated_at) FROM walmart_update u
    WHERE u.walmart_order_id = o.id AND u.deleted_at IS NULL)`,
}

/** Names orders can be sorted by. */
export const ORDER_SORTS = Object.keys(SORTS) as OrderSort[]

/** An update waits for a person, or both sides disagree without one that explains it. */
const NEEDS_ATTENTION = `(o.discrepancies IS NOT NULL OR o.id IN (SELECT walmart_order_id FROM walmart_update
  WHERE status = 'needs_attention' AND deleted_at IS NULL))`

/** An order with pending updates and nothing that needs attention always has a due time. */
const WAITING = `o.id IN (SELECT m.walmart_order_id FROM walmart_mailbox m
  JOIN walmart_update u ON u.walmart_order_id = m.walmart_order_id AND u.status = 'pending' AND u.deleted_at IS NULL
  WHERE m.next_due_at IS NOT NULL AND m.deleted_at IS NULL)`

const SYNC: Record<SyncStatus, string> = {
  needs_attention: NEEDS_ATTENTION,
  syncing: `(${WAITING} AND NOT ${NEEDS_ATTENTION})`,
  in_sync: `(NOT ${WAITING} AND NOT ${NEEDS_ATTENTION})`,
}

/** How an order stands with its import. */
export const IMPORT: Record<ImportStatus, string> = {
  imported: "o.imported_at IS NOT NULL",
  failed: "(o.imported_at IS NULL AND o.import_error_code IS NOT NULL)",
  pending: "(o.imported_at IS NULL AND o.import_error_code IS NULL)",
}

/** A condition and what is bound into it. */
interface Condition {
  sql: string
  values?: Record<string, string | string[] | Date>
}

/** Finds a page of orders. Ties are broken by id, so that pages never overlap. */
export async function findOrders(db: Knex, search: OrderSearch): Promise<FoundOrders> {
  const conditions = conditionsOf(search)
  const where = ["o.deleted_at IS NULL", ...conditions.map(({ sql }) => sql)].join(" AND ")
  const values = Object.assign({}, ...conditions.map((condition) => condition.values))
  const direction = search.descending ? "DESC" : "ASC"
  const [page, total] = await Promise.all([
    db.raw<{ rows: { id: string }[] }>(
      `SELECT o.id FROM walmart_order o WHERE ${where}
       ORDER BY ${SORTS[search.sort]} ${direction} NULLS LAST, o.id ${direction} LIMIT :limit OFFSET :offset`,
      { ...values, limit: search.limit, offset: search.offset }
    ),
    db.raw<{ rows: { count: number }[] }>(
      `SELECT count(*)::int AS count FROM walmart_order o WHERE ${where}`,
      values
    ),
  ])
  return { ids: page.rows.map(({ id }) => id), count: total.rows[0].count }
}

function conditionsOf(search: OrderSearch): Condition[] {
  return [
    ...among("o.account_id", "accounts", search.accountIds),
    ...among("o.order_id", "orders", search.orderIds),
    ...among("o.status", "statuses", search.statuses),
    ...anyOf(SYNC, search.syncStatuses),
    ...anyOf(IMPORT, search.importStatuses),
    ...(search.deadline ? [{ sql: `${OPEN} AND ${DEADLINES[search.deadline]}` }] : []),
    ...within("o.ship_by", "ship_by", search.shipBy),
    ...within("o.ordered_at", "ordered_at", search.orderedAt),
    ...matching(search),
  ]
}

function among(column: string, name: string, values: string[] | undefined): Condition[] {
  return values ? [{ sql: `${column} = ANY(:${name}::text[])`, values: { [name]: values } }] : []
}

function anyOf<T extends string>(conditions: Record<T, string>, names: T[] | undefined) {
  return names ? [{ sql: `(${names.map((name) => conditions[name]).join(" OR ")})` }] : []
}

function within(column: string, name: string, { from, to }: TimeRange = {}): Condition[] {
  return [
    ...(from ? [{ sql: `${column} >= :${name}_from`, values: { [`${name}_from`]: from } }] : []),
    ...(to ? [{ sql: `${column} <= :${name}_to`, values: { [`${name}_to`]: to } }] : []),
  ]
}

/** People type a tracking number with spaces and hyphens; it is kept without. */
function matching({ text, textOrderIds = [] }: OrderSearch): Condition[] {
  if (!text) return []
  const sql = `o.id IN (
    SELECT id FROM walmart_order WHERE deleted_at IS NULL
      AND (purchase_order_id ILIKE :pattern OR customer_order_id ILIKE :pattern OR order_id = ANY(:numbered::text[]))
    UNION SELECT walmart_order_id FROM walmart_order_line WHERE sku ILIKE :pattern AND deleted_at IS NULL
    UNION SELECT walmart_order_id FROM walmart_update
      WHERE tracking_numbers ILIKE :tracking AND deleted_at IS NULL)`
  const tracking = containing(text.replace(/[\s-]+/g, "") || text)
  return [{ sql, values: { pattern: containing(text), tracking, numbered: textOrderIds } }]
}

function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
}

/** Numbers on the cards above the list. */
export interface OrderCounts {
  open: number
  partially_shipped: number
  shipped: number
  canceled: number
  needs_attention: number
  import_failed: number
  /** Orders that somebody has to do something about now, each counted once however much is wrong with it. */
  tasks: number
  deadlines: Record<DeadlineFilter, number>
}

const OURS = "(:accounts::text[] IS NULL OR account_id = ANY(:accounts::text[]))"

/** Ids of orders that need attention; each part is found by its own index. */
const ATTENTION = `
  SELECT walmart_order_id FROM walmart_update
    WHERE status = 'needs_attention' AND deleted_at IS NULL AND ${OURS}
  UNION SELECT id FROM walmart_order WHERE discrepancies IS NOT NULL AND deleted_at IS NULL AND ${OURS}`

/** Ids of orders with something to do. */
const TASKS = `${ATTENTION}
  UNION SELECT id FROM walmart_order o WHERE ${IMPORT.failed} AND o.deleted_at IS NULL AND ${OURS}
  UNION SELECT id FROM walmart_order o WHERE ${OPEN} AND o.deleted_at IS NULL AND ${OURS}
    AND (${DEADLINES.acknowledge_overdue} OR ${DEADLINES.acknowledge_soon} OR ${DEADLINES.ship_overdue})`

/** Counts orders by status, need and deadline, of all accounts or of the named ones. */
export async function orderCounts(db: Knex, accountIds: string[] | null): Promise<OrderCounts> {
  const ours = OURS
  const values = { accounts: accountIds }
  const [byStatus, others, deadlines] = await Promise.all([
    db.raw<{ rows: { status: "open"; count: number }[] }>(
      `SELECT status, count(*)::int AS count FROM walmart_order WHERE deleted_at IS NULL AND ${ours} GROUP BY status`,
      values
    ),
    db.raw<{ rows: Pick<OrderCounts, "needs_attention" | "import_failed" | "tasks">[] }>(
      `SELECT (SELECT count(*) FROM (${TASKS}) AS task)::int AS tasks,
         (SELECT count(*) FROM (${ATTENTION}) AS needing)::int AS needs_attention,
         (SELECT count(*) FROM walmart_order o
          WHERE ${IMPORT.failed} AND o.deleted_at IS NULL AND ${ours})::int AS import_failed`,
      values
    ),
    db.raw<{ rows: Record<DeadlineFilter, number>[] }>(
      `SELECT ${DEADLINE_FILTERS.map((d) => `(count(*) FILTER (WHERE ${DEADLINES[d]}))::int AS ${d}`).join(", ")}
       FROM walmart_order o WHERE ${OPEN} AND o.deleted_at IS NULL AND ${ours}`,
      values
    ),
  ])
  return {
    ...{ open: 0, partially_shipped: 0, shipped: 0, canceled: 0 },
    ...Object.fromEntries(byStatus.rows.map(({ status, count }) => [status, count])),
    ...others.rows[0],
    deadlines: deadlines.rows[0],
  }
}
