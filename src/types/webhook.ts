import type { WalmartPhrase } from "./common"

/** A subscription of Walmart's for an account. */
export interface AdminWalmartSubscription {
  id: string
  event_type: string
  event_version: string
  /** `ACTIVE` or `INACTIVE`. */
  status: string
  url: string
  /** It delivers to this store. */
  is_own: boolean
  /** What is wrong with it, with what to do; null when nothing is. */
  warning: string | null
  /** The warning for a translation. */
  warning_words: WalmartPhrase[] | null
}

/** How the webhooks of an account are doing. */
export interface AdminWalmartWebhookState {
  last_event_at: string | null
  /** Events about orders within the last day. */
  events: number
  /** Orders whose read is due or under way. */
  waiting: number
  /** Polls wait so many times the usual interval. */
  polls_slower: number
  /** Requests refused for their signature, and when the last one was. */
  refused: number
  last_refused_at: string | null
  /** How often: `repeated`, `untimely`, `stale`, `return`, `other`, `unreadable`, `too_large`. */
  counts: Record<string, number>
  /** What is suspicious, with what to do; null when nothing is. */
  warning: string | null
  /** The warning for a translation. */
  warning_words: WalmartPhrase[] | null
}

/** An account's webhooks: how they are set up here, what Walmart has, and what arrives. */
export interface AdminWalmartWebhooks {
  /** How Walmart proves itself: `hmac`, `basic` or `oauth`. Null when the options have no webhooks for the account. */
  auth: "hmac" | "basic" | "oauth" | null
  /** Header that holds the proof. */
  header: string | null
  /** Where Walmart delivers; only the path when the options do not name the server's address. */
  url: string
  /** Why nothing can be subscribed to, with what to do; null when it can. */
  obstacle: string | null
  /** The obstacle for a translation. */
  obstacle_words: WalmartPhrase[] | null
  state: AdminWalmartWebhookState | null
  subscriptions: AdminWalmartSubscription[]
  /** Why Walmart's list could not be read; null when it could. */
  problem: string | null
  /** The problem for a translation. */
  problem_words: WalmartPhrase[] | null
}

/** Answer of `GET /admin/walmart/accounts/:id/webhooks`, and of each change of them. */
export interface AdminWalmartWebhooksResponse {
  webhooks: AdminWalmartWebhooks
}

/** What Walmart said when it delivered a sample. */
export interface AdminWalmartWebhookCheckResponse {
  ok: boolean
  /** Why it did not arrive, with what to do; null when it did. */
  problem: string | null
  /** The problem for a translation. */
  problem_words: WalmartPhrase[] | null
}
