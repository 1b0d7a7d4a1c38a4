import type { ReturnQuery } from "../api/returns"
import { HISTORY_MS } from "../common/history"

/** What a poll of returns knows before it starts. Times are epoch milliseconds. */
export interface ReturnPollState {
  now: number
  /** How far Walmart's clock, which dates the returns, is before this one; less than 0 where it is behind. */
  walmartAheadMs: number
  /** Everything modified before this moment has been kept; null before the first whole poll. */
  polledUntil: number | null
  /** Returns made before this moment are left alone at the first poll. */
  importFrom: number
  /** How far each poll looks back before its mark, because changes appear late. */
  overlapMs: number
}

/** The search of one poll: at first what was made since orders are imported, then what changed since the mark. Pure. */
export function returnWindow(state: ReturnPollState): ReturnQuery {
  const { now, walmartAheadMs, polledUntil, importFrom, overlapMs } = state
  const earliest = now - HISTORY_MS
  const behindMs = Math.max(0, -walmartAheadMs)
  if (polledUntil === null) return { createdFrom: Math.max(importFrom - behindMs, earliest) }
  // A mark in the future was set by a clock that was ahead: as much as it is ahead may have been missed.
  const aheadMs = Math.max(0, polledUntil - now)
  return { modifiedFrom: Math.max(polledUntil - 2 * aheadMs - behindMs - overlapMs, earliest) }
}
