import { type Phrase, phrase } from "../../../walmart/words/phrase"
import type { ConnectedAccount } from "./connected-account"
import type { KeyPair } from "./key-pair"
import { byConnection, type WalmartOptions } from "./options"

/** What to do where no `keysSecret` is set. */
export const NO_SECRET: Phrase[] = [phrase("keys_off", "message", {})]

/**
 * Options whose accounts have the keys that are in force at the moment they are looked at: those that were set in the settings, else
 * the options' own.
 * @param inForce the same map as long as nothing was changed
 */
export function withStoredKeys(
  options: WalmartOptions,
  inForce: () => ReadonlyMap<string, KeyPair>
): WalmartOptions {
  let known = inForce()
  let accounts = byConnection(options.configured, known)
  const now = () => {
    if (known !== inForce()) {
      known = inForce()
      accounts = byConnection(options.configured, known)
    }
    return accounts
  }
  return {
    ...options,
    get accounts(): ConnectedAccount[] {
      return now().accounts
    },
    get unconnected() {
      return now().unconnected
    },
  }
}
