/** One kind of what is kept sealed: a pair of texts for each account. */
export interface Vault {
  table: "walmart_account_key" | "walmart_webhook_secret"
  /** Place of each text, for which it is sealed: sealed for one, it cannot be opened at the other. */
  places: Record<"client_id" | "client_secret", string>
  /** What is said when an account's pair cannot be opened. */
  unreadable: (accountId: string, why: string) => string
}

const REMEDY = "Set keysSecret as it was, or name it in formerKeysSecrets, and restart"

/** What opens an account at Walmart. */
export const ACCOUNT_KEYS: Vault = {
  table: "walmart_account_key",
  places: { client_id: "client_id", client_secret: "client_secret" },
  unreadable: (id, why) =>
    `The keys that were set for "${id}" in Settings → Walmart are not used, because what the database holds ${why}. Keys in medusa-config are in force instead, if there are any. ${REMEDY}; or set the account's keys again.`,
}

/** What Walmart proves an account's events by. */
export const WEBHOOK_SECRETS: Vault = {
  table: "walmart_webhook_secret",
  places: { client_id: "webhook_name", client_secret: "webhook_secret" },
  unreadable: (id, why) =>
    `The webhook secret that was set for "${id}" in Settings → Walmart is not used, because what the database holds ${why}. One in medusa-config is in force instead, if there is any. ${REMEDY}; or set the secret again.`,
}
