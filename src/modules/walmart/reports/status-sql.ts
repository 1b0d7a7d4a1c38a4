import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { IMPORT } from "./report-sql"
import { FOR_STAFF, type StaffReport } from "./staff-sql"

/*
 * How sending is doing, per account, for the health card and for monitoring. Backlog and leases come from the queue's partial
 * index, everything else from the last 24 hours.
 */

/** Queues of an account that wait or are being sent for. */
export interface QueueReport {
  due_orders: number
  /** Seconds since the longest waiting order became due; null when none is. */
  oldest_due_seconds: number | null
  leased: number
  in_doubt: number
}

/** Unfinished updates of an account. */
export interface BacklogReport {
  /** Orders that have pending updates. */
  orders: number
  /** Pending updates. */
  updates: number
  needs_attention: number
}

/**
 * Seconds since the account was known first, its clock last ticked, all of Walmart's orders were last taken over, and Walmart last
 * accepted something; null when never.
 */
export interface AgeReport {
  seconds_since_added: number | null
  seconds_since_tick: number | null
  seconds_since_poll: number | null
  seconds_since_sent: number | null
}

/** Milliseconds from saving in Medusa to Walmart's yes, of shipments and cancellations sent in the last 24 hours. */
export interface LatencyReport {
  p50_ms: number
  p95_ms: number
  count: number
}

/** One bucket as it is now. */
export interface RateLimitReport {
  endpoint: string
  tokens: number
  capacity: number
  per_minute: number
  /** Null when calls may go. */
  open_until: Date | null
}

/** Everything known about one account's sending. */
export interface AccountReport {
  queue: QueueReport
  backlog: BacklogReport
  /** Orders that could not be imported and wait for someone. */
  failedImports: number
  forStaff: StaffReport
  ages: AgeReport
  latency: LatencyReport | null
  outcomes: Record<string, number>
  rateLimits: RateLimitReport[]
}

type PerAccount<T> = T & { account_id: string }

/** Reads the reports of all accounts at once. @returns report by account id; one without any trace is all zeros */
export async function accountReports(db: Knex): Promise<(accountId: string) => AccountReport> {
  const [queues, backlogs, failed, staff, ages, latencies, outcomes, limits] = await Promise.all([
    rowsOf<QueueReport>(db, QUEUES),
    backlogReports(db),
    rowsOf<{ count: number }>(db, FAILED_IMPORTS),
    rowsOf<StaffReport>(db, FOR_STAFF),
    rowsOf<AgeReport>(db, AGES),
    rowsOf<LatencyReport>(db, LATENCIES),
    rowsOf<{ outcome: string; count: number }>(db, OUTCOMES),
    rowsOf<RateLimitReport>(db, RATE_LIMITS),
  ])
  return (accountId) => ({
    queue: first(queues, accountId) ?? NO_QUEUE,
    backlog: backlogs(accountId),
    failedImports: first(failed, accountId)?.count ?? 0,
    forStaff: first(staff, accountId) ?? NO_STAFF,
    ages: first(ages, accountId) ?? NO_AGES,
    latency: first(latencies, accountId),
    outcomes: Object.fromEntries(
      all(outcomes, accountId).map(({ outcome, count }) => [outcome, count])
    ),
    rateLimits: all(limits, accountId),
  })
}

/** What waits to be sent, per account. */
export async function backlogReports(db: Knex): Promise<(accountId: string) => BacklogReport> {
  const rows = await rowsOf<BacklogReport>(db, BACKLOG)
  return (accountId) => first(rows, accountId) ?? { orders: 0, updates: 0, needs_attention: 0 }
}

const NO_QUEUE = { due_orders: 0, oldest_due_seconds: null, leased: 0, in_doubt: 0 }
const NO_STAFF = { differing_orders: 0, waiting_returns: 0, waiting_stock: 0 }
const NO_AGES = {
  ...{ seconds_since_added: null, seconds_since_tick: null },
  ...{ seconds_since_poll: null, seconds_since_sent: null },
}

async function rowsOf<T>(db: Knex, sql: string): Promise<PerAccount<T>[]> {
  const { rows } = await db.raw<{ rows: PerAccount<T>[] }>(sql)
  return rows
}

function all<T>(rows: PerAccount<T>[], accountId: string): T[] {
  return rows.filter((row) => row.account_id === accountId).map(withoutAccount)
}

function withoutAccount<T>(row: PerAccount<T>): T {
  const report: Partial<PerAccount<T>> = { ...row }
  delete report.account_id
  return report as T
}

