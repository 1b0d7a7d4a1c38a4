import type { AdminWalmartCancellation } from "../../../types/http"

/**
 * Why the order cannot be canceled whatever reason is chosen. While none is chosen, the server's refusal may be about just
 * that, which the chooser cures; anything else is then said when canceling is tried.
 */
export function standingRefusal({ reason, refusal }: AdminWalmartCancellation): string | null {
  return reason === null ? null : refusal
}
