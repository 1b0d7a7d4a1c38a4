import type { Answer } from "../wire/http"
import { refusal } from "../wire/errors"
import type { Endpoint } from "../state/rate-limit"
import type { Credential, Seller, StoredOrder, Token, World } from "../state/state"
import type { Order } from "../state/order"
import type { Scope } from "./auth"

/** A call the gateway has let through. */
export interface Call {
  world: World
  seller: Seller
  credential: Credential
  /** null only for `POST /v3/token` */
  token: Token | null
  query: URLSearchParams
  /** parsed JSON, form parameters for the token, the parts of a feed, undefined without a body */
  body: unknown
  /** what the path names: a purchase order or a subscription */
  pathId: string
  /** reads answer with the state before the last write (fault `stale_read`) */
  isStale: boolean
}

/** Answers a call; refuses by throwing a Refusal. */
export type Handler = (call: Call) => Answer | Promise<Answer>

/** One endpoint. `bucket` is the rate limit it draws from; `body` what it takes; `query` parameters without which it is another endpoint. */
export interface Route {
  method: string
  pattern: RegExp
  endpoint: Endpoint
  bucket: string
  scope: Scope | null
  body: "none" | "json" | "form" | "multipart"
  query: Record<string, string>
  handler: Handler
}

/** The order as this call may see it. */
export function visible(call: Call, stored: StoredOrder): Order {
  return (call.isStale && stored.previous) || stored.current
}

/** Refuses query parameters other than the given ones. */
export function allowQuery(call: Call, ...names: string[]): void {
  for (const name of call.query.keys()) {
    if (names.includes(name)) continue
    const text = `${name} is not a parameter of this call`
    throw refusal(400, "gateway", "INVALID_REQUEST_PARAM", text, name)
  }
}
