import type { ReturnLine } from "../orders/return-order"
import type { WantedRefund } from "./wanted-refund"

/** A return whose refund Walmart makes when it is asked for it. */
export interface RefundedReturn {
  returnOrderId: string
  lines: ReturnLine[]
  wanted: WantedRefund
  /** Walmart does not show all that is wanted yet. */
  isWaiting: boolean
  /** Walmart shows more than Medusa's books have. */
  isUnbooked: boolean
}

/**
 * The return that gives the money of one of these lines back already: made once more, its refund would be paid twice, or be in the books
 * twice. Null when there is none. Pure.
 * @param lineNumbers lines of the purchase order
 */
export function refundOnItsWay(returns: RefundedReturn[], lineNumbers: string[]): string | null {
  const found = returns.find(({ lines, ...one }) =>
    lines
      .filter(({ lineNumber }) => lineNumbers.includes(lineNumber))
      .some((line) => isOnItsWay(line, one))
  )
  return found?.returnOrderId ?? null
}

function isOnItsWay(
  { returnLineNumber, refunded }: ReturnLine,
  { wanted, isWaiting, isUnbooked }: Omit<RefundedReturn, "lines">
): boolean {
  const units = wanted[String(returnLineNumber)] ?? 0
  return (isWaiting && units > refunded) || (isUnbooked && refunded > 0)
}
