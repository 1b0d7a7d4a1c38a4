import { say } from "../words/phrase"
import { ownValue } from "../common/own-value"
import { type Problem, shownValue } from "../common/problem"

/** Reasons that Walmart takes for a refund (docs/walmart-api.md, "Refunds"). */
export const REFUND_REASONS = [
  "BillingError",
  "TaxExemptCustomer",
  "ItemNotAsAdvertised",
  "IncorrectItemReceived",
  "CancelledYetShipped",
  "ItemNotReceivedByCustomer",
  "IncorrectShippingPrice",
  "DamagedItem",
  "DefectiveItem",
  "CustomerChangedMind",
  "CustomerReceivedItemLate",
  "Missing Parts / Instructions",
  "Finance -> Goodwill",
  "Finance -> Rollback",
  "Buyer canceled",
  "Customer returned item",
  "General adjustment",
  "Merchandise not received",
  "Quality -> Missing Parts / Instructions",
  "Shipping & Delivery -> Damaged",
  "Shipping & Delivery -> Shipping Price Discrepancy",
  "Others",
] as const

/** The reason of a refund for which neither a person nor Medusa's reason says one. */
export const PLAIN_REASON = "General adjustment"

/** Walmart's words for the reasons that Medusa makes in every store, by their codes. */
const OF_MEDUSA: Record<string, string> = {
  shipping_issue: "ItemNotReceivedByCustomer",
  customer_care_adjustment: "Finance -> Goodwill",
  pricing_error: "BillingError",
}

/** A reason of Medusa's refund reasons. */
export interface MedusaReason {
  id: string
  code: string | null
}

/**
 * Walmart's reason for one of Medusa's: as the account's map says, by id or code; otherwise what is known of Medusa's own ones; otherwise a
 * plain one. Pure.
 */
export function walmartReason(
  reason: MedusaReason | null,
  map: Readonly<Record<string, string>>
): string {
  if (!reason) return PLAIN_REASON
  const code = reason.code ?? ""
  const mapped = ownValue(map, reason.id) ?? ownValue(map, code)
  return mapped ?? ownValue(OF_MEDUSA, code.toLowerCase()) ?? PLAIN_REASON
}

/** Why Walmart would refuse this reason; null when it takes it. */
export function checkRefundReason(code: string): Problem | null {
  const given = code.trim()
  if (REFUND_REASONS.some((reason) => reason === given)) return null
  const value = shownValue(given)
  const choices = { or: REFUND_REASONS.map((reason) => `"${reason}"`) }
  const said = say("refund_reason_unknown", { reason: value, choices }, value ? "" : "none")
  return { ...said, field: "reason", value }
}
