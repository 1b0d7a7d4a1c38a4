import type { AdminWalmartOrder, AdminWalmartOrderDetail } from "../../types/http"

const SHORTEST_MS = 2_000
const LONGEST_MS = 30_000
const LIST_SHORTEST_MS = 5_000

/** How often is asked again after a failure: what is shown is old, and the next answer may be better. */
export const SLOW_MS = LONGEST_MS

/** How often a page that is looked at asks for what others may have changed, although nothing of ours is on its way. */
export const LIVE_MS = LONGEST_MS

/** What decides how soon an order is asked for again. */
export type Polled = Pick<AdminWalmartOrderDetail, "updates" | "next_try_at">

/**
 * Milliseconds until the order is asked for again. After something was saved in Medusa it takes a moment until its update
 * exists, so `watchUntil` (epoch milliseconds) keeps the screen asking until then. What nothing of ours changes, Walmart, its
 * buyer or a colleague may.
 */
export function pollInterval(order: Polled | undefined, now: number, watchUntil: number): number {
  if (now < watchUntil) return SHORTEST_MS
  if (!order || !isOnItsWay(order)) return LIVE_MS
  if (isSending(order)) return SHORTEST_MS
  return until(order.next_try_at, now, SHORTEST_MS)
}

/** Something will be sent, or is being sent, without anyone doing anything. */
export function isOnItsWay(order: Polled): boolean {
  return isSending(order) || order.next_try_at !== null
}

/** What is being sent is finished, also when the account was paused in the meantime. */
function isSending({ updates }: Polled): boolean {
  return updates.some(({ shown_status }) => shown_status === "sending")
}

/** Milliseconds until a page of orders is asked for again: as its most pressing order wants it, and never long. */
export function listInterval(
  orders: Pick<AdminWalmartOrder, "next_try_at">[],
  now: number
): number {
  const times = orders.flatMap(({ next_try_at }) => next_try_at ?? []).sort()
  return times.length > 0 ? until(times[0], now, LIST_SHORTEST_MS) : LIVE_MS
}

/** Due times are the database's clock; a clock of the browser that goes wrong only makes it ask sooner or later. */
function until(at: string | null, now: number, shortest: number): number {
  const left = at ? Date.parse(at) - now : 0
  return Math.min(Math.max(left, shortest), LONGEST_MS)
}
