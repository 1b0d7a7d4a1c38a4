/*
 * What the admin API under /admin/walmart takes and answers. Pure types, shared by routes and screens. Times are ISO 8601
 * texts.
 */

/**
 * Money in hundredths of its currency's unit, an integer. Hundredths in every currency, also in one without decimals: Walmart writes
 * a decimal amount in each, and 199900 is both 1,999.00 US dollars and 1,999 Chilean pesos.
 */
export type Hundredths = number

/** Status of an order, derived from its line quantities. */
export type WalmartOrderStatus = "open" | "partially_shipped" | "shipped" | "canceled"

/** The worst of an order's updates; a difference that none of them explains needs attention. */
export type WalmartSyncStatus = "in_sync" | "syncing" | "needs_attention"

/** Whether the Medusa order exists: `failed` says why, `pending` is still to come or never wanted. */
export type WalmartImportStatus = "imported" | "failed" | "pending"

/** Kinds of updates: those of the registry (`src/walmart/updates/kinds.ts`), which the validators hold equal to these. */
export type WalmartUpdateKind = "acknowledgment" | "shipment" | "cancellation"

/** Status of an update as stored, plus `sending` while its order is being sent for. */
export type WalmartShownStatus =
  "pending" | "sending" | "sent" | "needs_attention" | "dismissed" | "superseded"

/**
 * Deadlines worth a look, each a count and a filter. `…_soon` means within an hour for acknowledgments and within a day for
 * the others. Only orders the seller can still do something about are counted.
 */
export type WalmartDeadlineFilter =
  "acknowledge_overdue" | "acknowledge_soon" | "ship_overdue" | "ship_soon" | "auto_cancel_soon"

/** What Walmart expects next of an open order. */
export interface WalmartDeadline {
  kind: "acknowledge" | "ship" | "auto_cancel"
  at: string
}

/** Something wrong with what a person entered, with its value and remedy. */
export interface WalmartProblem {
  code: string
  field: "tracking_number" | "carrier" | "tracking_url" | "reason" | "stock_location"
  value: string
  message: string
  remedy: string
}

/** Why something cannot go on by itself. */
export interface WalmartAttention {
  code: string
  message: string
  next_step: string | null
}

/** A way in which Medusa and Walmart disagree about an order and no unfinished update explains it. */
export interface AdminWalmartDiscrepancy extends WalmartAttention {
  /** Null when it is about the whole order or a fulfillment. */
  line_number: string | null
  next_step: string
}

/** A difference that a person dismissed, until its figures change. */
export interface AdminWalmartDismissedDiscrepancy extends AdminWalmartDiscrepancy {
  note: string
  /** Who dismissed it. */
  by: string
  at: string
}

export interface AdminWalmartOrderLine {
  id: string
  line_number: string
  sku: string
  product_name: string
  quantity: number
  line_item_id: string | null
  created_quantity: number
  acknowledged_quantity: number
  shipped_quantity: number
  delivered_quantity: number
  canceled_quantity: number
  refunded_quantity: number
  customer_asked_to_cancel: boolean
  /** The line's charges, taxes included. */
  total: Hundredths
}

/** Updates of an order by stored status; a status that does not occur is 0. */
export interface WalmartUpdateCounts {
  pending: number
  sent: number
  needs_attention: number
  dismissed: number
  superseded: number
}

/** One row of the list of Walmart orders. */
export interface AdminWalmartOrder {
  id: string
  account_id: string
  purchase_order_id: string
  customer_order_id: string
  order_id: string | null
  imported_at: string | null
  import_error_code: string | null
  import_error: string | null
  import_next_step: string | null
  /** What was imported with a reservation. */
  import_notes: string[] | null
  ordered_at: string
  acknowledge_by: string | null
  ship_by: string | null
  deliver_by: string | null
  auto_cancel_at: string | null
  method_code: string
  ship_node_id: string | null
  ship_node_type: string
  order_type: string | null
  status: WalmartOrderStatus
  customer_asked_to_cancel: boolean
  cancellation_reason: string | null
  cancellation_reason_by: string | null
  currency_code: string
  /** All charges and taxes. */
  total: Hundredths
  refreshed_at: string | null
  lines: AdminWalmartOrderLine[]
  /** The Medusa order; absent while there is none. */
  order?: {
    id: string
    display_id: number
    /** In units of the currency, as Medusa counts; only when `fields` asks for `order.total`, because Medusa adds it up anew each time. */
    total?: number
    status: string
  }
  import_status: WalmartImportStatus
  /** In what Medusa and Walmart disagree; empty when they agree or an unfinished update explains it. */
  discrepancies: AdminWalmartDiscrepancy[]
  sync_status: WalmartSyncStatus
  update_counts: WalmartUpdateCounts
  /** Last change of any of its updates. */
  last_update_at: string | null
  next_deadline: WalmartDeadline | null
  /** When something is sent for it next; null when nothing waits, or what waits is held: by a pause, a dry run, or a person's turn. */
  next_try_at: string | null
}

