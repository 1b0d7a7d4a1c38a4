import type { ReturnLine } from "../orders/return-order"
import { refundableUnits } from "./plan-return"
import type { WantedRefund } from "./wanted-refund"

/** A return whose refund Walmart makes when it is asked for it. */
export interface RefundedReturn {
  returnOrderId: string
  lines: ReturnLine[]
  wanted: WantedRefund
  /** Units that were received in Medusa, by return line number. */
  received: WantedRefund
  /** Walmart does not show all that is wanted yet. */
  isWaiting: boolean
  /** Walmart shows more than Medusa's books have. */
  isUnbooked: boolean
  /** Its refund is asked for as a return's: it replaces nothing, and its market takes such refunds. */
  isRefundedAsReturn: boolean
}

/**
 * The return that gives the money of one of these lines back already: made once more, its refund would be paid twice, or be in the books
 * twice. Null when there is none. Pure.
 * @param lineNumbers lines of the purchase order
 */
export function refundOnItsWay(returns: RefundedReturn[], lineNumbers: string[]): string | null {
  return returnOf(returns, lineNumbers, isOnItsWay)
}

/** Why a refund beside a return would be paid twice: its units still come back, or nobody has decided on those that did. */
export type DueRefund = { returnOrderId: string; why: "coming" | "undecided" }

/**
 * The return that will give the money of one of these lines back, though nobody has asked Walmart for it yet. Core counts what a buyer
 * wants to return as money owed, so that its own screen offers to refund just that sum before anything has come back. Who names lines
 * says that it is for something else, which holds until units of them wait for a decision. Null when there is none. Pure.
 * @param lineNumbers lines of the purchase order
 * @param isNamed whether the person named the lines instead of a sum alone
 */
export function refundStillDue(
  returns: RefundedReturn[],
  lineNumbers: string[],
  isNamed: boolean
): DueRefund | null {
  const asked = returns.filter(({ isRefundedAsReturn }) => isRefundedAsReturn)
  const undecided = returnOf(asked, lineNumbers, isUndecided)
  if (undecided !== null) return { returnOrderId: undecided, why: "undecided" }
  const coming = isNamed ? null : returnOf(asked, lineNumbers, isComing)
  return coming === null ? null : { returnOrderId: coming, why: "coming" }
}

type Judge = (line: ReturnLine, one: RefundedReturn) => boolean

function returnOf(returns: RefundedReturn[], lineNumbers: string[], judge: Judge): string | null {
  const found = returns.find((one) =>
    one.lines
      .filter(({ lineNumber }) => lineNumbers.includes(lineNumber))
      .some((line) => judge(line, one))
  )
  return found?.returnOrderId ?? null
}

const isOnItsWay: Judge = (line, { wanted, isWaiting, isUnbooked }) =>
  (isWaiting && unitsOf(wanted, line) > line.refunded) || (isUnbooked && line.refunded > 0)

const isUndecided: Judge = (line, one) =>
  refundableUnits(line) > 0 && unitsOf(one.received, line) > decidedUnits(line, one)

const isComing: Judge = (line, one) =>
  (line.status === "initiated" || line.status === "delivered") &&
  refundableUnits(line) > 0 &&
  line.quantity > decidedUnits(line, one)

function decidedUnits(line: ReturnLine, { wanted }: RefundedReturn): number {
  return Math.max(unitsOf(wanted, line), line.refunded)
}

function unitsOf(units: WantedRefund, { returnLineNumber }: ReturnLine): number {
  return units[String(returnLineNumber)] ?? 0
}
