import { createHash } from "node:crypto"
import type { ConnectedAccount } from "./connected-account"

const PRODUCTION = "https://marketplace.walmartapis.com"
const SANDBOX = "https://sandbox.walmartapis.com"

/** What distinguishes one seller from another. */
export type SellerKeys = Pick<ConnectedAccount, "clientId" | "baseUrl" | "sandbox">

/** Where an account's calls go. */
export function baseUrlOf({ baseUrl, sandbox }: Pick<SellerKeys, "baseUrl" | "sandbox">): string {
  return baseUrl ?? (sandbox ? SANDBOX : PRODUCTION)
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
export function twinText(accountId: string, otherId: string): string {
  return `These keys are those of the account "${otherId}". With them at "${accountId}" too each order would be imported twice, so they were not saved. Take the key pair of the other seller.`
}
