import type { ReturnQuery } from "../api/returns"

/** What a poll of returns knows before it starts. Times are epoch milliseconds. */
export interface ReturnPollState {
  now: number
  /** Everything modified before this moment has been kept; null before the first whole poll. */
  polledUntil: number | null
  /** Returns made before this moment are left alone at the first poll. */
  importFrom: number
  /** How far each poll looks back before its mark, because changes appear late. */
  overlapMs: number
}

/** Walmart keeps 180 days of orders; nothing is published for returns. */
const HISTORY_MS = 179 * 86_400_000

/** The search of one poll: at first what was made since orders are imported, then what changed since the mark. Pure. */
export function returnWindow(state: ReturnPollState): ReturnQuery {
  const { now, polledUntil, importFrom, overlapMs } = state
  const earliest = now - HISTORY_MS
  if (polledUntil === null) return { createdFrom: Math.max(importFrom, earliest) }
  return { modifiedFrom: Math.max(Math.min(polledUntil, now) - overlapMs, earliest) }
}
