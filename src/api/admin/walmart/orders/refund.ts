import type { AdminWalmartReason } from "../../../../types/http"
import { REFUND_REASONS } from "../../../../walmart/refunds/reasons"

/** Walmart's reasons of a refund, in its own words. */
export function offeredRefundReasons(): AdminWalmartReason[] {
  return REFUND_REASONS.map((code) => ({
    ...{ code, label: code, effect: "", preselected: false, built_in: true },
    ...{ only_when_customer_asked: false, zeroes_stock: false, counts_against_seller: false },
  }))
}
