import type { OrderQuery } from "../api/order-search"
import { HISTORY_MS } from "../common/history"

/** What a poll knows before it starts. Times are epoch milliseconds. */
export interface PollState {
  /** By Walmart's clock, which dates the orders. */
  now: number
  /** Everything modified before this moment has been taken over; null before the first whole poll. */
  polledUntil: number | null
  /** Orders made before this moment are left alone. */
  importFrom: number
  /** How far each poll looks back before its mark, because orders appear late (docs/walmart-api.md, "Reading orders"). */
  overlapMs: number
}

const DAY_MS = 86_400_000

/** Walmart answers a search with some thousands of orders at most (docs/walmart-api.md, "Reading orders"). */
const SLICE_MS = 7 * DAY_MS

/**
 * Searches of one poll, oldest first. The first poll asks for what was made since the chosen moment, in whatever state it is;
 * later ones ask for what was modified since the mark. The last search has no end: an order that is modified in the meantime would
 * leave a search that has one, and move those after it, of which one would then be skipped between two pages.
 */
export function pollWindows(state: PollState): OrderQuery[] {
  const { now, polledUntil, overlapMs } = state
  const importFrom = Math.max(state.importFrom, now - HISTORY_MS)
  // Walmart reads whole seconds, so that an order placed in the current second is not missed.
  const end = now + 1_000
  if (polledUntil === null) return createdWindows(importFrom, end)
  // A mark in the future was set by a clock that was ahead: as much as it is ahead may have been missed.
  const ahead = Math.max(polledUntil - now, 0)
  const from = Math.max(polledUntil - 2 * ahead - overlapMs, importFrom)
  return slices(from, end).map(([start, stop]) => ({
    createdStartDate: importFrom,
    createdEndDate: end,
    lastModifiedStartDate: start,
    ...(stop < end ? { lastModifiedEndDate: stop } : {}),
  }))
}

/** Shortest time worth halving; more orders than one search shows are never made in it. */
const LEAST_MS = 60_000

/** The two halves of a search's time, none when it is too short to be halved. */
export function halvesOf(query: OrderQuery, now: number): OrderQuery[] {
  const isByChange = query.lastModifiedStartDate !== undefined
  const [first, last] = isByChange
    ? (["lastModifiedStartDate", "lastModifiedEndDate"] as const)
    : (["createdStartDate", "createdEndDate"] as const)
  const [start, end] = [query[first] ?? now, query[last] ?? now]
  if (end - start < 2 * LEAST_MS) return []
  // Walmart reads whole seconds.
  const middle = Math.floor((start + end) / 2_000) * 1_000
  return [
    { ...query, [last]: middle },
    { ...query, [first]: middle },
  ]
}

/** Searches for the orders made between two moments. */
export function createdWindows(from: number, to: number): OrderQuery[] {
  return slices(from, to).map(([start, stop]) => ({
    createdStartDate: start,
    createdEndDate: stop,
  }))
}

/** Neighbors share their border, which costs a repetition and loses nothing. */
function slices(from: number, to: number): [number, number][] {
  const found: [number, number][] = []
  for (let start = from; start < to; start += SLICE_MS) {
    found.push([start, Math.min(start + SLICE_MS, to)])
  }
  return found
}