export interface AdminWalmartOrderListResponse {
  orders: AdminWalmartOrder[]
  count: number
  offset: number
  limit: number
}

export interface AdminWalmartOrderCounts {
  open: number
  partially_shipped: number
  shipped: number
  canceled: number
  needs_attention: number
  import_failed: number
  /** Orders that somebody has to do something about now, each counted once. */
  tasks: number
  deadlines: Record<WalmartDeadlineFilter, number>
}

export interface AdminWalmartOrderCountsResponse {
  counts: AdminWalmartOrderCounts
}

/** One box of a shipment. */
export interface AdminWalmartPackage {
  tracking_number: string
  /** Walmart's exact name, or the free name of another carrier. */
  carrier: string
  /** Only for a carrier Walmart does not list. */
  tracking_url: string | null
  is_listed_carrier: boolean
  lines: { line_number: string; quantity: number }[]
}

/** One thing to tell Walmart, as lists and the order show it. */
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
  /** Of a shipment, else empty. */
  packages: AdminWalmartPackage[]
  /** Of a cancellation, else null; empty text while nobody chose one. */
  reason: string | null
  /** Of a cancellation, else empty. */
  lines: { line_number: string; quantity: number }[]
  /** A person decided to ship although the customer asked Walmart to cancel. */
  ship_anyway: boolean
  /** A user's id, or `planner` or `import` where the plugin acted by itself. */
  requested_by: string | null
  attention: WalmartAttention | null
  warnings: string[]
  note: string | null
  happened_at: string
  sent_at: string | null
  settled_at: string | null
  attempts: number
  can_retry: boolean
  can_correct: boolean
  can_dismiss: boolean
}

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
  request: unknown
  response: unknown
  started_at: string
  finished_at: string | null
  /** All updates that were told in this call. */
  update_ids: string[]
}

/** What would become of an update if it were sent now, after reading the order at Walmart. */
export type AdminWalmartPreview =
  | { state: "would_send"; endpoint: string; body: object | null; update_ids: string[] }
  | { state: "already_there"; message: string }
  | { state: "conflict"; attention: WalmartAttention }
  | { state: "waits"; waits_for: string[]; message: string }
  | { state: "settled"; message: string }
  | { state: "unavailable"; attention: WalmartAttention }

export interface AdminWalmartUpdateResponse {
  update: AdminWalmartUpdate & {
    timeline: AdminWalmartAttempt[]
    /** Null when it was not asked for (`preview=false`). */
    preview: AdminWalmartPreview | null
  }
}

/** The leased row of an order: when it is tried again, and what happened last. */
export interface AdminWalmartMailbox {
  state: "ok" | "needs_attention"
  next_due_at: string | null
  sending: boolean
  /** The outcome of the last call is not known; the order is read again before anything is decided. */
  ambiguous: boolean
  attempts: number
  first_failed_at: string | null
  last_error_code: string | null
  last_error: string | null
  last_correlation_id: string | null
}

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

/** What would be sent for one tracking number. */
export interface AdminWalmartLabelCheck {
  tracking_number: string
  carrier: string | null
  is_listed_carrier: boolean
  tracking_url: string | null
  problems: WalmartProblem[]
  warnings: WalmartProblem[]
}

/** A fulfillment that has not left yet, and which carrier would be told for it. */
export interface AdminWalmartFulfillment {
  id: string
  lines: { line_number: string; quantity: number }[]
  /** Chosen by a person, kept until it ships. */
  chosen: { carrier: string; tracking_url: string | null; chosen_by: string | null } | null
  /** Lines whose customer asked Walmart to cancel; shipping is refused until they are canceled or `ship_anyway` is decided. */
  asked_lines: string[]
  /** Somebody decided to ship although the customer asked. */
  ship_anyway: boolean
  ship_anyway_by: string | null
  /** What the Ship screen asks about it; shipping is refused until all of them are confirmed. */
  concerns: AdminWalmartConcern[]
  /** From the account's carrier map; null when the tracking number or link decides. */
  mapped: string | null
  /** Labels it has already, each checked as it would be sent. */
  checks: AdminWalmartLabelCheck[]
}

