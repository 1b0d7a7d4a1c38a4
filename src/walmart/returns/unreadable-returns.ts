import type { ReturnFailure } from "../api/schemas/return-schema"
import { inShort, type Phrase, verbatim } from "../words/phrase"

/** Why return orders cannot be read, by their numbers. */
export type UnreadableReturns = Readonly<Record<string, string>>

/** As many are asked for again one by one; more than that is no matter of single return orders. */
export const MOST_UNREADABLE = 20

/** What a poll was shown of one return order, or of several that have no number: it can be read, or why not. */
export type ShownReturn = { returnOrderId: string; reason: null } | ReturnFailure

/** What a poll leaves behind. */
export interface ReturnsLeft {
  unreadable: UnreadableReturns
  /** Whether all else was kept, so that the mark may move. */
  isWhole: boolean
  /** Why something is missing; empty when nothing is. */
  cause: Phrase[]
}

/**
 * Which return orders the next poll has to ask for by their numbers, so that its search may begin at this one. Those without a number,
 * and too many, can only be found by searching again from the same mark. Pure.
 * @param before those that could not be read until now
 * @param shown what the poll was shown, in turn
 */
export function returnsLeft(before: UnreadableReturns, shown: ShownReturn[]): ReturnsLeft {
  const left = new Map(Object.entries(before))
  for (const { returnOrderId: id, reason } of shown) {
    if (id !== null && reason === null) left.delete(id)
    if (id !== null && reason !== null) left.set(id, reason)
  }
  const unnamed = shown.flatMap(({ returnOrderId: id, reason }) =>
    id === null && reason !== null ? [reason] : []
  )
  const reasons = [...unnamed, ...left.values()]
  const isWhole = unnamed.length === 0 && left.size <= MOST_UNREADABLE
  return {
    unreadable: isWhole ? Object.fromEntries(left) : before,
    ...{ isWhole, cause: inShort(reasons.map(verbatim)) },
  }
}
