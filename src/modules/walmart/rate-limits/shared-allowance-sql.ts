import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import {
  type Closed,
  type EndpointName,
  ENDPOINTS,
  type Permit,
  type RateLimiter,
  type RateObservation,
} from "../../../walmart/api/endpoint-limits"

/** Settings of the shared bucket of one account. */
export interface RateLimitSettings {
  accountId: string
  limits: Record<string, { perMinute: number; burst: number }>
  breaker: { failures: number; openMs: number }
  /** Longest time to wait in place for a reserved call, in milliseconds; kept far below the lease's slack. */
  patienceMs: number
  sleep: (ms: number) => Promise<void>
}

/**
 * Token bucket and breaker of an account's endpoints, one row each, by the database's clock, so that all processes share
 * them. A caller who could call soon reserves that call and waits for it, so that no later caller goes first; any other is refused,
 * with the time to stay away.
 */
export function createRateLimiter(db: Knex, settings: RateLimitSettings): RateLimiter {
  const lastTurns = new Map<EndpointName, Turn>()
  return {
    take: (endpoint) => take(db, settings, endpoint, lastTurns),
    observe: async (endpoint, observation) => {
      if (isNews(observation, lastTurns.get(endpoint))) {
        lastTurns.delete(endpoint)
        await observe(db, settings, endpoint, observation)
      }
    },
  }
}

/** A bucket as a reserved call left it. */
interface Turn {
  waitMs: number
  tokens: number
  failures: number
}

/** Whether an answer changes anything in a bucket: most only say what is there already, and cost no statement. */
function isNews({ status, tokensLeft }: RateObservation, turn: Turn | undefined): boolean {
  if (status === null || status === 429 || status >= 500) return true
  return !turn || turn.failures > 0 || (tokensLeft !== null && tokensLeft < turn.tokens)
}

async function take(
  db: Knex,
  settings: RateLimitSettings,
  endpoint: EndpointName,
  lastTurns: Map<EndpointName, Turn>
): Promise<Permit> {
  const turn = await reserveCall(db, settings, endpoint)
  if (turn === null) return refuse(db, settings, endpoint, lastTurns)
  lastTurns.set(endpoint, turn)
  if (turn.waitMs === 0) return { granted: true }
  await settings.sleep(turn.waitMs)
  // Walmart may have answered 429 to another caller in between; the reservation is spent nevertheless.
  return (await shut(db, settings, endpoint)) ?? { granted: true }
}

/**
 * Endpoints of an account for which nothing is claimed now: Walmart said so, too many calls failed, or more callers have
 * reserved calls than patience allows. An order that is claimed nevertheless is refused, and others go before it.
 */
export async function closedEndpoints(
  db: Knex,
  accountId: string,
  patienceMs: number
): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { endpoint: string }[] }>(
    `SELECT endpoint FROM walmart_rate_limit WHERE account_id = :account AND deleted_at IS NULL
       AND (open_until > now() OR ${filled("capacity", "per_minute")} - 1 < -:patienceMs::float * per_minute / 60000)`,
    { account: accountId, patienceMs }
  )
  return rows.map(({ endpoint }) => endpoint)
}

/**
 * Calls in the bucket now; below 0 it owes turns that were reserved. Not by now(), which is from before a statement waited for
 * the row. A clock that was set back counts like one that ran on, so that it never stops the sends for long.
 */
function filled(burst: string, perMinute: string): string {
  const seconds = "abs(extract(epoch FROM clock_timestamp() - refilled_at))::float"
  return `least(${burst}::float, tokens + ${seconds} * ${perMinute}::float / 60)`
}

interface Bucket {
  account: string
  endpoint: EndpointName
  burst: number
  perMinute: number
  patienceMs: number
}

function bucketOf(settings: RateLimitSettings, endpoint: EndpointName): Bucket {
  const { accountId: account, patienceMs, limits } = settings
  const { burst, perMinute } = { ...ENDPOINTS[endpoint], ...limits[endpoint] }
  return { account, endpoint, burst, perMinute, patienceMs }
}

