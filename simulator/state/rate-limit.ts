import { amount, fields, isRecord, ownValue } from "../wire/body"
import type { Clock } from "../wire/clock"
import { badContent } from "../wire/errors"

/** Calls that fit at once, and calls that come back per minute. */
export interface Limit {
  capacity: number
  perMinute: number
}

/** The names endpoints have in the control API: for limits and for faults. */
export const ENDPOINTS = [
  "token",
  "orders.list",
  "orders.released",
  "orders.get",
  "orders.acknowledge",
  "orders.shipping",
  "orders.cancel",
  "orders.refund",
  "inventory",
  "inventories",
  "feeds",
  "insights",
  "webhooks",
  "returns.list",
  "returns.refund",
] as const

/** One of {@link ENDPOINTS}. */
export type Endpoint = (typeof ENDPOINTS)[number]

const perMinute = (calls: number): Limit => ({ capacity: calls, perMinute: calls })
const perHour = (calls: number): Limit => ({ capacity: calls, perMinute: calls / 60 })

/**
 * Published figures per bucket (AE-rl); none is published for the token endpoint and seller performance, so they get some that are
 * never reached.
 */
const PUBLISHED: Record<string, Limit> = {
  token: perMinute(5000),
  "orders.list": perMinute(5000),
  "orders.get": perMinute(5000),
  "orders.released": perMinute(60),
  "orders.acknowledge": perMinute(60),
  "orders.shipping": perMinute(60),
  "orders.cancel": perMinute(60),
  "orders.refund": perMinute(60),
  "inventory.get": perMinute(200),
  "inventory.put": perMinute(200),
  "inventories.list": perMinute(200),
  "inventories.get": perMinute(200),
  "inventories.put": perMinute(200),
  "feeds.inventory": perHour(10),
  "feeds.MP_INVENTORY": perHour(50),
  "feeds.get": perMinute(5000),
  "insights.summary": perMinute(5000),
  "returns.list": perMinute(50),
  "returns.refund": perMinute(60),
  "webhooks.create": perMinute(200),
  "webhooks.list": perMinute(50),
  "webhooks.delete": perMinute(10),
  "webhooks.update": perMinute(5),
  "webhooks.eventTypes": perMinute(5),
  "webhooks.test": perMinute(10),
}

/** What a call was allowed: the headers go on the answer, either way. */
export interface Allowance {
  allowed: boolean
  headers: Record<string, string>
}

interface Bucket {
  tokens: number
  filledAt: number
}

/** Token buckets per seller and bucket name (rules G10, G11). */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>()
  private overrides = new Map<string, Limit>()
  private off = false

  constructor(private readonly clock: Clock) {}

  /** Back to the published limits with full buckets. */
  reset(): void {
    this.buckets.clear()
    this.overrides.clear()
    this.off = false
  }

  /** Takes `{"off": bool}` or `{"<endpoint>": {capacity, perMinute}}`; the buckets concerned start full again. */
  change(change: unknown): void {
    if (!isRecord(change)) throw badContent("rate-limits: send an object")
    const limits = Object.entries(change).filter(([name]) => name !== "off")
    const parsed = limits.map(([name, value]) => [name, parseLimit(name, value)] as const)
    if (change.off !== undefined) this.off = change.off === true
    for (const [name, limit] of parsed) this.overrides.set(name, limit)
    this.buckets.clear()
  }

  /** Spends one call of the seller's bucket, when there is one left. */
  spend(sellerId: string, endpoint: Endpoint, bucketName: string): Allowance {
    const limit = this.limitOf(endpoint, bucketName)
    const bucket = this.filled(`${sellerId} ${bucketName}`, limit)
    const allowed = this.off || bucket.tokens >= 1
    if (allowed && !this.off) bucket.tokens -= 1
    return { allowed, headers: headersOf(bucket, limit, this.clock.now()) }
  }

  /** The headers of a bucket without spending a call. */
  peek(sellerId: string, endpoint: Endpoint, bucketName: string): Record<string, string> {
    const limit = this.limitOf(endpoint, bucketName)
    return headersOf(this.filled(`${sellerId} ${bucketName}`, limit), limit, this.clock.now())
  }

  private limitOf(endpoint: Endpoint, bucketName: string): Limit {
    const override = this.overrides.get(bucketName) ?? this.overrides.get(endpoint)
    return override ?? PUBLISHED[bucketName]
  }

  private filled(key: string, limit: Limit): Bucket {
    const now = this.clock.now()
    const bucket = this.buckets.get(key) ?? { tokens: limit.capacity, filledAt: now }
    const refill = (Math.max(0, now - bucket.filledAt) * limit.perMinute) / 60_000
    bucket.tokens = Math.min(limit.capacity, bucket.tokens + refill)
    bucket.filledAt = now
    this.buckets.set(key, bucket)
    return bucket
  }
}

function parseLimit(name: string, value: unknown): Limit {
  const isKnown =
    ENDPOINTS.some((endpoint) => endpoint === name) || ownValue(PUBLISHED, name) !== undefined
  if (!isKnown) throw badContent(`rate-limits: there is no endpoint "${name}"`)
  const limit = fields(value, `rate-limits.${name}`, ["capacity", "perMinute"])
  return {
    capacity: amount(limit.capacity, "capacity"),
    perMinute: amount(limit.perMinute, "perMinute"),
  }
}

/** @param now by the same clock as the answer's `Date`, from which callers tell how long to wait */
function headersOf(bucket: Bucket, limit: Limit, now: number): Record<string, string> {
  const missing = 1 - (bucket.tokens - Math.floor(bucket.tokens))
  const wait = limit.perMinute > 0 ? (missing * 60_000) / limit.perMinute : 3_600_000
  return {
    "x-current-token-count": String(Math.max(0, Math.floor(bucket.tokens))),
    "x-next-replenish-time": String(Math.ceil(now + wait)),
  }
}
