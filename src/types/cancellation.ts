/** A reason that may be chosen, with what choosing it causes. */
export interface AdminWalmartReason {
  code: string
  label: string
  effect: string
  /** Label and effect are the plugin's own words, which a screen may translate; false for words of the store's options. */
  built_in: boolean
  only_when_customer_asked: boolean
  zeroes_stock: boolean
  counts_against_seller: boolean
  preselected: boolean
}

/** What cancelling the whole order needs. */
export interface AdminWalmartCancellation {
  /** Chosen on the order, else the account's default. */
  reason: string | null
  is_default: boolean
  customer_asked: boolean
  offered: AdminWalmartReason[]
  /** Why the whole order cannot be canceled now, with what to do; null when it can. */
  refusal: string | null
}

/** Units Walmart canceled although Medusa still means to ship them. */
export interface AdminWalmartCanceledElsewhere {
  line_number: string
  quantity: number
  /** Walmart's code for why; null when it is not known. */
  reason: string | null
}

export interface AdminWalmartCancellationReasonBody {
  /** Null takes the choice back. */
  reason: string | null
}

export interface AdminWalmartCancelBody {
  /** May be left out when a reason is chosen already. */
  reason?: string
  /** Units to cancel; left out, the whole order. */
  lines?: { line_number: string; quantity: number }[]
}
