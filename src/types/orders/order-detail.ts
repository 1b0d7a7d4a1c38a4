import type { AdminWalmartAccountState } from "../account"
import type { AdminWalmartReason, WalmartAttention, WalmartWords } from "../common"
import type { AdminWalmartCanceledElsewhere, AdminWalmartCancellation } from "./cancellation"
import type { AdminWalmartDiscrepancy, AdminWalmartOrder } from "./order"
import type { AdminWalmartReturn } from "./return"
import type { AdminWalmartFulfillment } from "./shipment"
import type { AdminWalmartLeftOut, AdminWalmartUnimported } from "../unimported"
import type { AdminWalmartAttempt, AdminWalmartUpdate } from "./update"

/** A difference that a person dismissed, until its figures change. */
export interface AdminWalmartDismissedDiscrepancy extends AdminWalmartDiscrepancy {
  note: string
  /** Who dismissed it. */
  by: string
  at: string
}

/** The leased row of an order: when it is tried again, and what happened last. */
export interface AdminWalmartQueue {
  state: "ok" | "needs_attention"
  next_due_at: string | null
  sending: boolean
  /** The outcome of the last call is not known; the order is read again before anything is decided. */
  in_doubt: boolean
  attempts: number
  first_failed_at: string | null
  last_error_code: string | null
  last_error: string | null
  /** The last error for a translation; null where an older version noted it. */
  last_error_words: WalmartWords | null
  last_correlation_id: string | null
}

/** An update of the order, with what may be chosen when it is corrected. */
export interface AdminWalmartOrderUpdate extends AdminWalmartUpdate {
  /** Reasons Walmart takes for the lines of a cancellation; empty for the other kinds. */
  offered_reasons: AdminWalmartReason[]
  /** Until when another number of what was shipped can still be sent; null for the other kinds, and where Walmart takes none. */
  correctable_until: string | null
}

/** Who marked an order as a case at Walmart, and when. */
export interface AdminWalmartCase {
  by: string
  at: string
}

/** Whether an order is a case from now on. */
export interface AdminWalmartCaseBody {
  marked: boolean
}

/** What an order needs to know of its account. */
export interface AdminWalmartOrderAccount extends AdminWalmartAccountState {
  /** False when the plugin's options do not have the account, or have it without keys. */
  configured: boolean
  market: string | null
  market_name: string | null
}

/** What staff wrote about an order for each other. */
export interface AdminWalmartNote {
  text: string
  /** Who wrote it last. */
  by: string | null
  at: string | null
}

/** What staff write about an order; an empty text takes it away. At most 1000 characters. */
export interface AdminWalmartNoteBody {
  note: string
}

/** Everything the order widget shows, in one answer. */
export interface AdminWalmartOrderDetail extends AdminWalmartOrder {
  /** Differences that a person dismissed. */
  dismissed_discrepancies: AdminWalmartDismissedDiscrepancy[]
  /** That it is a case at Walmart, so that its evidence is kept beyond `retentionDays`; null for most orders. */
  case: AdminWalmartCase | null
  /** Null when nobody wrote one. */
  note: AdminWalmartNote | null
  account: AdminWalmartOrderAccount
  seller_center_url: string | null
  /** Fulfilled by Walmart: nothing may be sent. */
  read_only: boolean
  updates: AdminWalmartOrderUpdate[]
  queue: AdminWalmartQueue | null
  /** What must not be shipped any more; empty when Medusa knows of it. */
  canceled_elsewhere: AdminWalmartCanceledElsewhere[]
  cancellation: AdminWalmartCancellation
  fulfillments: AdminWalmartFulfillment[]
  /** Walmart's carriers in the order's market. */
  carriers: string[]
  /** Null for an order that Medusa has, and for one that others ship. */
  unimported: AdminWalmartUnimported | null
  /** That somebody left it out of Medusa; null once Walmart waits for units of it again, and for most orders. */
  left_out: AdminWalmartLeftOut | null
  /** Walmart's returns of the order, the newest fifty. */
  returns: AdminWalmartReturn[]
}

/** Answer of `GET /admin/walmart/orders/:id`, and of each change of an order. */
export interface AdminWalmartOrderResponse {
  order: AdminWalmartOrderDetail
}

/** Everything that is known of an order, for a ticket at Walmart; nothing of the buyer is among it. */
export interface AdminWalmartEvidence {
  made_at: string
  /** With its updates. */
  order: AdminWalmartOrderDetail
  /** Every call that was made for it, oldest first, with request and answer. */
  attempts: AdminWalmartAttempt[]
  /** The order as Walmart showed it last; null when it is not kept any more. */
  snapshot: object | null
}

/** Answer of `GET /admin/walmart/orders/:id/evidence`. */
export interface AdminWalmartEvidenceResponse {
  evidence: AdminWalmartEvidence
}

/** What became of an import that was tried again. */
export interface AdminWalmartImportResponse {
  order: AdminWalmartOrderDetail
  import: {
    /** `known` when it was imported before, `read_only` for an order that Walmart fulfills. */
    outcome: "imported" | "known" | "read_only" | "needs_attention"
    /** What still prevents it. */
    problem: WalmartAttention | null
  }
}
