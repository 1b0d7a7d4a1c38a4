import { type Phrase, phrase } from "../../../walmart/words/phrase"
import type { SealError } from "./sealing"

/** One kind of what is kept sealed: a pair of texts for each account. */
export interface Vault {
  table: "walmart_account_key" | "walmart_webhook_secret"
  /** Place of each text, for which it is sealed: sealed for one, it cannot be opened at the other. */
  places: Record<"client_id" | "client_secret", string>
  /** What is said when an account's pair cannot be opened. */
  unreadable: (accountId: string, why: SealError["why"]) => Phrase[]
}

/** What opens an account at Walmart. */
export const ACCOUNT_KEYS: Vault = {
  table: "walmart_account_key",
  places: { client_id: "client_id", client_secret: "client_secret" },
  unreadable: (account, why) => unreadable(account, why, ""),
}

/** What Walmart proves an account's events by. */
export const WEBHOOK_SECRETS: Vault = {
  table: "walmart_webhook_secret",
  places: { client_id: "webhook_name", client_secret: "webhook_secret" },
  unreadable: (account, why) => unreadable(account, why, "_webhook"),
}

function unreadable(account: string, why: SealError["why"], what: "" | "_webhook"): Phrase[] {
  return [
    phrase("keys_unreadable", `message${what}`, { account }),
    phrase("keys_unreadable", `message_${why}`, {}),
    phrase("keys_unreadable", `remedy${what}`, {}),
  ]
}
