import type {
  AdminWalmartCancellation,
  AdminWalmartOrderDetail,
  WalmartText,
} from "../../../types/http"

/**
 * Why the order cannot be canceled whatever reason is chosen. While none is chosen, the server's refusal may be about just
 * that, which the chooser cures; anything else is then said when canceling is tried.
 */
export function standingRefusal({ reason, refusal }: AdminWalmartCancellation): WalmartText | null {
  return reason === null ? null : refusal
}

/** Nothing is left that could be canceled: also what has been shipped here while Walmart does not know it yet. */
export function isPastCanceling({
  status,
  units_to_ship: left,
}: Pick<AdminWalmartOrderDetail, "status" | "units_to_ship">): boolean {
  return status === "canceled" || status === "shipped" || left === 0
}
