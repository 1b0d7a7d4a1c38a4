import type {
  Hundredths,
  WalmartAttention,
  WalmartPhrase,
  WalmartShownStatus,
  WalmartText,
  WalmartUpdateKind,
  WalmartWords,
} from "../common"

/** One box of a shipment. */
export interface AdminWalmartPackage {
  tracking_number: string
  /** Walmart's exact name, or the free name of another carrier. */
  carrier: string
  /** Only for a carrier Walmart does not list. */
  tracking_url: string | null
  /** Where the parcel can be followed: the carrier's page, or the link of another carrier; null when neither is known. */
  tracking_page: string | null
  is_listed_carrier: boolean
  lines: { line_number: string; quantity: number }[]
}

/** Money given back of one part of a line. */
export interface AdminWalmartRefundLine {
  line_number: string
  /** `PRODUCT`, `SHIPPING`, or a type of charge that Walmart added later. */
  type: string
  /** Tax included. */
  amount: Hundredths
}

/** One thing to send to Walmart, as lists and the order show it. */
export interface AdminWalmartUpdate {
  id: string
  walmart_order_id: string
  account_id: string
  purchase_order_id: string
  order_id: string | null
  sequence: number
  kind: WalmartUpdateKind
  status: Exclude<WalmartShownStatus, "sending">
  shown_status: WalmartShownStatus
  fulfillment_id: string | null
  /** Of a shipment, otherwise empty. */
  packages: AdminWalmartPackage[]
  /** Of a cancellation or a refund, otherwise null; empty text while nobody chose one. */
  reason: string | null
  /** Of a cancellation, otherwise empty. */
  lines: { line_number: string; quantity: number }[]
  /** Of a refund, otherwise empty. */
  refunds: AdminWalmartRefundLine[]
  /** A person decided to ship although the customer asked Walmart to cancel. */
  ship_anyway: boolean
  /** A user's id, or `planner` or `import` where the plugin acted automatically. */
  requested_by: string | null
  attention: WalmartAttention | null
  warnings: WalmartText[]
  /** Why a person dismissed it, or why it became needless. */
  note: string | null
  /** The note for a translation, where it is not a person's. */
  note_words: WalmartPhrase[] | null
  happened_at: string
  sent_at: string | null
  finished_at: string | null
  attempts: number
  can_retry: boolean
  can_correct: boolean
  can_dismiss: boolean
  /** It was dismissed, and that can be undone. */
  can_undo: boolean
}

/** Answer of `GET /admin/walmart/updates`. */
export interface AdminWalmartUpdateListResponse {
  updates: AdminWalmartUpdate[]
  count: number
  offset: number
  limit: number
}

/** One call to Walmart. Bodies are redacted. */
export interface AdminWalmartAttempt {
  id: string
  endpoint: string
  outcome: "started" | "applied" | "refused" | "unknown" | "not_applied" | "throttled" | "account"
  actor: string | null
  http_status: number | null
  correlation_id: string | null
  duration_ms: number | null
  error_code: string | null
  error: string | null
  /** The error for a translation; null where an older version noted it. */
  error_words: WalmartWords | null
  request: unknown
  response: unknown
  started_at: string
  finished_at: string | null
  /** All updates that this call sent. */
  update_ids: string[]
}

/** What would become of an update if it were sent now, after reading the order at Walmart. */
export type AdminWalmartPreview =
  | {
      state: "would_send"
      endpoint: string
      body: object | null
      update_ids: string[]
      /** Why a part of it cannot be sent, which `body` leaves out; null when all of it can. */
      attention: WalmartAttention | null
    }
  | { state: "already_there"; message: string; words: WalmartPhrase[] }
  | { state: "conflict"; attention: WalmartAttention }
  | { state: "waits"; waits_for: string[]; message: string; words: WalmartPhrase[] }
  | { state: "finished"; message: string; words: WalmartPhrase[] }
  | { state: "unavailable"; attention: WalmartAttention }

/** Answer of `GET /admin/walmart/updates/:id`, and of each change of an update. */
export interface AdminWalmartUpdateResponse {
  update: AdminWalmartUpdate & {
    timeline: AdminWalmartAttempt[]
    /** Null when it was not asked for (`preview=false`). */
    preview: AdminWalmartPreview | null
  }
}

/** What is changed about one package; what is left out stays. */
export interface AdminWalmartPackageCorrection {
  /** Empty: recognized from the number or link. */
  carrier?: string
  tracking_number?: string
  /** Empty: none. */
  tracking_url?: string
}

/** Body of `POST /admin/walmart/updates/:id/retry`; what is left out stays as it is. */
export interface AdminWalmartRetryBody extends AdminWalmartPackageCorrection {
  reason?: string
  /** What a refund is for, while nobody has said so. */
  refund_lines?: AdminWalmartRefundLine[]
  ship_anyway?: boolean
  /** From 0; needed when a shipment has several packages. */
  package_index?: number
  /** Instead of the fields of one package: corrections of several at once. */
  packages?: (AdminWalmartPackageCorrection & { package_index: number })[]
}

/** Body of `POST /admin/walmart/updates/:id/dismiss`. */
export interface AdminWalmartDismissBody {
  note: string
}

/** Which updates to retry: named ones, or those that need attention, by error and account. */
export interface AdminWalmartBulkRetryBody {
  ids?: string[]
  error_code?: string
  account_id?: string
  /** `after` of the last answer, for the updates that remain; not with ids. */
  after?: string
}

/** What became of one of the updates that were to be retried together. */
export interface AdminWalmartBulkRetryResult {
  id: string
  /** `not_allowed`: finished already, being sent right now, or unreadable; `failed`: unforeseen, see the server's log. */
  outcome: "retried" | "invalid" | "not_allowed" | "not_found" | "failed"
  /** What is wrong and what to do; null when it is retried. */
  message: string | null
  /** The message for a translation. */
  words: WalmartPhrase[] | null
}

/** Answer of `POST /admin/walmart/updates/retry`. */
export interface AdminWalmartBulkRetryResponse {
  results: AdminWalmartBulkRetryResult[]
  retried: number
  /** Further updates that match; ask again for them, with `after`. */
  remaining: number
  /** The last update that was looked at; null when nothing remains. */
  after: string | null
}
