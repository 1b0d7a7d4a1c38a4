import type { WalmartClient } from "../../walmart/api/client"
import type { EventType } from "../../walmart/api/schemas/webhook-schema"
import type { SubscriptionOrder } from "../../walmart/api/webhooks"
import type WalmartModuleService from "../../modules/walmart/service"
import {
  orderUpdates,
  returnEvents,
  subscriptionOrder,
  webhookPath,
  webhookUrl,
} from "../../walmart/webhooks/subscription"
import { type Phrase, phrase } from "../../walmart/words/phrase"
import { notAllowed } from "../shared/refusals"

/** Where an account's events are delivered: an address, or why there is none. */
export interface WebhookAddress {
  /** The path alone when the options do not name the server's address. */
  url: string
  /** Why nothing can be subscribed to, with what to do; null when it can. */
  obstacle: Phrase[] | null
}

/** Where an account's events are delivered. @throws MedusaError NOT_FOUND when the options have no such account */
export function webhookAddress(walmart: WalmartModuleService, accountId: string): WebhookAddress {
  const { market, webhooks } = walmart.account(accountId)
  const receiver = walmart.webhooks.receiver(accountId)
  const path = webhookPath(accountId)
  const without = (why: Obstacle) => ({ url: path, obstacle: [obstacleOf(why, accountId)] })
  if (market !== "us") return without("market")
  if (!receiver) return without(webhooks ? "secret" : "unset")
  if (receiver.url === null) return without("url")
  return { url: webhookUrl({ url: receiver.url, accountId }), obstacle: null }
}

type Obstacle = "market" | "unset" | "secret" | "url" | "offer"

function obstacleOf(why: Obstacle, account: string): Phrase {
  return phrase("webhooks_unavailable", `message_${why}`, { account })
}

/** What to ask of Walmart for an account. */
export interface WantedEvents {
  client: WalmartClient
  /** Events about orders. */
  order: SubscriptionOrder
  /** Events about returns; none where Walmart offers none. */
  returns: SubscriptionOrder[]
}

/**
 * What to ask of Walmart for an account, by the types that Walmart offers now.
 * @throws MedusaError NOT_ALLOWED with what to do when nothing can be subscribed to; WalmartError when Walmart cannot be asked
 */
export async function wantedEvents(
  walmart: WalmartModuleService,
  accountId: string
): Promise<WantedEvents> {
  const { url, obstacle } = webhookAddress(walmart, accountId)
  const receiver = walmart.webhooks.receiver(accountId)
  if (obstacle !== null || !receiver) throw notAllowed(obstacle ?? [obstacleOf("unset", accountId)])
  const client = walmart.client(accountId)
  const offered = await client.webhooks.eventTypes()
  const type = orderUpdates(offered)
  const orderFor = (one: EventType) => subscriptionOrder(one, url, receiver.auth)
  if (type) return { client, order: orderFor(type), returns: returnEvents(offered).map(orderFor) }
  throw notAllowed([obstacleOf("offer", accountId)])
}
