import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CountCache } from "../common/count-cache"
import { withoutCompiling } from "../common/without-compiling"

/*
 * What orders are like for screens, and how many are of which kind. What waits or needs a hand is found by its partial index, so
 * that costs follow the work that is open and not the history, beyond one count of an index.
 */

export type SyncStatus = "in_sync" | keyof typeof SYNC
export type ImportStatus = "imported" | "failed" | "pending" | "left_out"
export type DeadlineFilter = keyof typeof DEADLINES

/** Orders whose deadlines are the seller's: something is open, and Walmart does not fulfill it itself. */
export const OPEN = `(o.status IN ('open', 'partially_shipped') AND o.ship_node_type = 'SellerFulfilled')`

/** Something of it waits to be acknowledged, and still can be: Walmart refuses once a part is shipped or canceled. */
export const UNACKNOWLEDGED = `(SELECT coalesce(sum(l.created_quantity) > 0 AND sum(l.canceled_quantity
  + l.shipped_quantity + l.delivered_quantity + l.refunded_quantity) = 0, false)
  FROM walmart_order_line l WHERE l.walmart_order_id = o.id AND l.deleted_at IS NULL)`

/** Nothing of it is on its way to Walmart as shipped: what has been shipped here is no longer anyone's task. */
const NOT_LEAVING = `o.id NOT IN (SELECT m.subject_id FROM walmart_queue m
  JOIN walmart_update u ON u.walmart_order_id = m.subject_id AND u.status = 'pending' AND u.kind = 'shipment' AND u.deleted_at IS NULL
  WHERE m.next_due_at IS NOT NULL AND m.deleted_at IS NULL)`

/** The beginning of a day of the reader, counted from today, in the time zone that is bound as `zone`. */
function dayStart(days: number): string {
  return `((date_trunc('day', now() AT TIME ZONE :zone) + interval '${days} day') AT TIME ZONE :zone)`
}

/** What the deadline filters ask of an open order; some need the time zone `zone`. */
export const DEADLINES = {
  acknowledge_overdue: `o.acknowledge_by < now() AND ${UNACKNOWLEDGED}`,
  acknowledge_soon: `o.acknowledge_by >= now() AND o.acknowledge_by < now() + interval '1 hour' AND ${UNACKNOWLEDGED}`,
  ship_overdue: `o.ship_by < now() AND ${NOT_LEAVING}`,
  due_today: `o.ship_by >= now() AND o.ship_by < ${dayStart(1)} AND ${NOT_LEAVING}`,
  due_tomorrow: `o.ship_by >= ${dayStart(1)} AND o.ship_by < ${dayStart(2)} AND ${NOT_LEAVING}`,
  customer_asked: "o.customer_asked_to_cancel",
  ship_soon: `o.ship_by >= now() AND o.ship_by < now() + interval '1 day'`,
  auto_cancel_soon: `o.auto_cancel_at < now() + interval '1 day' AND ${NOT_LEAVING}`,
}

/** Names of the deadline filters. */
export const DEADLINE_FILTERS = Object.keys(DEADLINES) as DeadlineFilter[]

/** An update waits for a person, or both sides disagree without one that explains it. */
const NEEDS_ATTENTION = `SELECT walmart_order_id FROM walmart_update WHERE status = 'needs_attention' AND deleted_at IS NULL
  UNION SELECT id FROM walmart_order WHERE discrepancies IS NOT NULL AND deleted_at IS NULL`

/** An order with pending updates and nothing that needs attention always has a due time. */
const WAITING = `SELECT m.subject_id FROM walmart_queue m
  JOIN walmart_update u ON u.walmart_order_id = m.subject_id AND u.status = 'pending' AND u.deleted_at IS NULL
  WHERE m.next_due_at IS NOT NULL AND m.deleted_at IS NULL`

/** Ids of the orders that are not in sync. */
export const SYNC = {
  needs_attention: NEEDS_ATTENTION,
  syncing: `(${WAITING} EXCEPT (${NEEDS_ATTENTION}))`,
}

/** The state of an order with its import. One that is canceled at Walmart needs none, so that it waits for nobody. */
export const IMPORT: Record<ImportStatus, string> = {
  imported: "o.imported_at IS NOT NULL",
  failed:
    "(o.imported_at IS NULL AND o.order_id IS NOT NULL AND o.import_error_code IS NOT NULL AND o.status <> 'canceled' AND o.left_out_at IS NULL)",
  pending:
    "(o.imported_at IS NULL AND o.left_out_at IS NULL AND (o.import_error_code IS NULL OR o.status = 'canceled'))",
  left_out: "(o.imported_at IS NULL AND o.left_out_at IS NOT NULL)",
}

