import type { AdminWalmartReason, WalmartAttention, WalmartWords } from "./common"

/** Settings of an account as they hold. */
export interface AdminWalmartSettings {
  carrier_map: Record<string, string>
  ship_method_map: Record<string, string>
  /** Walmart ship node id to stock location id. */
  ship_nodes: Record<string, string>
  /** Stock location of other ship nodes; null for the sales channel's only one. */
  stock_location_id: string | null
  default_reason: string | null
  /** Medusa refund reason, by id or code, to Walmart's. */
  refund_reason_map: Record<string, string>
  dry_run: boolean
  /** Walmart SKU to the SKU of a product variant, where they differ. */
  sku_map: Record<string, string>
}

/** What is left out stays; null follows the plugin's options again. An empty default reason means none, whatever the options say. */
export interface AdminWalmartSettingsBody {
  carrier_map?: Record<string, string> | null
  ship_method_map?: Record<string, string> | null
  ship_nodes?: Record<string, string> | null
  stock_location_id?: string | null
  default_reason?: string | null
  refund_reason_map?: Record<string, string> | null
  dry_run?: boolean | null
  /** On top of the options' own. */
  sku_map?: Record<string, string> | null
}

/** Body of `POST /admin/walmart/accounts/:id/settings`. */
export interface AdminWalmartSettingsChange extends AdminWalmartSettingsBody {
  /** Entries of maps to set, or to take out where they are null. All other entries stay, also those that somebody else changes meanwhile. */
  changes?: AdminWalmartMapChanges
}

/** Single entries of the settings' maps; null takes an entry out. */
export interface AdminWalmartMapChanges {
  carrier_map?: Record<string, string | null>
  ship_method_map?: Record<string, string | null>
  ship_nodes?: Record<string, string | null>
  refund_reason_map?: Record<string, string | null>
  sku_map?: Record<string, string | null>
}

/** The settings of an account in force, and where each comes from. */
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
  /** Walmart's reasons of a refund. */
  refund_reasons: AdminWalmartReason[]
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

/** Why calls of an account wait: `asked` Walmart said so (429); `failing` too many failed, so that Walmart seems to be down. */
export interface AdminWalmartHold {
  because: "asked" | "failing"
  until: string
}

/** What holds an account up. */
export interface AdminWalmartAccountState {
  id: string
  paused: boolean
  paused_at: string | null
  dry_run: boolean
  /** Sends are held until then, because credentials or permissions failed. */
  blocked_until: string | null
  last_error: string | null
  /** The last error for a translation. */
  last_error_words: WalmartWords | null
  /** When orders were last fetched without a failure; null when never. */
  last_poll_at: string | null
  /** Why the poll after it failed. */
  last_poll_error: string | null
  /** The same for a translation. */
  last_poll_error_words: WalmartWords | null
  /** Why return orders were not all fetched by the last poll of these; null when they were. */
  last_returns_poll_error: string | null
  /** The same for a translation. */
  last_returns_poll_error_words: WalmartWords | null
  /** Null when calls may go. */
  hold: AdminWalmartHold | null
}

/** An account of the plugin's options, with what is known of its polls and sends. Never a key. */
export interface AdminWalmartAccount extends AdminWalmartAccountState {
  market: string
  market_name: string
  sandbox: boolean
  /** Host that is called instead of Walmart's own; null for Walmart's. */
  host: string | null
  paused_by: string | null
  last_error_code: string | null
  /** End of the last poll, also of one that failed. */
  last_poll_tried_at: string | null
  polled_until: string | null
  last_tick_at: string | null
  waiting: AdminWalmartWaiting
}

/** Answer of `GET /admin/walmart/accounts`. */
export interface AdminWalmartAccountListResponse {
  accounts: AdminWalmartAccount[]
  count: number
  offset: number
  limit: number
}

/** An account after it was paused or resumed. */
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

/** What Walmart said to a token that was asked for anew with the account's keys. */
export interface AdminWalmartTestResponse {
  /** Credentials work and nothing that is needed is missing. */
  ok: boolean
  scopes: AdminWalmartScope[]
  /** Names of areas whose permission is missing. */
  missing: string[]
  expires_at: string | null
  /** What failed or is missing; null when all is well. */
  problem: WalmartAttention | null
  /** When Walmart had answered, by the server's clock. */
  tested_at: string
}

/** What a fetch of an account's orders came to. */
export interface AdminWalmartFetch {
  account_id: string
  /** Orders Walmart answered with. */
  seen: number
  /** Medusa orders made. */
  imported: number
  /** Orders that could not be imported. */
  failed: number
  /** Why it is not complete; null when it is. */
  error: string | null
  /** The error for a translation. */
  error_words: WalmartWords | null
}

/** Answer of `POST /admin/walmart/accounts/:id/fetch`, after 20 seconds at most. */
export interface AdminWalmartFetchResponse {
  /** Null while it continues. */
  fetch: AdminWalmartFetch | null
}
