import type { RefundPart } from "../../refunds/refund-parts"
import { refundsIn } from "../model/known-payloads"
import { type KnownUpdate, PAYLOAD_VERSION, type UpdatePayload } from "../model/update"
import { isUnfinished } from "../model/update-status"
import type { RefundedPart, RefundPayload } from "../payloads/refund-payload"

/** What becomes of one update's payload because of another's change. */
export interface FollowingChange {
  id: string
  /** The payload that the new one was made from. */
  read: UpdatePayload
  payload: UpdatePayload
}

type Amount = Pick<RefundedPart, "lineNumber" | "type" | "amount">

/**
 * Refunds behind one that a person dismisses: they were counted with it, so that each would give back its money too. What Walmart shows
 * of it stays counted, because it was given back in Seller Center. Pure.
 * @param parts the order's, as Walmart was last read; none while that is not kept
 */
export function withoutRefund(
  dismissed: KnownUpdate,
  known: KnownUpdate[],
  parts: RefundPart[]
): FollowingChange[] {
  const gone = refundsIn([dismissed]).flatMap(({ lines }) => lines)
  const unsent = gone.map((line) => ({
    ...line,
    amount: shownOf(line, known, parts) - line.amount,
  }))
  return followingRefunds(dismissed, known, unsent)
}

/** Hundredths of a refund that Walmart shows although it was never sent. */
function shownOf(line: Amount, known: KnownUpdate[], parts: RefundPart[]): number {
  const part = parts.find((one) => isSame(one, line))
  const sumOf = (status: string) => {
    const refunds = refundsIn(known.filter((update) => update.status === status))
    const lines = refunds.flatMap((refund) => refund.lines).filter((one) => isSame(one, line))
    return lines.reduce((sum, { amount }) => sum + amount, 0)
  }
  const beyond = (part?.refunded ?? 0) - sumOf("sent") - sumOf("dismissed")
  return Math.min(line.amount, Math.max(0, beyond))
}

/**
 * Refunds behind one that gives back other amounts than they were counted with: what Walmart shall show of each part after them is as
 * much more, or less. Pure.
 */
export function followingRefunds(
  changed: KnownUpdate,
  known: KnownUpdate[],
  more: Amount[]
): FollowingChange[] {
  const behind = known.filter(
    (update) =>
      update.sequence > changed.sequence &&
      isUnfinished(update) &&
      update.payloadVersion === PAYLOAD_VERSION
  )
  return behind.flatMap(({ id, payload }) => {
    if (payload.kind !== "refund") return []
    const lines = payload.lines.map((line) => ({ ...line, total: line.total + sumOf(more, line) }))
    const isOther = lines.some(({ total }, i) => total !== payload.lines[i].total)
    return isOther ? [{ id, read: payload, payload: { ...payload, lines } }] : []
  })
}

/** Hundredths of each part that a refund gives back with new lines instead of its old ones. */
export function difference(
  before: RefundPayload["lines"],
  after: RefundPayload["lines"]
): Amount[] {
  return [...after, ...before.map((line) => ({ ...line, amount: -line.amount }))]
}

function sumOf(amounts: Amount[], line: Amount): number {
  const own = amounts.filter((one) => isSame(one, line))
  return own.reduce((sum, { amount }) => sum + amount, 0)
}

function isSame(one: Omit<Amount, "amount">, other: Omit<Amount, "amount">): boolean {
  return one.lineNumber === other.lineNumber && one.type === other.type
}
