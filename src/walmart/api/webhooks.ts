import { phrases } from "../words/phrase"
import { NO_CALL, NotFoundError } from "./errors/errors"
import type { Call, Exchanged } from "./exchange"
import {
  type EventType,
  parseEventTypes,
  parseSubscriptions,
  type Subscription,
} from "./schemas/webhook-schema"

/** What to deliver, where, and how Walmart authenticates itself there. */
export interface SubscriptionOrder extends EventType {
  eventUrl: string
  authDetails: Record<string, string>
  headers: Record<string, string>
}

/** Walmart's subscriptions (docs/walmart-api.md, "Webhooks"). All methods throw a WalmartError as the client's do. */
export interface WebhookCalls {
  eventTypes(): Promise<EventType[]>
  list(): Promise<Subscription[]>
  create(order: SubscriptionOrder): Promise<Subscription[]>
  /** Replaces everything of a subscription, and has it delivered. */
  renew(id: string, order: SubscriptionOrder): Promise<void>
  remove(id: string): Promise<void>
  /** Has Walmart deliver a sample. @throws RefusedError when the address does not take it */
  check(order: SubscriptionOrder): Promise<void>
}

const ROOT = "/v3/webhooks"

/** @param read parses an answer and puts the facts of its call into a failure */
export function webhookCalls(
  exchange: (call: Call) => Promise<Exchanged>,
  read: <T>(call: Call, done: Exchanged, parse: (json: unknown) => T) => T
): WebhookCalls {
  return {
    async eventTypes() {
      const call = callOf("eventTypes", "GET", `${ROOT}/eventTypes`)
      return read(call, await exchange(call), parseEventTypes)
    },
    async list() {
      const call = callOf("list", "GET", `${ROOT}/subscriptions`)
      return read(call, await exchange(call), parseSubscriptions)
    },
    async create(order) {
      const events = [{ ...order, status: "ACTIVE" }]
      const call = callOf("create", "POST", `${ROOT}/subscriptions`, { events })
      return read(call, await exchange(call), parseSubscriptions)
    },
    async renew(id, order) {
      const body = { ...order, status: "ACTIVE" }
      await exchange(callOf("update", "PATCH", subscription(id), body))
    },
    async remove(id) {
      await exchange(callOf("delete", "DELETE", subscription(id)))
    },
    async check(order) {
      await exchange(callOf("test", "POST", `${ROOT}/test`, order))
    },
  }
}

/** @throws NotFoundError for a malformed id, so that no input leads a call to another path */
function subscription(id: string): string {
  if (/^[\w-]{1,100}$/.test(id)) return `${ROOT}/subscriptions/${id}`
  throw new NotFoundError(phrases("subscription_unknown", { id: id.slice(0, 100) }), NO_CALL)
}

function callOf(
  what: "eventTypes" | "list" | "create" | "update" | "delete" | "test",
  method: Call["method"],
  path: string,
  body?: object
): Call {
  return { endpoint: `webhooks.${what}`, method, path, body }
}
