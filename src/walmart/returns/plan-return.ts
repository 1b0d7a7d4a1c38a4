import type { ReturnLine, ReturnOrder, ReturnStatus } from "../orders/return-order"

/** How long a seller has to refund what came back before Walmart does it (docs/walmart-api.md, "Returns"). */
export const REFUND_WITHIN_MS = 48 * 3_600_000

/** What a return order means for one purchase order: the plugin keeps one row for each. Times are epoch milliseconds. */
export interface ReturnShare {
  returnOrderId: string
  purchaseOrderId: string
  customerOrderId: string
  isReplacement: boolean
  status: ReturnStatus
  requestedAt: number | null
  returnBy: number | null
  scannedAt: number | null
  deliveredAt: number | null
  /** Until when it is to be refunded before Walmart does it; null while nothing came back, and once all is refunded. */
  refundBy: number | null
  carrier: string | null
  trackingNumber: string | null
  /** What Walmart has refunded of it, hundredths. */
  refundedAmount: number
  /** Walmart refunded some of it without being asked. */
  isRefundedByWalmart: boolean
  lines: ReturnLine[]
}

/**
 * A return order by purchase order, because a Medusa return belongs to one order. Pure.
 * @param leastMoney least sum of money in the market, in hundredths
 */
export function sharesOf(order: ReturnOrder, leastMoney = 1): ReturnShare[] {
  const numbers = [...new Set(order.lines.map(({ purchaseOrderId }) => purchaseOrderId))]
  return numbers.map((purchaseOrderId) => {
    const lines = order.lines.filter((line) => line.purchaseOrderId === purchaseOrderId)
    const { returnOrderId, customerOrderId, isReplacement, requestedAt, returnBy } = order
    const { carrier, trackingNumber } = order
    return {
      ...{ returnOrderId, purchaseOrderId, customerOrderId, isReplacement, requestedAt, returnBy },
      ...{ carrier, trackingNumber, lines },
      status: statusOf(lines),
      scannedAt: earliest(lines.map((line) => line.scannedAt)),
      deliveredAt: earliest(lines.map((line) => line.deliveredAt)),
      refundBy: refundByOf(lines, isReplacement),
      refundedAmount: lines.reduce((sum, line) => sum + refundedAmountOf(line, leastMoney), 0),
      isRefundedByWalmart: lines.some(
        ({ refundChannel, refunded }) => refunded > 0 && WALMART.has(refundChannel ?? "")
      ),
    }
  })
}

/** Walmart's names for refunds that it made without the seller's call. */
const WALMART = new Set([
  "SELLER_AUTO_REFUND",
  "WALMART_TRIGGERED_REFUND",
  "WALMART_SETTLED_REFUND",
])

/** The least advanced line decides, but one that was canceled says nothing about the others. */
function statusOf(lines: ReturnLine[]): ReturnStatus {
  const live = lines.filter(({ status }) => status !== "canceled")
  const order: ReturnStatus[] = ["initiated", "delivered", "completed"]
  return order.find((status) => live.some((line) => line.status === status)) ?? "canceled"
}

function refundByOf(lines: ReturnLine[], isReplacement: boolean): number | null {
  if (isReplacement) return null
  const waiting = lines.filter((line) => refundableUnits(line) > 0)
  const delivered = earliest(waiting.map((line) => line.deliveredAt))
  return delivered === null ? null : delivered + REFUND_WITHIN_MS
}

/** Units of a line that can still be refunded. */
export function refundableUnits(line: ReturnLine): number {
  if (line.status === "canceled" || line.isKeepIt) return 0
  return Math.max(0, line.quantity - line.refunded)
}

/** What the buyer has back for a line, to the least sum there is, so that the last unit takes what rounding left. */
export function refundedAmountOf(
  { total, quantity, refunded }: Pick<ReturnLine, "total" | "quantity" | "refunded">,
  leastMoney = 1
): number {
  if (total === null || quantity === 0) return 0
  if (refunded >= quantity) return total
  return Math.round((total * refunded) / quantity / leastMoney) * leastMoney
}

function earliest(times: (number | null)[]): number | null {
  const known = times.filter((time) => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}
