import { createHash } from "node:crypto"
import type { ConnectedAccount } from "./connected-account"
import { type Phrase, phrases } from "../../../walmart/words/phrase"

const PRODUCTION = "https://marketplace.walmartapis.com"
const SANDBOX = "https://sandbox.walmartapis.com"

/** What distinguishes one seller from another. */
export type SellerKeys = Pick<ConnectedAccount, "clientId" | "baseUrl" | "sandbox">

/** Where an account's calls go. */
export function baseUrlOf({ baseUrl, sandbox }: Pick<SellerKeys, "baseUrl" | "sandbox">): string {
  return baseUrl ?? (sandbox ? SANDBOX : PRODUCTION)
}

/** Why Walmart's production and its sandbox are both named by an account, so that its calls would reach one as if it were the other. */
export function hostFaults({
  baseUrl,
  sandbox,
}: Pick<SellerKeys, "baseUrl" | "sandbox">): string[] {
  const origin = baseUrl && new URL(baseUrl).origin
  if (sandbox && origin === PRODUCTION)
    return ["sandbox: is true, but baseUrl is Walmart's production, leave one of them out"]
  if (!sandbox && origin === SANDBOX)
    return ["baseUrl: is Walmart's sandbox, write sandbox: true instead"]
  return []
}

/**
 * Fingerprint of the seller behind an account's keys: the same for the same client id at the same host, whatever the account is
 * called. The client id cannot be had back from it.
 */
export function sellerOf(keys: SellerKeys): string {
  const { host } = new URL(baseUrlOf(keys))
  const seller = `${host}\n${keys.clientId.trim().toLowerCase()}`
  return createHash("sha256").update(`walmart seller\n${seller}`).digest("hex")
}

/** What to say of keys that are another account's. */
export function twinWords(account: string, twin: string): Phrase[] {
  return phrases("keys_refused", { account, twin }, "twin")
}