function first<T>(rows: PerAccount<T>[], accountId: string): T | null {
  return all<T>(rows, accountId)[0] ?? null
}

/** A lease that ended is due again: its owner died. */
const QUEUES = `SELECT account_id,
    (count(*) FILTER (WHERE next_due_at <= now()))::int AS due_orders,
    extract(epoch FROM now() - min(next_due_at) FILTER (WHERE next_due_at <= now()))::float AS oldest_due_seconds,
    (count(*) FILTER (WHERE leased AND next_due_at > now()))::int AS leased,
    (count(*) FILTER (WHERE in_doubt AND NOT (leased AND next_due_at > now())))::int AS in_doubt
  FROM walmart_queue WHERE subject = 'order' AND next_due_at IS NOT NULL AND deleted_at IS NULL GROUP BY account_id`

/** Pending updates have a queue that is due, or wait behind one that needs attention. */
const BACKLOG = `WITH unfinished AS (
    SELECT subject_id AS walmart_order_id FROM walmart_queue WHERE next_due_at IS NOT NULL AND deleted_at IS NULL
    UNION SELECT walmart_order_id FROM walmart_update WHERE status = 'needs_attention' AND deleted_at IS NULL)
  SELECT u.account_id, (count(DISTINCT u.walmart_order_id) FILTER (WHERE u.status = 'pending'))::int AS orders,
    (count(*) FILTER (WHERE u.status = 'pending'))::int AS updates,
    (count(*) FILTER (WHERE u.status = 'needs_attention'))::int AS needs_attention
  FROM unfinished JOIN walmart_update u USING (walmart_order_id)
  WHERE u.status IN ('pending', 'needs_attention') AND u.deleted_at IS NULL GROUP BY u.account_id`

const FAILED_IMPORTS = `SELECT o.account_id, count(*)::int AS count FROM walmart_order o
  WHERE ${IMPORT.failed} AND o.deleted_at IS NULL GROUP BY o.account_id`

const AGES = `SELECT a.id AS account_id,
    extract(epoch FROM now() - a.created_at)::float AS seconds_since_added,
    extract(epoch FROM now() - a.last_tick_at)::float AS seconds_since_tick,
    extract(epoch FROM now() - a.polled_until)::float AS seconds_since_poll,
    extract(epoch FROM now() - a.last_sent_at)::float AS seconds_since_sent
  FROM walmart_account a WHERE a.deleted_at IS NULL`

/** An acknowledgment counts from the buyer's order, which says nothing about us. */
const LATENCIES = `SELECT account_id, count(*)::int AS count,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM sent_at - happened_at) * 1000)::float AS p50_ms,
    percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM sent_at - happened_at) * 1000)::float AS p95_ms
  FROM walmart_update WHERE finished_at > now() - interval '1 day' AND status = 'sent'
    AND kind <> 'acknowledgment' AND sent_at IS NOT NULL AND deleted_at IS NULL GROUP BY account_id`

const OUTCOMES = `SELECT account_id, outcome, count(*)::int AS count FROM walmart_attempt
  WHERE started_at > now() - interval '1 day' AND deleted_at IS NULL GROUP BY account_id, outcome`

const RATE_LIMITS = `SELECT account_id, endpoint, capacity::float, per_minute::float,
    greatest(0, least(capacity, tokens + abs(extract(epoch FROM now() - refilled_at)) * per_minute / 60))::float AS tokens,
    CASE WHEN open_until > now() THEN open_until END AS open_until
  FROM walmart_rate_limit WHERE deleted_at IS NULL ORDER BY endpoint`

/** Counts the calls made for each update of the given orders. @returns calls by update id */
export async function attemptCounts(db: Knex, orderIds: string[]): Promise<Map<string, number>> {
  const { rows } = await db.raw<{ rows: { id: string; count: number }[] }>(
    `SELECT told.id, count(*)::int AS count
     FROM walmart_attempt a, jsonb_array_elements_text(a.update_ids) AS told(id)
     WHERE a.subject_id = ANY(?) AND a.deleted_at IS NULL GROUP BY told.id`,
    [orderIds]
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
}

const TIMELINE_LENGTH = 200

/** Ids of the calls made for one update, the latest 200, oldest first. */
export async function attemptIds(
  db: Knex,
  update: { id: string; walmart_order_id: string }
): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT id FROM walmart_attempt
     WHERE subject_id = ? AND update_ids @> to_jsonb(?::text) AND deleted_at IS NULL
     ORDER BY started_at DESC LIMIT ?`,
    [update.walmart_order_id, update.id, TIMELINE_LENGTH]
  )
  return rows.map(({ id }) => id).reverse()
}
