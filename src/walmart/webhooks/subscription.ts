import type { EventType, Subscription } from "../api/schemas/webhook-schema"
import type { SubscriptionOrder } from "../api/webhooks"
import { type Phrase, phrase } from "../words/phrase"
import type { WebhookAuth } from "./authenticity"
import { isAboutReturns, OLD_TYPES, ORDER_UPDATES } from "./event"

/** Where Walmart delivers an account's events. */
export interface Destination {
  /** Public address of the store's server, such as `https://api.shop.example`. */
  url: string
  accountId: string
}

/** Path at which the store receives an account's events. */
export function webhookPath(accountId: string): string {
  return `/walmart/webhooks/${accountId}`
}

/** Address at which the store receives an account's events. */
export function webhookUrl({ url, accountId }: Destination): string {
  return url.replace(/\/+$/, "") + webhookPath(accountId)
}

/** How Walmart shall authenticate itself, in Walmart's words (docs/walmart-api.md, "Webhooks"). */
export function authDetails(auth: WebhookAuth, eventUrl: string): Record<string, string> {
  const { header: authHeaderName } = auth
  switch (auth.auth) {
    case "hmac":
      return { authMethod: "HMAC", authHeaderName, clientSecret: auth.secret }
    case "basic": {
      const { userName, password } = auth
      return { authMethod: "BASIC_AUTH", authHeaderName, userName, password }
    }
    case "oauth": {
      const { clientId, clientSecret } = auth
      const authUrl = `${eventUrl}/token`
      return { authMethod: "OAUTH", authHeaderName, authUrl, clientId, clientSecret }
    }
  }
}

/** The type to subscribe to, by what Walmart offers; null when it does not offer updates of orders. */
export function orderUpdates(offered: EventType[]): EventType | null {
  return newestOf(offered, ORDER_UPDATES)
}

/** The types about returns that Walmart offers, each in its newest version. */
export function returnEvents(offered: EventType[]): EventType[] {
  const names = new Set(offered.map(({ eventType }) => eventType).filter(isAboutReturns))
  return [...names].flatMap((name) => newestOf(offered, name) ?? [])
}

function newestOf(offered: EventType[], name: string): EventType | null {
  const found = offered.filter(({ eventType }) => eventType === name)
  const newestFirst = (a: EventType, b: EventType) =>
    b.eventVersion.localeCompare(a.eventVersion, "en", { numeric: true })
  return found.sort(newestFirst)[0] ?? null
}

/** What to ask of Walmart for an account. */
export function subscriptionOrder(
  { eventType, eventVersion, resourceName }: EventType,
  eventUrl: string,
  auth: WebhookAuth
): SubscriptionOrder {
  const headers = { "content-type": "application/json" }
  const details = authDetails(auth, eventUrl)
  return { eventType, eventVersion, resourceName, eventUrl, authDetails: details, headers }
}

/** The subscription that this store has already, to be renewed instead of doubled. */
export function ownSubscription(
  known: Subscription[],
  { eventType, eventUrl }: Pick<SubscriptionOrder, "eventType" | "eventUrl">
): Subscription | null {
  const isOurs = (one: Subscription) => one.eventType === eventType && one.eventUrl === eventUrl
  return known.find(isOurs) ?? null
}

/** What is wrong with a subscription, with what to do; null when nothing is. */
export function subscriptionWarning({ eventType, status }: Subscription): Phrase[] | null {
  if (OLD_TYPES.includes(eventType)) {
    const about = { type: eventType, successor: ORDER_UPDATES }
    return [phrase("webhook_subscription", "message_old", about)]
  }
  return status === "ACTIVE" ? null : [phrase("webhook_subscription", "message_inactive", {})]
}
