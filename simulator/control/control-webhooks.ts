import { randomUUID } from "node:crypto"
import type { World } from "../state/state"
import { count, fields, oneOf, optionalText, text, type Fields } from "../wire/body"
import { badContent } from "../wire/errors"
import {
  deliver,
  orderEvent,
  SUB_EVENT_TYPES,
  subscriptionsTo,
  type Target,
} from "../webhooks/webhook-delivery"
import { isAddress, parseAuth } from "../webhooks/webhooks"
import { time } from "./simulations"

const OPTIONAL = ["subscriptionId", "url", "authDetails", "eventId", "repeat", "at"]

/**
 * `POST /__control/webhooks/deliver`: sends an ORDER_UPDATES event as often as `repeat` says, with one event id, and answers the
 * statuses. `at` is the event's time, for events that come late; the order need not exist. Without `subscriptionId` and `url` it
 * goes to every ACTIVE subscription of the order's seller.
 */
export async function deliverWebhook(world: World, body: unknown): Promise<unknown> {
  const spec = fields(body, "deliver", ["purchaseOrderId", "subEventType"], OPTIONAL)
  const facts = {
    subEventType: oneOf(spec.subEventType, SUB_EVENT_TYPES, "subEventType"),
    purchaseOrderId: text(spec.purchaseOrderId, "purchaseOrderId"),
    eventId: optionalText(spec.eventId, "eventId") ?? randomUUID(),
    at: time(spec.at, "at") ?? world.clock.now(),
  }
  const repeat = count(spec.repeat, "repeat", 1)
  const event = orderEvent(world, facts)
  const statuses: number[] = []
  for (const target of targetsOf(world, spec, facts.purchaseOrderId)) {
    for (let times = 0; times < repeat; times++) {
      statuses.push(await deliver(world, target, facts, event))
    }
  }
  return { eventId: facts.eventId, statuses }
}

function targetsOf(world: World, spec: Fields, purchaseOrderId: string): Target[] {
  const url = optionalText(spec.url, "url")
  if (url !== undefined) {
    if (!isAddress(url)) throw badContent(`url: "${url}" is not an address`)
    return [{ eventUrl: url, authDetails: parseAuth(spec.authDetails), headers: {} }]
  }
  const id = optionalText(spec.subscriptionId, "subscriptionId")
  if (id === undefined) {
    const { sellerId } = world.findOrder(purchaseOrderId).current
    return subscriptionsTo(world.seller(sellerId), "ORDER_UPDATES")
  }
  const known = world.allSellers().flatMap(({ subscriptions }) => subscriptions.get(id) ?? [])
  if (known.length === 0) throw badContent(`There is no subscription ${id}`)
  return known
}
