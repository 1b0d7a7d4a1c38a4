import type { Clock } from "./access-token"
import type { Transport } from "./http"
import { dateHeaderOf } from "./endpoint-limits"
import { type Phrase, phrase } from "../words/phrase"

/** Walmart's clock, as its answers show it. */
export interface WalmartClock {
  /** Epoch milliseconds, to about a second; null before the first answer that has a readable `Date`. */
  now(): number | null
}

/**
 * Watches the `Date` of every answer that comes through a transport, because the clocks of the store's servers may be wrong, and
 * orders are dated by Walmart's.
 * @param clock of this process; only differences on it count
 */
export function watchClock(
  transport: Transport,
  clock: Clock
): { transport: Transport; walmartClock: WalmartClock } {
  let ahead: number | null = null
  const watched: Transport = {
    async send(request) {
      const answer = await transport.send(request)
      const date = dateHeaderOf(answer.headers)
      if (date !== null) ahead = date - clock()
      return answer
    },
  }
  return {
    transport: watched,
    walmartClock: { now: () => (ahead === null ? null : clock() + ahead) },
  }
}

/**
 * The present for a time that Walmart is told, such as a parcel's: a server whose clock is ahead would otherwise name a moment that
 * has not come at Walmart, which takes none in the future (docs/walmart-api.md, "Shipping"). Epoch milliseconds.
 * @param walmartNow null when Walmart does not say
 */
export function presentFor(ownNow: number, walmartNow: number | null): number {
  return walmartNow === null ? ownNow : Math.min(ownNow, walmartNow)
}

const DAY_MS = 86_400_000

/** By which time a poll searches, epoch milliseconds, and why it cannot be trusted when it cannot. */
export interface PollClock {
  now: number
  fault: Phrase | null
}

/**
 * Chooses the time a poll goes by: Walmart's own, because it dates the orders that are searched for. Where it is more than a day
 * from the database's, one of them is nonsense, and the poll's mark must not follow it.
 * @param databaseNow epoch milliseconds
 * @param walmartNow epoch milliseconds, null when Walmart does not say
 */
export function pollClock(databaseNow: number, walmartNow: number | null): PollClock {
  if (walmartNow === null) return { now: databaseNow, fault: null }
  if (Math.abs(walmartNow - databaseNow) <= DAY_MS) return { now: walmartNow, fault: null }
  const [walmart, database] = [walmartNow, databaseNow].map((ms) => new Date(ms).toISOString())
  return {
    now: databaseNow,
    fault: phrase("poll_clock", "message", { walmart, database }),
  }
}
