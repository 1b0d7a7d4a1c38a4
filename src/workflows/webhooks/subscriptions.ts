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
import { notAllowed } from "../shared/refusals"

/** Where an account's events are delivered: an address, or why there is none. */
export interface WebhookAddress {
  /** The path alone when the options do not name the server's address. */
  url: string
  /** Why nothing can be subscribed to, with what to do; null when it can. */
  obstacle: string | null
}

/** Where an account's events are delivered. @throws MedusaError NOT_FOUND when the options have no such account */
export function webhookAddress(walmart: WalmartModuleService, accountId: string): WebhookAddress {
  const { market, webhooks } = walmart.account(accountId)
  const receiver = walmart.webhooks.receiver(accountId)
  const path = webhookPath(accountId)
  if (market !== "us") {
    return { url: path, obstacle: "Walmart has webhooks in the US only; polling does the work." }
  }
  if (!receiver)
    return { url: path, obstacle: webhooks ? NO_SECRET(accountId) : NOT_SET(accountId) }
  if (receiver.url === null) return { url: path, obstacle: NO_URL(accountId) }
  return { url: webhookUrl({ url: receiver.url, accountId }), obstacle: null }
}

const NOT_SET = (id: string) =>
  `The plugin's options have no \`webhooks\` for account "${id}". Add them with \`auth\` and a secret in medusa-config and restart.`

const NO_SECRET = (id: string) =>
  `The webhooks of account "${id}" have no secret yet. Set one in Settings → Walmart → Keys, then subscribe.`

const NO_URL = (id: string) =>
  `The plugin's options do not say at which address Walmart reaches this server. Set \`webhooks.url\` of account "${id}" in medusa-config, such as https://api.shop.example, and restart.`

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
  if (obstacle !== null || !receiver) throw notAllowed(obstacle ?? NOT_SET(accountId))
  const client = walmart.client(accountId)
  const offered = await client.webhooks.eventTypes()
  const type = orderUpdates(offered)
  const orderFor = (one: EventType) => subscriptionOrder(one, url, receiver.auth)
  if (type) return { client, order: orderFor(type), returns: returnEvents(offered).map(orderFor) }
  throw notAllowed(
    `Walmart offers account "${accountId}" no events about orders (ORDER_UPDATES). Give its key access to orders and notifications in Walmart's developer portal, then try again.`
  )
}
