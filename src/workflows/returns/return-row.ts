import type WalmartModuleService from "../../modules/walmart/service"
import type { Market } from "../../walmart/markets/market"
import type { ReturnShare } from "../../walmart/returns/plan-return"
import type { RefundedReturn } from "../../walmart/returns/refund-on-its-way"

/** A row of `walmart_return`. */
export type WalmartReturnRow = Awaited<ReturnType<WalmartModuleService["retrieveWalmartReturn"]>>

/** What Walmart showed, as it was before it was kept. */
export function shareOf(row: WalmartReturnRow): ReturnShare {
  const time = (at: Date | null) => at?.getTime() ?? null
  return {
    returnOrderId: row.return_order_id,
    purchaseOrderId: row.purchase_order_id,
    customerOrderId: row.customer_order_id,
    isReplacement: row.is_replacement,
    status: row.status,
    requestedAt: time(row.requested_at),
    returnBy: time(row.return_by),
    scannedAt: time(row.scanned_at),
    deliveredAt: time(row.delivered_at),
    refundBy: time(row.refund_by),
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    refundedAmount: row.refunded_amount,
    isRefundedByWalmart: row.is_refunded_by_walmart,
    lines: row.lines,
  }
}

/** Hundredths that Walmart has refunded of a return and that are not in Medusa's books yet. */
export function unbookedOf(
  row: Pick<WalmartReturnRow, "recorded_amount" | "refunded_amount">
): number {
  return Math.max(0, row.refunded_amount - row.recorded_amount)
}

/**
 * How far a return's refund has come.
 * @param market where it was sold
 */
export function refundedReturnOf(
  row: WalmartReturnRow,
  { returnRefund }: Pick<Market, "returnRefund">
): RefundedReturn {
  return {
    returnOrderId: row.return_order_id,
    lines: row.lines,
    wanted: row.wanted ?? {},
    received: row.received ?? {},
    isWaiting: row.wanted_version > row.sent_version,
    isUnbooked: unbookedOf(row) > 0,
    isRefundedAsReturn: !row.is_replacement && returnRefund !== null,
  }
}