/** Takes one call of the bucket, or one that it will have soon. @returns milliseconds until the turn; null for none */
async function reserveCall(
  db: Knex,
  settings: RateLimitSettings,
  endpoint: EndpointName
): Promise<Turn | null> {
  const calls = filled(":burst", ":perMinute")
  const { rows } = await db.raw<{ rows: Turn[] }>(
    `UPDATE walmart_rate_limit SET tokens = ${calls} - 1,
       capacity = :burst, per_minute = :perMinute, refilled_at = clock_timestamp()
     WHERE account_id = :account AND endpoint = :endpoint AND deleted_at IS NULL
       AND (open_until IS NULL OR open_until <= now())
       AND ${calls} - 1 >= -:patienceMs::float * :perMinute::float / 60000
     RETURNING ceil(greatest(0, -tokens * 60000 / :perMinute::float))::float AS "waitMs", tokens, failures`,
    { ...bucketOf(settings, endpoint) }
  )
  return rows.at(0) ?? null
}

/** Says for how long there is no turn to reserve; makes the bucket when it was not there yet. */
async function refuse(
  db: Knex,
  settings: RateLimitSettings,
  endpoint: EndpointName,
  lastTurns: Map<EndpointName, Turn>
): Promise<Permit> {
  const bucket = bucketOf(settings, endpoint)
  const { rows } = await db.raw<{ rows: { wait_ms: number; because: Closed }[] }>(
    `SELECT ceil(greatest(0, extract(epoch FROM open_until - now()) * 1000,
       (1 - ${filled(":burst", ":perMinute")}) * 60000 / :perMinute::float - :patienceMs::float))::float AS wait_ms,
       ${BECAUSE} AS because
     FROM walmart_rate_limit WHERE account_id = :account AND endpoint = :endpoint AND deleted_at IS NULL`,
    { ...bucket }
  )
  if (rows.length === 0) await createBucket(db, bucket)
  const { wait_ms: waitMs, because } = rows.at(0) ?? NO_BUCKET
  // There is a turn after all: the bucket was made, or filled, a moment ago.
  return waitMs > 0 ? { granted: false, waitMs, because } : take(db, settings, endpoint, lastTurns)
}

const NO_BUCKET: { wait_ms: number; because: Closed } = { wait_ms: 0, because: "used_up" }

/** A 429 ends the series of failures, so that a bucket that is shut with one was shut by it. */
const BECAUSE = `CASE WHEN open_until > now() THEN CASE WHEN failures > 0 THEN 'failing' ELSE 'asked' END ELSE 'used_up' END`

/** Why and for how long nobody calls; null when the endpoint is open. */
async function shut(
  db: Knex,
  settings: RateLimitSettings,
  endpoint: EndpointName
): Promise<Permit | null> {
  const { rows } = await db.raw<{ rows: { wait_ms: number; because: Closed }[] }>(
    `SELECT ceil(extract(epoch FROM open_until - now()) * 1000)::float AS wait_ms, ${BECAUSE} AS because
     FROM walmart_rate_limit
     WHERE account_id = ? AND endpoint = ? AND deleted_at IS NULL AND open_until > now()`,
    [settings.accountId, endpoint]
  )
  const [found] = rows
  return found ? { granted: false, waitMs: found.wait_ms, because: found.because } : null
}

async function createBucket(
  db: Knex,
  { account, endpoint, burst, perMinute }: Bucket
): Promise<void> {
  await db.raw(
    `INSERT INTO walmart_rate_limit (id, account_id, endpoint, tokens, capacity, per_minute, refilled_at)
     VALUES (?, ?, ?, ?, ?, ?, now())
     ON CONFLICT (account_id, endpoint) WHERE deleted_at IS NULL DO NOTHING`,
    [generateEntityId("", "wmrl"), account, endpoint, burst, burst, perMinute]
  )
}

async function observe(
  db: Knex,
  settings: RateLimitSettings,
  endpoint: EndpointName,
  seen: RateObservation
): Promise<void> {
  const failed = seen.status === null || seen.status >= 500
  const openMs = seen.status === 429 ? (seen.waitMs ?? settings.breaker.openMs) : null
  await db.raw(
    `UPDATE walmart_rate_limit SET
       tokens = least(tokens, coalesce(:left::float, tokens)),
       failures = CASE WHEN :failed THEN failures + 1 ELSE 0 END,
       open_until = CASE
         WHEN :openMs::float IS NOT NULL THEN now() + :openMs::float * interval '1 millisecond'
         WHEN :failed AND failures + 1 >= :threshold THEN now() + :breakerMs::float * interval '1 millisecond'
         ELSE open_until END
     WHERE account_id = :account AND endpoint = :endpoint AND deleted_at IS NULL`,
    {
      account: settings.accountId,
      endpoint,
      left: seen.tokensLeft,
      failed,
      openMs,
      threshold: settings.breaker.failures,
      breakerMs: settings.breaker.openMs,
    }
  )
}
