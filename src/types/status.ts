import type { WalmartPhrase, WalmartText, WalmartWords } from "./common"
import type { AdminWalmartWebhookState } from "./webhook"

/** What is left of Walmart's limit of one endpoint, as all processes share it. */
export interface AdminWalmartRateLimit {
  endpoint: string
  /** Calls that could go now. */
  tokens: number
  capacity: number
  per_minute: number
  /** No call before then: Walmart said so, or too many failed. */
  open_until: string | null
}

/** How an account is doing. Ages are in seconds, null where it never happened. */
export interface AdminWalmartAccountStatus {
  id: string
  market: string
  paused: boolean
  dry_run: boolean
  /** Walmart answered the last fetch, and refuses neither keys nor permissions. False before the first fetch. */
  connected: boolean
  blocked_until: string | null
  last_error: string | null
  /** The last error for a translation. */
  last_error_words: WalmartWords | null
  /** Updates that wait to be sent, also those after one that needs attention. */
  backlog: number
  /** Orders that are due and not being sent for. */
  due_orders: number
  /** Seconds since the longest waiting order became due; null when none is. */
  oldest_due_seconds: number | null
  leased: number
  in_doubt: number
  needs_attention: number
  /** Orders that could not be imported and wait for someone. */
  failed_imports: number
  /** Orders of which Medusa and Walmart show different units. */
  differing_orders: number
  /** Returns that need attention or are to be decided on, as the page of returns counts them. */
  waiting_returns: number
  /** Figures of stock that were refused, or wait for a recount. */
  waiting_stock: number
  /** Since any process of the store knew the account first. */
  seconds_since_added: number | null
  seconds_since_tick: number | null
  seconds_since_poll: number | null
  seconds_since_sent: number | null
  last_poll_error: string | null
  /** The same for a translation. */
  last_poll_error_words: WalmartWords | null
  /** Calls of the last 24 hours by outcome. */
  outcomes: Record<string, number>
  /** From saving in Medusa to Walmart's yes, shipments and cancellations of the last 24 hours; null without any. */
  latency: { p50_ms: number; p95_ms: number; count: number } | null
  rate_limits: AdminWalmartRateLimit[]
  /** Null when the account receives no webhooks. */
  webhooks: AdminWalmartWebhookState | null
}

/** An account whose orders are in the store, but that the plugin's options do not name, or name without keys. */
export interface AdminWalmartMissingAccount {
  id: string
  /** Its orders that are open at Walmart; Walmart does not hear what happens to them. */
  open_orders: number
}

/** Answer of `GET /admin/walmart/status`. */
export interface AdminWalmartStatusResponse {
  /** Whether an account is. */
  connected: boolean
  /** Which accounts are connected, why the others are not, and the notes. */
  message: string
  /** The message for a translation. */
  words: WalmartPhrase[]
  /** What is wrong between the plugin's options and the store, a text with what to do each. */
  notes: WalmartText[]
  accounts: AdminWalmartAccountStatus[]
  missing_accounts: AdminWalmartMissingAccount[]
}
