import { z } from "@medusajs/framework/zod"
import { optionalText, text } from "./fields"
import { parseWith } from "./schemas"

/*
 * Answers about webhooks. Walmart's schema and its examples differ in the names of the wrappers (`event`, `events`, `eventTypes`),
 * and its list is wrapped twice (docs/walmart-api.md, "Webhooks"), so any of them is taken.
 */

/** One type of event that Walmart offers. */
export interface EventType {
  eventType: string
  eventVersion: string
  resourceName: string
}

/** A subscription as Walmart shows it; its secrets are left out. */
export interface Subscription extends EventType {
  id: string
  /** `ACTIVE` or `INACTIVE`. */
  status: string
  eventUrl: string
}

const WRAPPERS = ["events", "event", "eventTypes"]

const eventType = z.object({ eventType: text, eventVersion: text, resourceName: text })

const subscription = z
  .object({
    subscriptionId: text,
    eventType: text,
    eventVersion: optionalText,
    resourceName: optionalText,
    eventUrl: optionalText,
    status: optionalText,
  })
  .transform((raw) => ({
    id: raw.subscriptionId,
    eventType: raw.eventType,
    eventVersion: raw.eventVersion ?? "",
    resourceName: raw.resourceName ?? "",
    eventUrl: raw.eventUrl ?? "",
    status: raw.status?.toUpperCase() ?? "",
  }))

/** Reads the types that Walmart offers. @throws UnreadableError */
export function parseEventTypes(json: unknown): EventType[] {
  return parseWith(wrapped(eventType), json, "list of event types")
}

/** Reads subscriptions; what they hold of secrets is left out. @throws UnreadableError */
export function parseSubscriptions(json: unknown): Subscription[] {
  return parseWith(wrapped(subscription), json, "list of webhook subscriptions")
}

function wrapped<T extends z.ZodType>(item: T) {
  return z.preprocess(entriesOf, z.array(item))
}

/** What is inside the wrappers; an answer without any holds no entry. */
function entriesOf(raw: unknown): unknown[] {
  if (Array.isArray(raw)) return raw.flatMap(entriesOf)
  if (typeof raw !== "object" || raw === null) return []
  const inside = Object.entries(raw).filter(([name]) => WRAPPERS.includes(name))
  const lists = inside.flatMap(([, value]) => (isEntry(value) ? [value] : []))
  if (lists.length > 0) return lists.flatMap(entriesOf)
  return "eventType" in raw ? [raw] : []
}

function isEntry(value: unknown): boolean {
  return typeof value === "object" && value !== null
}
