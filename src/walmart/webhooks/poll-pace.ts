import { type Phrase, phrase } from "../words/phrase"

/** What is known of an account's webhooks when its next poll is decided. Times are epoch milliseconds. */
export interface WebhookSigns {
  now: number
  /** Last authentic event about an order; null when none is known. */
  lastEventAt: number | null
  /** Last request that was refused for its signature; null when none was. */
  lastRefusedAt: number | null
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** How many times as long polls wait while webhooks arrive. */
const SLOWER = 3

/**
 * How many times the usual interval polls may wait: three while the account has received an event within the hour and nothing was
 * refused for its signature. Polls never end, because Walmart sends no event for shipments and for what is done in Seller Center.
 */
export function pollSlowness({ now, lastEventAt, lastRefusedAt }: WebhookSigns): number {
  const isHeard = isWithin(HOUR_MS, now, lastEventAt)
  const isRefused = isWithin(HOUR_MS, now, lastRefusedAt)
  return isHeard && !isRefused ? SLOWER : 1
}

/**
 * What is suspicious about an account that should receive webhooks; null when nothing is.
 * @param newOrders orders that were first seen within the last day
 */
export function silenceWarning(
  { now, lastEventAt }: Pick<WebhookSigns, "now" | "lastEventAt">,
  newOrders: number
): Phrase[] | null {
  if (newOrders === 0 || isWithin(DAY_MS, now, lastEventAt)) return null
  const name = lastEventAt === null ? "message_never" : "message"
  return [phrase("webhooks_silent", name, { count: newOrders })]
}

function isWithin(ms: number, now: number, at: number | null): boolean {
  return at !== null && now - at <= ms
}
