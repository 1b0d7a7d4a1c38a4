/** Which keys of an account are in force; never a key. */
export interface AdminWalmartAccountKeys {
  account_id: string
  /** `settings` were set by staff, `options` are in medusa-config; null where there are none, so that the account is not connected. */
  source: "settings" | "options" | null
  /** Whether medusa-config has keys, which are in force once those of the settings are taken away. */
  in_options: boolean
  /** Who set those of the settings, and when; null where none were set. */
  changed_by: string | null
  changed_at: string | null
  /** Why those of the settings cannot be used. */
  problem: string | null
}

/** What keys are set to. */
export interface AdminWalmartKeysBody {
  client_id: string
  client_secret: string
}

export interface AdminWalmartKeysResponse {
  keys: AdminWalmartAccountKeys[]
  /** Why none can be set here; null when they can. */
  obstacle: string | null
}
