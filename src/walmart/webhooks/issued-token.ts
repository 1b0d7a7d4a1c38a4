import { createHmac } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import { jsonOf } from "../api/errors/redact"
import { isSameSecret } from "./same-secret"

/** Seconds for which Walmart may use one token of ours. */
export const TOKEN_SECONDS = 900

/** What a token is signed for. The clocks of a store's servers may differ a little. */
const SKEW_MS = 60_000

/** Whom a token is for. */
export interface TokenOwner {
  accountId: string
  clientId: string
  clientSecret: string
}

const claims = z.object({ account: z.string(), until: z.number() })

/**
 * A token that Walmart sends along with each event. It is signed and kept nowhere, so that every server of the store accepts what
 * another one has handed out, and none after the secret was changed.
 * @param now epoch milliseconds
 */
export function issueToken(owner: TokenOwner, now: number): string {
  const content = JSON.stringify({ account: owner.accountId, until: now + TOKEN_SECONDS * 1_000 })
  const body = Buffer.from(content).toString("base64url")
  return `${body}.${signatureOf(owner, body)}`
}

/** Whether a token is one of ours for this account and not yet over. @param now epoch milliseconds */
export function isTokenOf(owner: TokenOwner, token: string, now: number): boolean {
  const [body = "", signature = ""] = token.split(".")
  if (!isSameSecret(signature, signatureOf(owner, body))) return false
  const content = jsonOf(Buffer.from(body, "base64url").toString("utf8"))
  const { data } = claims.safeParse(content)
  return data?.account === owner.accountId && now <= data.until + SKEW_MS
}

/** Signed with a key made of the secret, not with the secret, which Walmart holds for another purpose. */
function signatureOf({ accountId, clientId, clientSecret }: TokenOwner, body: string): string {
  const purpose = JSON.stringify(["walmart webhook token", accountId, clientId])
  const key = createHmac("sha256", clientSecret).update(purpose).digest()
  return createHmac("sha256", key).update(body).digest("base64url")
}
