import type { ReturnLine } from "../orders/return-order"
import type { MedusaRefund } from "../updates/model/sides"

/** A return as far as its money may be in Medusa's books already. */
export interface CreditedReturn {
  /** Epoch milliseconds; null when Walmart does not say. */
  requestedAt: number | null
  lines: Pick<ReturnLine, "lineNumber">[]
}

/**
 * What people have refunded in Medusa for what came back, in hundredths. Where Walmart refunds no returns for programs, this is how a
 * return is refunded, or written down: the return then shows the same money, which must not be in the books twice. Pure.
 * @param refunds all of the order, without those that were recorded for its returns
 */
export function creditedRefund(
  { requestedAt, lines }: CreditedReturn,
  refunds: MedusaRefund[]
): number {
  const numbers = new Set(lines.map(({ lineNumber }) => lineNumber))
  return refunds
    .filter(({ createdAt }) => createdAt >= (requestedAt ?? 0))
    .map(({ amount, choice, madeAtWalmart }) => {
      if (madeAtWalmart) return amount
      const own = (choice?.lines ?? []).filter(({ lineNumber }) => numbers.has(lineNumber))
      return own.reduce((sum, line) => sum + line.amount, 0)
    })
    .reduce((sum, one) => sum + one, 0)
}
