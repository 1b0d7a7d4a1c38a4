import { createHash } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import { jsonOf } from "../api/errors/redact"
import { optionalInstant, optionalText } from "../api/schemas/fields"

/** What is taken from an event about an order. Nothing of it is believed; it only says which order to read. */
export interface OrderEvent {
  /** Walmart's id of the event, by which a repetition is known. */
  eventId: string
  /** `ORDER_UPDATES`, or one of the older types. */
  type: string
  /** `PO_CREATED` and the like; null for an older type. */
  subType: string | null
  purchaseOrderId: string
  /** Epoch milliseconds by Walmart's clock; null when the event does not say. */
  eventTime: number | null
}

/** What a body turned out to be: an event about an order or a return, something else of Walmart's, or nothing that can be read. */
export type ReadEvent =
  | { kind: "order"; event: OrderEvent }
  /** What it says of the return is not published, so it is a reason to poll and no more. */
  | { kind: "return" }
  | { kind: "other" }
  | { kind: "unreadable" }

/**
 * Types that end on 15 December 2026, each a sub type of `ORDER_UPDATES` since (docs/walmart-api.md, "Webhooks").
 */
export const OLD_TYPES: readonly string[] = [
  "PO_CREATED",
  "PO_LINE_AUTOCANCELLED",
  "INTENT_TO_CANCEL",
]

/** The type that has taken their place. */
export const ORDER_UPDATES = "ORDER_UPDATES"

/** Whether events of a type are about returns: `RETURN_CREATED`, and others whose names Walmart does not publish. */
export function isAboutReturns(type: string): boolean {
  return type.startsWith("RETURN_")
}

const named = z
  .object({
    eventType: optionalText,
    eventTime: optionalInstant,
    eventId: optionalText,
    purchaseOrderId: optionalText,
    subEventType: optionalText,
  })
  .catch({
    eventType: null,
    eventTime: null,
    eventId: null,
    purchaseOrderId: null,
    subEventType: null,
  })

const LONGEST = 100

/**
 * Reads an event in any of the shapes that Walmart documents: the sub type beside the order or under `meta`, and the older types,
 * whose payload is flat. An event without an id is known by its content.
 */
export function readEvent(body: Buffer): ReadEvent {
  const json = jsonOf(body.toString("utf8"))
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return { kind: "unreadable" }
  const payload = childOf(json, "payload") ?? json
  const [source, about, meta] = [
    childOf(json, "source") ?? json,
    childOf(payload, "order") ?? payload,
    childOf(payload, "meta"),
  ]
  const { eventType: type, eventTime, eventId } = named.parse(source)
  const { purchaseOrderId } = named.parse(about)
  if (type !== null && isAboutReturns(type)) return { kind: "return" }
  if (type !== ORDER_UPDATES && !OLD_TYPES.includes(type ?? "")) return { kind: "other" }
  if (type === null || !/^[A-Za-z0-9-]{1,64}$/.test(purchaseOrderId ?? "")) return { kind: "other" }
  const subType = named.parse(payload).subEventType ?? named.parse(meta).subEventType
  const event = {
    eventId: eventId !== null && eventId.length <= LONGEST ? eventId : contentId(eventId ?? body),
    type,
    subType: subType?.slice(0, LONGEST) ?? null,
    purchaseOrderId: purchaseOrderId ?? "",
    eventTime,
  }
  return { kind: "order", event }
}

const DAY_MS = 86_400_000
const SKEW_MS = 5 * 60_000

/** Whether an event is more than a day old, or dated more than five minutes ahead. @param now epoch milliseconds */
export function isUntimely({ eventTime }: OrderEvent, now: number): boolean {
  return eventTime !== null && (now - eventTime > DAY_MS || eventTime - now > SKEW_MS)
}

function contentId(content: string | Buffer): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`
}

function childOf(parent: object, name: string): object | null {
  const child: unknown = Object.entries(parent).find(([key]) => key === name)?.[1]
  return typeof child === "object" && child !== null ? child : null
}
