import type { KeyPair } from "./key-pair"
import type { ParsedAccount } from "./options-schema"

/** An account that has its keys. */
export type ConnectedAccount = ParsedAccount & KeyPair

/** Whether an account has both keys. */
export function isConnected(account: ParsedAccount): account is ConnectedAccount {
  return Boolean(account.clientId && account.clientSecret)
}
