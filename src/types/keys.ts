import type { WalmartPhrase } from "./common"

/** Where something secret comes from that opens or proves something; never the secret itself. */
export interface AdminWalmartKeySource {
  /** `settings` was set by staff, `options` is in medusa-config; null where there is none. */
  source: "settings" | "options" | null
  /** Whether medusa-config has it, which is in force once that of the settings is taken away. */
  in_options: boolean
  /** Who set that of the settings, and when; null where none was set. */
  changed_by: string | null
  changed_at: string | null
  /** Why that of the settings cannot be used. */
  problem: string | null
  /** The problem for a translation. */
  problem_words: WalmartPhrase[] | null
}

/** Which keys of an account are in force; without any it is not connected. Never a key. */
export interface AdminWalmartAccountKeys extends AdminWalmartKeySource {
  account_id: string
  /** By what Walmart proves the account's events; null when the options have no `webhooks` for it. */
  webhook: AdminWalmartWebhookSecret | null
}

/** Which secret of an account's webhooks is in force; without any no event is taken. Never the secret. */
export interface AdminWalmartWebhookSecret extends AdminWalmartKeySource {
  /** What is needed besides the secret, as the options call it; null for a signature, which needs nothing. */
  name: "userName" | "clientId" | null
}

/** What keys are set to. */
export interface AdminWalmartKeysBody {
  client_id: string
  client_secret: string
}

/** What the secret of webhooks is set to. */
export interface AdminWalmartWebhookSecretBody {
  /** User name or client id; left out where Walmart signs. */
  name?: string
  secret: string
}

/** Where the keys of each account come from. */
export interface AdminWalmartKeysResponse {
  keys: AdminWalmartAccountKeys[]
  /** Why none can be set here; null when they can. */
  obstacle: string | null
  /** The obstacle for a translation. */
  obstacle_words: WalmartPhrase[] | null
}