/** Something about a fulfillment that may be meant, so that a person confirms it before it ships. */
export interface AdminWalmartConcern {
  key: string
  message: string
  /** Who said to ship anyway; null while nobody did. */
  confirmed_by: string | null
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

/** An update of the order, with what may be chosen when it is corrected. */
export interface AdminWalmartOrderUpdate extends AdminWalmartUpdate {
  /** Reasons Walmart takes for the lines of a cancellation; empty for the other kinds. */
  offered_reasons: AdminWalmartReason[]
}

/** What an order needs to know of its account. */
export interface AdminWalmartOrderAccount {
  id: string
  /** False when the plugin's options do not have the account, or have it without keys. */
  configured: boolean
  market: string | null
  market_name: string | null
  paused: boolean
  dry_run: boolean
  blocked_until: string | null
  last_error: string | null
}

/** Everything the order widget shows, in one answer. */
export interface AdminWalmartOrderDetail extends AdminWalmartOrder {
  /** Differences that a person dismissed. */
  dismissed_discrepancies: AdminWalmartDismissedDiscrepancy[]
  account: AdminWalmartOrderAccount
  seller_center_url: string | null
  /** Fulfilled by Walmart: nothing may be told. */
  read_only: boolean
  updates: AdminWalmartOrderUpdate[]
  mailbox: AdminWalmartMailbox | null
  /** What must not be shipped any more; empty when Medusa knows of it. */
  canceled_elsewhere: AdminWalmartCanceledElsewhere[]
  cancellation: AdminWalmartCancellation
  fulfillments: AdminWalmartFulfillment[]
  /** Walmart's carriers in the order's market. */
  carriers: string[]
}

export interface AdminWalmartOrderResponse {
  order: AdminWalmartOrderDetail
}

export interface AdminWalmartImportResponse {
  order: AdminWalmartOrderDetail
  import: {
    /** `known` when it was imported before, `read_only` for an order that Walmart fulfils. */
    outcome: "imported" | "known" | "read_only" | "needs_attention"
    /** What still prevents it. */
    problem: WalmartAttention | null
  }
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

export interface AdminWalmartCarrierBody {
  fulfillment_id: string
  /** Left out: only checks. Null: takes the choice back. */
  carrier?: string | null
  tracking_url?: string | null
  /** Only checked, never kept. */
  tracking_number?: string
  /** Ship although the customer asked Walmart to cancel; left out, nothing changes. */
  ship_anyway?: boolean
  /** Keys of all `concerns` that are confirmed; what is left out is not, and left out itself it changes nothing. */
  confirm?: string[]
  /** Checks carrier and link as they are given here, instead of those chosen before, and keeps nothing. */
  check_only?: boolean
}

export interface AdminWalmartCarrierResponse {
  fulfillment: AdminWalmartFulfillment
  /** Null when no tracking number was given. */
  check: AdminWalmartLabelCheck | null
}

/** What is changed about one package; what is left out stays. */
export interface AdminWalmartPackageCorrection {
  /** Empty: recognized from the number or link. */
  carrier?: string
  tracking_number?: string
  /** Empty: none. */
  tracking_url?: string
}

export interface AdminWalmartRetryBody extends AdminWalmartPackageCorrection {
  reason?: string
  ship_anyway?: boolean
  /** From 0; needed when a shipment has several packages. */
  package_index?: number
  /** Instead of the fields of one package: corrections of several at once. */
  packages?: (AdminWalmartPackageCorrection & { package_index: number })[]
}

export interface AdminWalmartDismissBody {
  note: string
}

/** Which updates to retry: named ones, or those that need attention, by error and account. */
export interface AdminWalmartBulkRetryBody {
  ids?: string[]
  error_code?: string
  account_id?: string
}

export interface AdminWalmartBulkRetryResult {
  id: string
  /** `not_allowed`: settled already, being sent right now, or unreadable; `failed`: unforeseen, see the server's log. */
  outcome: "retried" | "invalid" | "not_allowed" | "not_found" | "failed"
  /** What is wrong and what to do; null when it is retried. */
  message: string | null
}

export interface AdminWalmartBulkRetryResponse {
  results: AdminWalmartBulkRetryResult[]
  retried: number
  /** Further updates that match; ask again for them. */
  remaining: number
}

/** Settings of an account as they hold. */
export interface AdminWalmartSettings {
  carrier_map: Record<string, string>
  ship_method_map: Record<string, string>
  default_reason: string | null
  dry_run: boolean
}

/** What is left out stays; null follows the plugin's options again. An empty default reason means none, whatever the options say. */
export interface AdminWalmartSettingsBody {
  carrier_map?: Record<string, string> | null
  ship_method_map?: Record<string, string> | null
  default_reason?: string | null
  dry_run?: boolean | null
}

export interface AdminWalmartSettingsResponse {
  settings: AdminWalmartSettings
  /** What staff changed; a name that is absent or null follows the options. */
  edited: AdminWalmartSettingsBody
  /** What the plugin's options say, and what null follows. */
  options: AdminWalmartSettings
  /** Walmart's carriers in the market. */
  carriers: string[]
  carrier_list: AdminWalmartCarrierList
  reasons: AdminWalmartReason[]
}

/** How old the plugin's list of Walmart's carriers is. */
export interface AdminWalmartCarrierList {
  /** Day of Walmart's newest change that the list has (`2026-10-30`); null where Walmart publishes no list. */
  as_of: string | null
  /** Walmart's page with the present list. */
  url: string
}

/** What is held while an account is paused. */
export interface AdminWalmartWaiting {
  orders: number
  updates: number
}

export interface AdminWalmartAccount {
  id: string
  market: string
  market_name: string
  sandbox: boolean
  /** Host that is called instead of Walmart's own; null for Walmart's. */
  host: string | null
  paused: boolean
  paused_by: string | null
  paused_at: string | null
  dry_run: boolean
  /** Sends are held until then, because credentials or permissions failed. */
  blocked_until: string | null
  last_error_code: string | null
  last_error: string | null
  last_poll_at: string | null
  last_poll_error: string | null
  polled_until: string | null
  last_tick_at: string | null
  waiting: AdminWalmartWaiting
}

export interface AdminWalmartAccountListResponse {
  accounts: AdminWalmartAccount[]
  count: number
  offset: number
  limit: number
}

export interface AdminWalmartAccountResponse {
  account: AdminWalmartAccount
}

/** What the account's key may do in one area. */
export interface AdminWalmartScope {
  name: string
  has: string
  needed: string | null
  ok: boolean
}

export interface AdminWalmartTestResponse {
  /** Credentials work and nothing that is needed is missing. */
  ok: boolean
  scopes: AdminWalmartScope[]
  /** Names of areas whose permission is missing. */
  missing: string[]
  expires_at: string | null
  /** What failed or is missing; null when all is well. */
  problem: WalmartAttention | null
}

export interface AdminWalmartRateLimit {
  endpoint: string
  /** Calls that could go now. */
  tokens: number
  capacity: number
  per_minute: number
  /** No call before then: Walmart said so, or too many failed. */
  open_until: string | null
}

export interface AdminWalmartAccountStatus {
  id: string
  market: string
  paused: boolean
  dry_run: boolean
  blocked_until: string | null
  last_error: string | null
  /** Updates that wait to be sent, also those behind one that needs attention. */
  backlog: number
  /** Orders that are due and not being sent for. */
  due_orders: number
  /** Seconds since the longest waiting order became due; null when none is. */
  oldest_due_seconds: number | null
  leased: number
  ambiguous: number
  needs_attention: number
  seconds_since_tick: number | null
  seconds_since_poll: number | null
  seconds_since_sent: number | null
  last_poll_error: string | null
  /** Calls of the last 24 hours by outcome. */
  outcomes: Record<string, number>
  /** From saving in Medusa to Walmart's yes, shipments and cancellations of the last 24 hours; null without any. */
  latency: { p50_ms: number; p95_ms: number; count: number } | null
  rate_limits: AdminWalmartRateLimit[]
}

/** An account whose orders are in the store, but that the plugin's options do not name, or name without keys. */
export interface AdminWalmartMissingAccount {
  id: string
  /** Its orders that are open at Walmart; Walmart is not told what happens to them. */
  open_orders: number
}

export interface AdminWalmartStatusResponse {
  connected: boolean
  /** Which accounts are connected, or why none is, and the notes. */
  message: string
  /** What is wrong between the plugin's options and the store, a text with what to do each. */
  notes: string[]
  accounts: AdminWalmartAccountStatus[]
  missing_accounts: AdminWalmartMissingAccount[]
}
