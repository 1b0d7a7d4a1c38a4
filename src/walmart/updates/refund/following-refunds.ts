import { isSamePart, type RefundPart, sumOfPart } from "../../refunds/refund-parts"
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

/** What Walmart shows of an order's money, and what of it is known to be others'. */
export interface ShownMoney {
  /** As Walmart was last read; none while that is not kept. */
  parts: RefundPart[]
  /** Hundredths that Walmart gave back for itself, such as for a return, in Medusa's books or about to be. */
  mirrored?: number
}

/**
 * Refunds behind one that a person dismisses: they were counted with it, so that each would give back its money too. What Walmart shows
 * of it stays counted, because it was given back in Seller Center. Pure.
 */
export function withoutRefund(
  dismissed: KnownUpdate,
  known: KnownUpdate[],
  shown: ShownMoney
): FollowingChange[] {
  const gone = refundsIn([dismissed]).flatMap(({ lines }) => lines)
  const before = refundsIn(known.filter((update) => isCountedBefore(update, dismissed)))
  const amounts = before.flatMap(({ lines }) => lines)
  const unsent = gone.map((line) => ({
    ...line,
    amount: shownOf(line, amounts, shown) - line.amount,
  }))
  return followingRefunds(dismissed, known, unsent)
}

/** One before it that waits is the first whose money Walmart shows: it may have arrived already. */
function isCountedBefore({ status, sequence }: KnownUpdate, dismissed: KnownUpdate): boolean {
  if (status === "sent" || status === "dismissed") return true
  return status !== "superseded" && sequence < dismissed.sequence
}

/** Hundredths of a refund that Walmart shows although it was never sent. */
function shownOf(line: Amount, amounts: Amount[], { parts, mirrored = 0 }: ShownMoney): number {
  let spare = mirrored
  const beyond = parts.map((part) => {
    const more = Math.max(0, part.refunded - sumOfPart(amounts, part))
    const others = Math.min(spare, more)
    spare -= others
    return more - others
  })
  const at = parts.findIndex((one) => isSamePart(one, line))
  return Math.min(line.amount, beyond[at] ?? 0)
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
    const lines = payload.lines.map((line) => ({
      ...line,
      total: line.total + sumOfPart(more, line),
    }))
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
