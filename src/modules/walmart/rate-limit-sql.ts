import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import {
  type EndpointLimit,
  type EndpointName,
  ENDPOINTS,
  type RateLimiter,
  type RateObservation,
} from "../../walmart/rate-limit"

/** Settings of the shared bucket of one account. */
export interface RateLimitSettings {
  accountId: string
  limits: Record<string, { perMinute: number; burst: number }>
  breaker: { failures: number; openMs: number }
  /** Longest time to wait in place for a token, in milliseconds; kept far below the lease's slack. */
  patienceMs: number
  sleep: (ms: number) => Promise<void>
}

/**
 * Token bucket and breaker of an account's endpoints, one row each, by the database's clock, so that all processes share
 * them. A token that will be there soon is waited for; otherwise the caller is told how long to stay away.
 */
export function createRateLimiter(db: Knex, settings: RateLimitSettings): RateLimiter {
  return {
    take: (endpoint) => takeOrWait(db, settings, endpoint, settings.patienceMs),
    observe: (endpoint, observation) => observe(db, settings, endpoint, observation),
  }
}

async function takeOrWait(
  db: Knex,
  settings: RateLimitSettings,
  endpoint: EndpointName,
  patienceMs: number
): ReturnType<RateLimiter["take"]> {
  const waitMs = await takeToken(db, settings, endpoint)
  if (waitMs === 0) return { granted: true }
  if (waitMs > patienceMs) return { granted: false, waitMs }
  await settings.sleep(waitMs)
  return takeOrWait(db, settings, endpoint, patienceMs - waitMs)
}

/** Endpoints of an account that take no call now, because Walmart said so or too many calls failed. */
export async function closedEndpoints(db: Knex, accountId: string): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { endpoint: string }[] }>(
    `SELECT endpoint FROM walmart_rate_limit
     WHERE account_id = ? AND open_until > now() AND deleted_at IS NULL`,
    [accountId]
  )
  return rows.map(({ endpoint }) => endpoint)
}

function limitOf({ limits }: RateLimitSettings, endpoint: EndpointName): EndpointLimit {
  const known = ENDPOINTS[endpoint]
  return { ...known, ...limits[endpoint] }
}

/**
 * Takes one token. A database clock that was set back counts like one that ran on, so that it never stops the sends for long.
 * @returns milliseconds until one may be had, 0 when it was taken
 */
async function takeToken(db: Knex, settings: RateLimitSettings, endpoint: EndpointName) {
  const { perMinute, burst } = limitOf(settings, endpoint)
  const key = { account: settings.accountId, endpoint }
  const taken = await db.raw<{ rows: unknown[] }>(
    `UPDATE walmart_rate_limit SET
       tokens = least(:burst, tokens + abs(extract(epoch FROM now() - refilled_at)) * :perMinute / 60) - 1,
       capacity = :burst, per_minute = :perMinute, refilled_at = now()
     WHERE account_id = :account AND endpoint = :endpoint AND deleted_at IS NULL
       AND (open_until IS NULL OR open_until <= now())
       AND least(:burst, tokens + abs(extract(epoch FROM now() - refilled_at)) * :perMinute / 60) >= 1
     RETURNING 1`,
    { ...key, burst, perMinute }
  )
  if (taken.rows.length > 0) return 0
  return waitFor(db, settings, endpoint)
}

async function waitFor(db: Knex, settings: RateLimitSettings, endpoint: EndpointName) {
  const { perMinute, burst } = limitOf(settings, endpoint)
  const { rows } = await db.raw<{ rows: { wait_ms: number }[] }>(
    `SELECT ceil(greatest(
       extract(epoch FROM coalesce(open_until, now()) - now()) * 1000,
       (1 - tokens - abs(extract(epoch FROM now() - refilled_at)) * ?::float / 60) * 60000 / ?::float, 1))::float AS wait_ms
     FROM walmart_rate_limit WHERE account_id = ? AND endpoint = ? AND deleted_at IS NULL`,
    [perMinute, perMinute, settings.accountId, endpoint]
  )
  if (rows.length > 0) return rows[0].wait_ms
  await createBucket(db, settings, endpoint, burst, perMinute)
  return 1
}

async function createBucket(
  db: Knex,
  settings: RateLimitSettings,
  endpoint: EndpointName,
  burst: number,
  perMinute: number
): Promise<void> {
  await db.raw(
    `INSERT INTO walmart_rate_limit (id, account_id, endpoint, tokens, capacity, per_minute, refilled_at)
     VALUES (?, ?, ?, ?, ?, ?, now())
     ON CONFLICT (account_id, endpoint) WHERE deleted_at IS NULL DO NOTHING`,
    [generateEntityId("", "wmrl"), settings.accountId, endpoint, burst, burst, perMinute]
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
