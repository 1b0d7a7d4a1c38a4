import type { AdminWalmartReason, WalmartText } from "../common"

/** What cancelling the whole order needs. */
export interface AdminWalmartCancellation {
  /** Chosen on the order, otherwise the account's default. */
  reason: string | null
  is_default: boolean
  customer_asked: boolean
  offered: AdminWalmartReason[]
  /** Code of the reason that the customer asked, for the lines where that is so; null in markets without it. */
  customer_reason: string | null
  /** How much of each line can be canceled; empty while there is no Medusa order. */
  lines: AdminWalmartCancelableLine[]
  /** Why the whole order cannot be canceled now, with what to do; null when it can. */
  refusal: WalmartText | null
}

/** Units Walmart canceled although Medusa still means to ship them. */
export interface AdminWalmartCanceledElsewhere {
  line_number: string
  quantity: number
  /** Walmart's code for why; null when it is not known. */
  reason: string | null
}

/** Body of `POST /admin/walmart/orders/:id/cancellation-reason`. */
export interface AdminWalmartCancellationReasonBody {
  /** Null takes the choice back. */
  reason: string | null
}

/** How much of a line can be canceled. Units. */
export interface AdminWalmartCancelableLine {
  line_number: string
  /** Open at Walmart. */
  open: number
  /** Left of it in the Medusa order. */
  left: number
  /** Open at Walmart and in no fulfillment. */
  cancelable: number
}

/** What staff choose from when they cancel some units of an order. */
export interface AdminWalmartCancellationChoiceResponse {
  lines: AdminWalmartCancelableLine[]
  /** All reasons of the market; those that need the customer's request only go with lines that have it. */
  reasons: AdminWalmartReason[]
  /** Orders of the account in the last days, and those of them that were canceled for a reason that counts against the seller. */
  rate: { orders: number; canceled: number; days: number }
}

/** Body of `POST /admin/walmart/orders/:id/cancel`. */
export interface AdminWalmartCancelBody {
  /** May be left out when a reason is chosen already. */
  reason?: string
  /** Units to cancel; left out, the whole order. */
  lines?: { line_number: string; quantity: number }[]
}
