import { createHmac, randomUUID } from "node:crypto"
import type { Order } from "../state/order"
import type { ReturnOrder } from "../state/return-order"
import type { Seller, Subscription, World } from "../state/state"
import { bearerOf } from "./oauth"
import { post } from "./post"

/** What an ORDER_UPDATES event can be about (AE-hooks). */
export const SUB_EVENT_TYPES = [
  "PO_CREATED",
  "PO_LINE_AUTOCANCELLED",
  "INTENT_TO_CANCEL",
  "FRAUD_CANCEL",
] as const

/** One of {@link SUB_EVENT_TYPES}. */
export type SubEventType = (typeof SUB_EVENT_TYPES)[number]

/** Where an event goes and how it is authenticated. */
export type Target = Pick<Subscription, "eventUrl" | "authDetails" | "headers">

/** An event before it is sent; `at` in epoch milliseconds. */
export interface EventFacts {
  subEventType: string
  purchaseOrderId: string
  eventId: string
  at: number
}

/** Sends an event to every ACTIVE subscription of the order's seller, without waiting (rule H2). */
export function emitOrderUpdate(world: World, order: Order, subEventType: SubEventType): void {
  const { purchaseOrderId } = order
  for (const subscription of subscriptionsTo(world.seller(order.sellerId), "ORDER_UPDATES")) {
    const facts = { subEventType, purchaseOrderId, eventId: randomUUID(), at: world.clock.now() }
    void deliver(world, subscription, facts, orderEvent(world, facts))
  }
}

/** Announces a listing that has run out; the payload's fields are INF, no source shows them. */
export function emitOutOfStock(
  world: World,
  seller: Seller,
  listing: { sku: string; shipNode: string }
): void {
  for (const subscription of subscriptionsTo(seller, "INVENTORY_OOS")) {
    const at = world.clock.now()
    const facts = { subEventType: "", purchaseOrderId: "", eventId: randomUUID(), at }
    const payload = { partnerId: seller.sellerId, ...listing }
    void deliver(world, subscription, facts, { source: sourceOf("INVENTORY_OOS", facts), payload })
  }
}

/** Announces a return that a customer has started; the payload's fields are INF, no source shows them (rule H7). */
export function emitReturnCreated(
  world: World,
  { sellerId, returnOrderId, customerOrderId }: ReturnOrder
): void {
  for (const subscription of subscriptionsTo(world.seller(sellerId), "RETURN_CREATED")) {
    const at = world.clock.now()
    const facts = { subEventType: "", purchaseOrderId: "", eventId: randomUUID(), at }
    const payload = { returnOrderId, customerOrderId }
    void deliver(world, subscription, facts, { source: sourceOf("RETURN_CREATED", facts), payload })
  }
}

/** The ACTIVE subscriptions of a seller to an event type. */
export function subscriptionsTo(seller: Seller, eventType: string): Subscription[] {
  return [...seller.subscriptions.values()].filter(
    (subscription) => subscription.status === "ACTIVE" && subscription.eventType === eventType
  )
}

/** Delivers an event, again while it is not taken and attempts are left (option `webhookAttempts`); answers the last status. */
export async function deliver(
  world: World,
  target: Target,
  facts: EventFacts,
  event: unknown
): Promise<number> {
  const { subEventType, purchaseOrderId, eventId } = facts
  let status = 0
  for (let attempt = 1; attempt <= world.options.webhookAttempts; attempt++) {
    const about = { subEventType, purchaseOrderId, eventId }
    const delivery = { at: world.clock.now(), url: target.eventUrl, ...about, status: 0 }
    world.deliveries.push(delivery)
    status = await postEvent(world, target, JSON.stringify(event))
    delivery.status = status
    if (status >= 200 && status < 300) break
  }
  return status
}

/** Posts a raw body with the target's authentication (rules H3, H5); answers the HTTP status, 0 when there was none. */
export async function postEvent(world: World, target: Target, body: string): Promise<number> {
  const auth = await authHeader(world, target.authDetails, body)
  if (!auth) return 0
  const headers = { ...target.headers, "content-type": "application/json", ...auth }
  return (await post(target.eventUrl, headers, body)).status
}

/** An ORDER_UPDATES event as it is sent. */
export function orderEvent(world: World, facts: EventFacts) {
  const { subEventType, purchaseOrderId } = facts
  const where = world.options.subEventTypeAtPayload ? { subEventType } : { meta: { subEventType } }
  return {
    source: sourceOf("ORDER_UPDATES", facts),
    payload: { ...where, order: { purchaseOrderId } },
  }
}

function sourceOf(eventType: string, { eventId, at }: EventFacts) {
  return { eventType, eventTime: new Date(at).toISOString(), eventId, eventFilters: null }
}

/** The header that authenticates a body; null when OAUTH got no token. */
async function authHeader(
  world: World,
  auth: Subscription["authDetails"],
  body: string
): Promise<Record<string, string> | null> {
  const { options } = world
  switch (auth.authMethod) {
    case "HMAC": {
      const signature = createHmac("sha256", auth.clientSecret).update(body)
      return { [auth.authHeaderName]: signature.digest(options.hmacEncoding) }
    }
    case "BASIC_AUTH": {
      const encoded = Buffer.from(`${auth.userName}:${auth.password}`).toString("base64")
      return { [auth.authHeaderName]: options.basicPrefix ? `Basic ${encoded}` : encoded }
    }
    case "OAUTH": {
      const bearer = await bearerOf(world, auth)
      return bearer === null ? null : { [auth.authHeaderName]: bearer }
    }
    default:
      return {}
  }
}
