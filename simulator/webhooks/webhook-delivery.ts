import { createHmac, randomUUID } from "node:crypto"
import { request as httpRequest } from "node:http"
import { request as httpsRequest } from "node:https"
import type { Options } from "../state/options"
import type { Order } from "../state/order"
import type { Subscription, World } from "../state/state"

const DELIVERY_TIMEOUT_MS = 5000

/** What an ORDER_UPDATES event can be about (AE-hooks). */
export const SUB_EVENT_TYPES = [
  "PO_CREATED",
  "PO_LINE_AUTOCANCELLED",
  "INTENT_TO_CANCEL",
  "FRAUD_CANCEL",
] as const

/** One of {@link SUB_EVENT_TYPES}. */
export type SubEventType = (typeof SUB_EVENT_TYPES)[number]

/** Sends an event to every ACTIVE subscription of the order's seller, without waiting (rule H2). */
export function emitOrderUpdate(world: World, order: Order, subEventType: SubEventType): void {
  const { purchaseOrderId } = order
  for (const subscription of world.seller(order.sellerId).subscriptions.values()) {
    const isWanted = subscription.status === "ACTIVE" && subscription.eventType === "ORDER_UPDATES"
    if (!isWanted) continue
    const eventId = randomUUID()
    const event = orderEvent(world, purchaseOrderId, subEventType, eventId)
    const delivery = {
      at: world.clock.now(),
      url: subscription.eventUrl,
      subEventType,
      purchaseOrderId,
      eventId,
      status: 0,
    }
    world.deliveries.push(delivery)
    void postEvent(subscription, JSON.stringify(event), world.options).then((status) => {
      delivery.status = status
    })
  }
}

/** Posts a raw body with the subscription's authentication (rule H3); answers the HTTP status, 0 when there was none. */
export function postEvent(
  subscription: Pick<Subscription, "eventUrl" | "authDetails" | "headers">,
  body: string,
  options: Options
): Promise<number> {
  const url = new URL(subscription.eventUrl)
  const open = url.protocol === "https:" ? httpsRequest : httpRequest
  const headers = {
    ...subscription.headers,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    ...authHeader(subscription.authDetails, body, options),
  }
  return new Promise((resolve) => {
    const call = open(url, { method: "POST", headers, timeout: DELIVERY_TIMEOUT_MS, agent: false })
    call.on("timeout", () => call.destroy())
    call.on("error", () => resolve(0))
    call.on("response", (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    call.end(body)
  })
}

function authHeader(
  auth: Subscription["authDetails"],
  body: string,
  options: Options
): Record<string, string> {
  switch (auth.authMethod) {
    case "HMAC": {
      const signature = createHmac("sha256", auth.clientSecret).update(body)
      return { [auth.authHeaderName]: signature.digest(options.hmacEncoding) }
    }
    case "BASIC_AUTH": {
      const encoded = Buffer.from(`${auth.userName}:${auth.password}`).toString("base64")
      return { [auth.authHeaderName]: options.basicPrefix ? `Basic ${encoded}` : encoded }
    }
    default:
      return {}
  }
}

function orderEvent(
  world: World,
  purchaseOrderId: string,
  subEventType: SubEventType,
  eventId: string
) {
  const where = world.options.subEventTypeAtPayload ? { subEventType } : { meta: { subEventType } }
  return {
    source: {
      eventType: "ORDER_UPDATES",
      eventTime: new Date(world.clock.now()).toISOString(),
      eventId,
      eventFilters: null,
    },
    payload: { ...where, order: { purchaseOrderId } },
  }
}