/** Numbers on the cards above the list. */
export interface OrderCounts {
  open: number
  partially_shipped: number
  shipped: number
  canceled: number
  needs_attention: number
  import_failed: number
  /** Open orders that Walmart or its partner ships, which are not among the open ones. */
  shipped_by_walmart: number
  /** Orders that someone has to do something about now, each counted once however much is wrong with it. */
  tasks: number
  deadlines: Record<DeadlineFilter, number>
}

const OURS = "(:accounts::text[] IS NULL OR account_id = ANY(:accounts::text[]))"

/** Ids of orders that need attention; each part is found by its own index. */
const ATTENTION = `
  SELECT walmart_order_id FROM walmart_update
    WHERE status = 'needs_attention' AND deleted_at IS NULL AND ${OURS}
  UNION SELECT id FROM walmart_order WHERE discrepancies IS NOT NULL AND deleted_at IS NULL AND ${OURS}`

/** Ids of orders that wait for a person; what the plugin does automatically, such as acknowledging, is not among it. */
const TASKS = `${ATTENTION}
  UNION SELECT id FROM walmart_order o WHERE ${IMPORT.failed} AND o.deleted_at IS NULL AND ${OURS}
  UNION SELECT id FROM walmart_order o WHERE ${OPEN} AND o.deleted_at IS NULL AND ${OURS}
    AND (${DEADLINES.customer_asked} OR ${DEADLINES.ship_overdue})`

/** Which orders are counted, and whose days "today" and "tomorrow" are. */
export interface CountedOrders {
  /** Null for those of all accounts. */
  accountIds: string[] | null
  /** IANA name, such as `America/New_York`. */
  timeZone: string
}

/** Counts orders by status, need and deadline, of all accounts or of the named ones; what is closed may be a minute old. */
export async function orderCounts(
  db: Knex,
  { accountIds, timeZone }: CountedOrders,
  counts: CountCache
): Promise<OrderCounts> {
  const values = { accounts: accountIds, zone: timeZone }
  const closed = (status: string) =>
    counts.of(`${status} of ${JSON.stringify(accountIds)}`, () =>
      numberOf(db, CLOSED, { ...values, status })
    )
  const [shipped, canceled, open, others, shipped_by_walmart, deadlines] = await Promise.all([
    closed("shipped"),
    closed("canceled"),
    db.raw<{ rows: { status: "open" | "partially_shipped"; count: number }[] }>(STILL_OPEN, values),
    withoutCompiling<Needs>(db, NEEDS, values),
    numberOf(db, BY_OTHERS, values),
    withoutCompiling<Record<DeadlineFilter, number>>(db, BY_DEADLINE, values),
  ])
  return {
    ...{ open: 0, partially_shipped: 0, shipped, canceled, shipped_by_walmart },
    ...Object.fromEntries(open.rows.map(({ status, count }) => [status, count])),
    ...others[0],
    deadlines: deadlines[0],
  }
}

type Needs = Pick<OrderCounts, "needs_attention" | "import_failed" | "tasks">

const CLOSED = `SELECT count(*)::int AS count FROM walmart_order WHERE status = :status AND deleted_at IS NULL AND ${OURS}`

const STILL_OPEN = `SELECT status, count(*)::int AS count FROM walmart_order
  WHERE status IN ('open', 'partially_shipped') AND ship_node_type = 'SellerFulfilled' AND deleted_at IS NULL AND ${OURS}
  GROUP BY status`

const BY_OTHERS = `SELECT count(*)::int AS count FROM walmart_order
  WHERE status IN ('open', 'partially_shipped') AND ship_node_type <> 'SellerFulfilled' AND deleted_at IS NULL AND ${OURS}`

const NEEDS = `SELECT (SELECT count(*) FROM (${TASKS}) AS task)::int AS tasks,
    (SELECT count(*) FROM (${ATTENTION}) AS needing)::int AS needs_attention,
    (SELECT count(*) FROM walmart_order o WHERE ${IMPORT.failed} AND o.deleted_at IS NULL AND ${OURS})::int AS import_failed`

const BY_DEADLINE = `SELECT ${DEADLINE_FILTERS.map((d) => `(count(*) FILTER (WHERE ${DEADLINES[d]}))::int AS ${d}`).join(", ")}
  FROM walmart_order o WHERE ${OPEN} AND o.deleted_at IS NULL AND ${OURS}`

/** Statements behind the cards, exported so that their query plans can be asserted. */
export const COUNT_STATEMENTS = [CLOSED, STILL_OPEN, BY_OTHERS, NEEDS, BY_DEADLINE]

/** The number that a statement counts. */
export async function numberOf(
  db: Knex,
  sql: string,
  values: Record<string, string | string[] | number | Date | null>
): Promise<number> {
  const { rows } = await db.raw<{ rows: { count: number }[] }>(sql, values)
  return rows[0].count
}
