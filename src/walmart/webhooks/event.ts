import { createHash } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import { jsonOf } from "../api/errors/redact"
import { optionalInstant, optionalText } from "../api/schemas/fields"
import { isWalmartNumber } from "../common/walmart-number"

/** What every event of Walmart's has. */
interface DatedEvent {
  /** Walmart's id of the event, by which a repetition is known. */
  eventId: string
  /** `RETURN_CREATED` and the like; of an order `ORDER_UPDATES`, or one of the older types. */
  type: string
  /** Epoch milliseconds by Walmart's clock; null when the event does not say. */
  eventTime: number | null
}

/** What is taken from an event about a return, which is a reason to poll and no more: what else it says is not published. */
export type ReturnEvent = DatedEvent

/** What is taken from an event about an order. Nothing of it is believed; it only says which order to read. */
export interface OrderEvent extends DatedEvent {
  /** `PO_CREATED` and the like; null for an older type. */
  subType: string | null
  purchaseOrderId: string
}

/** What a body turned out to be: an event about an order or a return, something else of Walmart's, or nothing that can be read. */
export type ReadEvent =
  | { kind: "order"; event: OrderEvent }
  | { kind: "return"; event: ReturnEvent }
  | { kind: "other" }
  | { kind: "unreadable" }

/** Types that end on 15 December 2026; each is a sub type of `ORDER_UPDATES` as well (docs/walmart-api.md, "Webhooks"). */
export const OLD_TYPES: readonly string[] = [
  "PO_CREATED",
  "PO_LINE_AUTOCANCELLED",
  "INTENT_TO_CANCEL",
]

/** The type that takes their place. */
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
  const { eventType, eventTime, eventId: id } = named.parse(source)
  const type = eventType?.toUpperCase() ?? ""
  const eventId = id !== null && id.length <= LONGEST ? id : contentId(id ?? body)
  const event = { eventId, type: type.slice(0, LONGEST), eventTime }
  if (isAboutReturns(type)) return { kind: "return", event }
  if (type !== ORDER_UPDATES && !OLD_TYPES.includes(type)) return { kind: "other" }
  const { purchaseOrderId } = named.parse(about)
  if (purchaseOrderId === null || !isWalmartNumber(purchaseOrderId)) return { kind: "other" }
  const subEventType = named.parse(payload).subEventType ?? named.parse(meta).subEventType
  const subType = subEventType?.slice(0, LONGEST) ?? null
  return { kind: "order", event: { ...event, subType, purchaseOrderId } }
}

const DAY_MS = 86_400_000
const SKEW_MS = 5 * 60_000

/** Whether an event is more than a day old, or dated more than five minutes ahead. @param now epoch milliseconds */
export function isUntimely({ eventTime }: DatedEvent, now: number): boolean {
  return eventTime !== null && (now - eventTime > DAY_MS || eventTime - now > SKEW_MS)
}

/**
 * Whether an event lies further back than Walmart can still be repeating it, so that somebody else is. Its time cannot be changed
 * without the secret. @param now epoch milliseconds
 */
export function isStale({ eventTime }: DatedEvent, now: number, windowMs: number): boolean {
  return eventTime !== null && now - eventTime > windowMs
}

function contentId(content: string | Buffer): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`
}

/** A list of one counts as what it holds, as in Walmart's other answers. */
function childOf(parent: object, name: string): object | null {
  const child: unknown = Object.entries(parent).find(([key]) => key === name)?.[1]
  const only: unknown = Array.isArray(child) && child.length === 1 ? child[0] : child
  return typeof only === "object" && only !== null ? only : null
}
