/** Name of a bucket: one endpoint whose calls Walmart counts together. */
export type EndpointName =
  | "token"
  | "orders.list"
  | "orders.released"
  | "orders.get"
  | "orders.acknowledge"
  | "orders.shipping"
  | "orders.cancel"
  | "orders.refund"
  | "inventory"
  | "inventories"
  | "feeds"
  | "feeds.get"
  | "returns.list"
  | "returns.refund"
  | "insights"
  | `webhooks.${"create" | "list" | "delete" | "update" | "eventTypes" | "test"}`

/** Size of one bucket. */
export interface EndpointLimit {
  name: EndpointName
  /** Refill, calls a minute. */
  perMinute: number
  /** Calls that may go at once. Far below the refill, so that a window-counting gateway is content too. */
  burst: number
}

/**
 * Published limits per seller (docs/walmart-api.md, "Rate limits"). Those of tokens and insights are published nowhere: ours are
 * guesses on the safe side.
 */
export const ENDPOINTS: Record<EndpointName, EndpointLimit> = {
  token: { name: "token", perMinute: 30, burst: 5 },
  "orders.list": { name: "orders.list", perMinute: 5000, burst: 200 },
  "orders.released": { name: "orders.released", perMinute: 60, burst: 10 },
  "orders.get": { name: "orders.get", perMinute: 5000, burst: 200 },
  "orders.acknowledge": { name: "orders.acknowledge", perMinute: 60, burst: 10 },
  "orders.shipping": { name: "orders.shipping", perMinute: 60, burst: 10 },
  "orders.cancel": { name: "orders.cancel", perMinute: 60, burst: 10 },
  "orders.refund": { name: "orders.refund", perMinute: 60, burst: 10 },
  inventory: { name: "inventory", perMinute: 200, burst: 20 },
  inventories: { name: "inventories", perMinute: 200, burst: 20 },
  feeds: { name: "feeds", perMinute: 10 / 60, burst: 3 },
  "feeds.get": { name: "feeds.get", perMinute: 5000, burst: 200 },
  "returns.list": { name: "returns.list", perMinute: 50, burst: 10 },
  "returns.refund": { name: "returns.refund", perMinute: 60, burst: 10 },
  insights: { name: "insights", perMinute: 30, burst: 10 },
  "webhooks.create": { name: "webhooks.create", perMinute: 200, burst: 20 },
  "webhooks.list": { name: "webhooks.list", perMinute: 50, burst: 10 },
  "webhooks.delete": { name: "webhooks.delete", perMinute: 10, burst: 5 },
  "webhooks.update": { name: "webhooks.update", perMinute: 5, burst: 4 },
  "webhooks.eventTypes": { name: "webhooks.eventTypes", perMinute: 5, burst: 4 },
  "webhooks.test": { name: "webhooks.test", perMinute: 10, burst: 5 },
}

/** What Walmart's headers say about the bucket. Garbage reads as null. */
export interface RateHeaders {
  /** Calls left. */
  tokensLeft: number | null
  /** Epoch milliseconds, 1 s to 15 min from now. */
  replenishAtMs: number | null
  /** `Retry-After` in milliseconds, 1 s to 15 min. */
  retryAfterMs: number | null
}

/** One finished call as a limiter learns from it. */
export interface RateObservation extends RateHeaders {
  /** HTTP status, null when no answer arrived. */
  status: number | null
  /** Milliseconds to wait, from `Retry-After`, otherwise from the replenish time; relative, so that no clocks are compared. */
  waitMs: number | null
}

/**
 * Why a call may not go now: `used_up` our own count of the bucket; `asked` Walmart said so with a 429; `failing` too many calls went
 * wrong, so that Walmart seems to be down.
 */
export type Closed = "used_up" | "asked" | "failing"

/** Whether a call may go, or when to ask again and why not now. */
export type Permit = { granted: true } | { granted: false; waitMs: number; because: Closed }

