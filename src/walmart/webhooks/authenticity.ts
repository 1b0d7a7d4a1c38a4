import { createHmac } from "node:crypto"
import { isTokenOf } from "./issued-token"
import { isSameSecret } from "./same-secret"

/** How Walmart proves that an event is its own (docs/walmart-api.md, "Webhooks"). */
export type WebhookAuth =
  | { auth: "hmac"; header: string; secret: string }
  | { auth: "basic"; header: string; userName: string; password: string }
  | { auth: "oauth"; header: string; clientId: string; clientSecret: string }

/** One request as it arrived. */
export interface Delivery {
  accountId: string
  /** Value of the header that the account's settings name. */
  header: string | undefined
  /** The body byte by byte. */
  body: Buffer
}

/** Whether a request comes from who knows the account's webhook secret. @param now epoch milliseconds */
export function isAuthentic(auth: WebhookAuth, delivery: Delivery, now: number): boolean {
  const given = delivery.header?.trim()
  if (!given) return false
  switch (auth.auth) {
    case "hmac":
      return isSignature(given, createHmac("sha256", auth.secret).update(delivery.body).digest())
    case "basic":
      return isPair(given, auth.userName, auth.password)
    case "oauth":
      return isTokenOf({ ...auth, accountId: delivery.accountId }, given.replace(BEARER, ""), now)
  }
}

const BEARER = /^Bearer\s+/i

/** Whether a request for a token has the client's id and secret. */
export function isClient(
  { clientId, clientSecret }: Extract<WebhookAuth, { auth: "oauth" }>,
  header: string | undefined
): boolean {
  return header !== undefined && isPair(header.trim(), clientId, clientSecret)
}

/** Walmart does not say whether it sends the signature in hexadecimal digits or in base 64, and whether the algorithm stands before it. */
function isSignature(header: string, expected: Buffer): boolean {
  const given = header.replace(/^(?:hmac-?)?sha-?256\s*[=:]\s*/i, "")
  const isHex = /^[0-9a-f]{64}$/i.test(given)
  return isSameSecret(Buffer.from(given, isHex ? "hex" : "base64"), expected)
}

/** Walmart does not say whether the word "Basic" stands before the pair. */
function isPair(given: string, name: string, secret: string): boolean {
  const expected = Buffer.from(`${name}:${secret}`).toString("base64")
  return isSameSecret(given.replace(/^Basic\s+/i, ""), expected)
}
