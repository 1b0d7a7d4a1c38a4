import type { Answer } from "../wire/http"
import { refusal, type Refusal } from "../wire/errors"
import type { Endpoint } from "../state/rate-limit"
import type { Credential, Seller, StoredOrder, Token, World } from "../state/state"
import type { Order } from "../state/order"
import type { Market } from "../wire/markets"
import type { Scope } from "./auth"

/** A call the gateway has let through. */
export interface Call {
  world: World
  seller: Seller
  credential: Credential
  market: Market
  /** null only for `POST /v3/token` */
  token: Token | null
  query: URLSearchParams
  /** parsed JSON, form parameters for the token, the parts of a feed, undefined without a body */
  body: unknown
  /** what the path names: a purchase order, a return order or a subscription */
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
  /** where the call is offered; in every market when absent */
  markets?: readonly Market[]
  handler: Handler
}

/** The order as this call may see it. */
export function visible(call: Call, stored: StoredOrder): Order {
  return (call.isStale && stored.previous) || stored.current
}

/** The order that the path names; 404 when it is unknown, another seller's or another market's (rule R11). */
export function ownOrder(call: Call): StoredOrder {
  const stored = call.world.findOrder(call.pathId, call.seller.sellerId)
  if (stored.current.market === call.market) return stored
  throw unknownOrder(call.pathId)
}

function unknownOrder(purchaseOrderId: string): Refusal {
  const text = `Requested content could not be found: purchase order ${purchaseOrderId}`
  return refusal(404, "order", "CONTENT_NOT_FOUND", text, "purchaseOrderId")
}

/** Refuses query parameters other than the given ones. */
export function allowQuery(call: Call, ...names: string[]): void {
  for (const name of call.query.keys()) {
    if (names.includes(name)) continue
    const text = `${name} is not a parameter of this call`
    throw refusal(400, "gateway", "INVALID_REQUEST_PARAM", text, name)
  }
}
