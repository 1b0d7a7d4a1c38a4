import { fields, isRecord, list, oneOf, ownValue, text } from "../wire/body"
import { allowQuery, type Call } from "../gateway/call"
import { refusal } from "../wire/errors"
import type { Answer } from "../wire/http"
import type { Subscription } from "../state/state"
import { postEvent } from "./webhook-delivery"

/** Event types on offer and the resource each belongs to (OAS-notifications, AE-hooks). */
const EVENT_TYPES = [
  ["ORDER_UPDATES", "ORDER"],
  ["RETURN_CREATED", "RETURNS"],
  ["INVENTORY_OOS", "INVENTORY"],
  ["BUY_BOX_CHANGED", "PRICE"],
  ["REPORT_STATUS", "REPORTS"],
] as const

const EVENT_FIELDS = ["eventType", "eventVersion", "resourceName", "eventUrl"]
const AUTH_FIELDS: Record<string, string[]> = {
  HMAC: ["authMethod", "authHeaderName", "clientSecret"],
  BASIC_AUTH: ["authMethod", "authHeaderName", "userName", "password"],
  OAUTH: ["authMethod", "authHeaderName", "authUrl", "clientId", "clientSecret"],
}

/** `GET /v3/webhooks/eventTypes` */
export function listEventTypes(call: Call): Answer {
  allowQuery(call)
  const eventTypes = EVENT_TYPES.map(([eventType, resourceName]) => ({
    resourceName,
    eventType,
    eventVersion: "V1",
    description: eventType,
  }))
  return { status: 200, body: { eventTypes } }
}

/** `GET /v3/webhooks/subscriptions` */
export function listSubscriptions(call: Call): Answer {
  const filters = ["subscriptionId", "eventType", "resourceName", "status"] as const
  allowQuery(call, ...filters)
  const found = [...call.seller.subscriptions.values()].filter((subscription) =>
    filters.every((name) => [null, subscription[name]].includes(call.query.get(name)))
  )
  return { status: 200, body: { events: [{ event: found.map((one) => render(call, one)) }] } }
}

/** `POST /v3/webhooks/subscriptions` */
export function createSubscriptions(call: Call): Answer {
  allowQuery(call)
  const { events } = fields(call.body, "body", ["events"])
  const parsed = list(events, "events").map(parseSubscription)
  for (const subscription of parsed) save(call, subscription)
  return { status: 200, body: { event: parsed.map((one) => render(call, one)) } }
}

/** `PATCH /v3/webhooks/subscriptions/{subscriptionId}` */
export function updateSubscription(call: Call): Answer {
  allowQuery(call)
  const known = find(call)
  const { subscriptionId, ...current } = known
  const change = fields(
    call.body,
    "body",
    [],
    [...EVENT_FIELDS, "authDetails", "headers", "status"]
  )
  const { authDetails, ...rest } = current
  const auth = Object.keys(authDetails).length > 0 ? { authDetails } : {}
  const updated = parseSubscription({ ...rest, ...auth, ...change })
  save(call, { ...updated, subscriptionId })
  return { status: 200, body: { event: [render(call, { ...updated, subscriptionId })] } }
}

/** `DELETE /v3/webhooks/subscriptions/{subscriptionId}` */
export function deleteSubscription(call: Call): Answer {
  allowQuery(call)
  const { subscriptionId } = find(call)
  call.seller.subscriptions.delete(subscriptionId)
  return { status: 200, body: { subscriptionId, message: "Subscription deleted successfully" } }
}

/** `POST /v3/webhooks/test` (rule H4) */
export async function testWebhook(call: Call): Promise<Answer> {
  allowQuery(call)
  const body = fields(call.body, "body", EVENT_FIELDS, ["authDetails", "headers"])
  const subscription = parseSubscription({ ...body, status: "ACTIVE" })
  const sample = JSON.stringify({ source: { eventType: subscription.eventType }, payload: {} })
  const status = await postEvent(call.world, subscription, sample)
  if (status >= 200 && status < 300) {
    return { status: 200, body: { message: "Eventurl successfully validated" } }
  }
  throw bad(`eventUrl answered ${status || "nothing"}`, "eventUrl")
}

function parseSubscription(value: unknown): Subscription {
  const required = [...EVENT_FIELDS, "status"]
  const event = fields(value, "event", required, ["authDetails", "headers"])
  const eventType = text(event.eventType, "eventType")
  const offered = EVENT_TYPES.find(([name]) => name === eventType)
  if (!offered) throw bad(`eventType: "${eventType}" is not offered`, "eventType")
  const eventUrl = text(event.eventUrl, "eventUrl")
  if (!isAddress(eventUrl)) {
    throw bad(`eventUrl: "${eventUrl}" is not an address`, "eventUrl")
  }
  return {
    subscriptionId: "",
    eventType,
    eventVersion: oneOf(event.eventVersion, ["V1"], "eventVersion"),
    resourceName: oneOf(event.resourceName, [offered[1]], "resourceName"),
    eventUrl,
    status: oneOf(event.status, ["ACTIVE", "INACTIVE"], "status"),
    authDetails: parseAuth(event.authDetails),
    headers: strings(event.headers, "headers"),
  }
}

/** The authentication of a subscription; refuses one that is incomplete, and another field. */
export function parseAuth(value: unknown): Record<string, string> {
  const auth = strings(value, "authDetails")
  if (Object.keys(auth).length === 0) return auth
  const expected = ownValue(AUTH_FIELDS, auth.authMethod ?? "")
  if (!expected) {
    throw bad(`authMethod: "${auth.authMethod}" is not one the simulator delivers`, "authMethod")
  }
  fields(auth, "authDetails", expected)
  const { authUrl } = auth
  if (authUrl !== undefined && !isAddress(authUrl)) {
    throw bad(`authUrl: "${authUrl}" is not an address`, "authUrl")
  }
  return auth
}

/** True for a whole http or https address. */
export function isAddress(value: string): boolean {
  return /^https?:\/\/\S+$/.test(value) && URL.canParse(value)
}

function strings(value: unknown, where: string): Record<string, string> {
  if (value === undefined) return {}
  if (!isRecord(value)) throw bad(`${where} must be an object`, where)
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, text(one, name)]))
}

function save(call: Call, subscription: Subscription): void {
  subscription.subscriptionId ||= `sub-${call.world.nextSerial()}`
  call.seller.subscriptions.set(subscription.subscriptionId, subscription)
}

function find(call: Call): Subscription {
  const known = call.seller.subscriptions.get(call.pathId)
  if (known) return known
  const text = `There is no subscription ${call.pathId}`
  throw refusal(404, "notification", "CONTENT_NOT_FOUND", text, "subscriptionId")
}

/** What is told about a subscription: never its secrets. */
function render(call: Call, subscription: Subscription) {
  const { subscriptionId, eventType, eventVersion, resourceName, eventUrl, status } = subscription
  const partnerId = call.seller.sellerId
  return { subscriptionId, eventType, eventVersion, resourceName, eventUrl, status, partnerId }
}

function bad(description: string, field: string) {
  return refusal(400, "notification", "INVALID_REQUEST_CONTENT", description, field)
}
