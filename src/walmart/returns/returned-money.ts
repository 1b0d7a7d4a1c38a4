import type { ReturnLine } from "../orders/return-order"
import type { ReturnedMoney } from "../updates/refund/beside-returns"
import { refundedAmountOf } from "./plan-return"

/** Adds up what Walmart has refunded of an order's return lines. Pure. */
export function returnedMoney(
  lines: Pick<ReturnLine, "lineNumber" | "total" | "quantity" | "refunded">[],
  leastMoney = 1
): ReturnedMoney {
  const sums: ReturnedMoney = {}
  for (const line of lines)
    sums[line.lineNumber] = (sums[line.lineNumber] ?? 0) + refundedAmountOf(line, leastMoney)
  return sums
}

/** The first line of which units are refunded with a sum that Walmart does not name; it counts as nothing, and the books lack it. Pure. */
export function unpricedLine(lines: ReturnLine[]): ReturnLine | undefined {
  return lines.find(({ refunded, total }) => refunded > 0 && total === null)
}