/**
 * Token bucket shared by everything that uses one account. `take` must be asked before each call, `observe` told after
 * each call; a failing `observe` is ignored by the client, because it must not hide the outcome of a call.
 */
export interface RateLimiter {
  take(endpoint: EndpointName): Promise<Permit>
  observe(endpoint: EndpointName, observation: RateObservation): Promise<void>
}

const MIN_WAIT_MS = 1_000
const MAX_WAIT_MS = 15 * 60_000

/** Largest number still read as epoch seconds; as milliseconds it would lie in 1973. */
const MAX_EPOCH_SECONDS = 99_999_999_999

/** Brings a wait that someone else chose into 1 s to 15 min; not-a-number counts as the longest. */
export function clampWaitMs(ms: number): number {
  if (Number.isNaN(ms)) return MAX_WAIT_MS
  return Math.min(Math.max(Math.round(ms), MIN_WAIT_MS), MAX_WAIT_MS)
}

/**
 * Reads the bucket headers in both documented spellings, any case. Times may be epoch milliseconds, epoch seconds, ISO or
 * an HTTP date (docs/walmart-api.md, "Rate limits": sources disagree). Never throws.
 * @param nowMs by the clock of the answer, see {@link answeredAtMs}
 */
export function parseRateHeaders(
  headers: Record<string, string | undefined>,
  nowMs: number
): RateHeaders {
  const byName = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  )
  const replenish =
    instant(byName.get("x-next-replenish-time")) ?? instant(byName.get("x-next-replenishment-time"))
  return {
    tokensLeft: wholeNumber(byName.get("x-current-token-count")),
    replenishAtMs: replenish === null ? null : nowMs + clampWaitMs(replenish - nowMs),
    retryAfterMs: retryAfter(byName.get("retry-after"), nowMs),
  }
}

/**
 * The moment of an answer by the clock of whoever gave it, its `Date` header: the times in the other headers are by that clock,
 * and this process's may be minutes off. @returns epoch milliseconds, `nowMs` without a readable header
 */
export function answeredAtMs(headers: Record<string, string | undefined>, nowMs: number): number {
  return dateHeaderOf(headers) ?? nowMs
}

/** The `Date` of an answer, epoch milliseconds; null without a readable one. */
export function dateHeaderOf(headers: Record<string, string | undefined>): number | null {
  const date = Object.entries(headers).find(([name]) => name.toLowerCase() === "date")?.[1]
  return dateOf(date)
}

/** Milliseconds to wait according to the headers, null when they do not say. */
export function waitFromHeaders(headers: RateHeaders, nowMs: number): number | null {
  if (headers.retryAfterMs !== null) return headers.retryAfterMs
  return headers.replenishAtMs === null ? null : clampWaitMs(headers.replenishAtMs - nowMs)
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : null
}

function instant(text: string | undefined): number | null {
  const number = wholeNumber(text)
  if (number !== null) return number <= MAX_EPOCH_SECONDS ? number * 1000 : number
  return dateOf(text)
}

function retryAfter(text: string | undefined, nowMs: number): number | null {
  const seconds = /^\s*\d{1,15}(\.\d{1,9})?\s*$/.test(text ?? "") ? Number(text) : null
  if (seconds !== null) return clampWaitMs(seconds * 1000)
  const at = dateOf(text)
  return at === null ? null : clampWaitMs(at - nowMs)
}

/** The older form of an HTTP date, "Sunday, 06-Nov-94 08:49:37 GMT", which is to be read as well (RFC 9110, section 5.6.7). */
const OLDER_DATE = /^\s*[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT\s*$/

/** ISO or HTTP date. Anything else without a four-digit year is left alone, since Date.parse guesses. */
function dateOf(text: string | undefined): number | null {
  if (text === undefined || !/[-:]/.test(text)) return null
  if (!/\d{4}/.test(text) && !OLDER_DATE.test(text)) return null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : ms
}
