import { count, fields, flag, list, oneOf, optionalText, text, type Fields } from "../wire/body"
import { badContent } from "../wire/errors"
import {
  cancelQuantity,
  quantityIn,
  shipQuantity,
  type Line,
  type Order,
  type Tracking,
} from "../state/order"
import type { LineEffect } from "../orders/order-write"
import { acknowledgeLines } from "../orders/orders"
import { relayEmail } from "./simulations"
import type { World } from "../state/state"
import { emitOrderUpdate, SUB_EVENT_TYPES, type SubEventType } from "../webhooks/webhook-delivery"

/** Changes an order as if it were done elsewhere: in Seller Center, by Walmart, or by its customer. */
export type OrderAction = (world: World, purchaseOrderId: string, body: unknown) => Order

/** The `POST /__control/orders/:po/<name>` actions. */
export const ORDER_ACTIONS: Record<string, OrderAction> = {
  acknowledge: (world, purchaseOrderId) =>
    change(world, purchaseOrderId, (order) =>
      acknowledgeLines(order, world.clock.now()).map((one) => ({ effect: "acknowledged", ...one }))
    ),
  cancel: cancelElsewhere,
  ship: shipElsewhere,
  "intent-to-cancel": askToCancel,
  email: changeEmail,
}

const REASON_OF: Record<SubEventType, string> = {
  PO_CREATED: "CANCELLED_ELSEWHERE",
  PO_LINE_AUTOCANCELLED: "AUTO_CANCELLED",
  INTENT_TO_CANCEL: "CUSTOMER_REQUESTED_SELLER_TO_CANCEL",
  FRAUD_CANCEL: "FRAUD_CANCELLED",
}

/** `{lines?: [{lineNumber, quantity?}], reason?, subEventType?}`; `subEventType: null` sends no event. */
function cancelElsewhere(world: World, purchaseOrderId: string, body: unknown): Order {
  const spec = fields(body ?? {}, "cancel", [], ["lines", "reason", "subEventType"])
  const { subEventType: given = "PO_LINE_AUTOCANCELLED" } = spec
  const event = given === null ? null : oneOf(given, SUB_EVENT_TYPES, "subEventType")
  const reason = optionalText(spec.reason, "reason") ?? REASON_OF[event ?? "PO_CREATED"]
  const order = change(world, purchaseOrderId, (draft) =>
    chosen(draft, spec).map(({ line, quantity }) => {
      cancelQuantity(line, quantity, reason)
      return { effect: "cancelled", quantity, reason, lineNumber: line.lineNumber, sku: line.sku }
    })
  )
  if (event) emitOrderUpdate(world, order, event)
  return order
}

/** `{lines?: [{lineNumber, quantity?}], carrier, trackingNumber}`; without lines all that is open. */
function shipElsewhere(world: World, purchaseOrderId: string, body: unknown): Order {
  const spec = fields(body, "ship", ["carrier", "trackingNumber"], ["lines"])
  const now = world.clock.now()
  return change(world, purchaseOrderId, (draft) => {
    const tracking: Tracking = {
      shipDateTime: now,
      carrier: text(spec.carrier, "carrier"),
      otherCarrier: null,
      methodCode: draft.methodCode,
      trackingNumber: text(spec.trackingNumber, "trackingNumber"),
      trackingURL: null,
    }
    const { carrier, trackingNumber } = tracking
    return chosen(draft, spec).map(({ line, quantity }) => {
      shipQuantity(line, quantity, { ...tracking }, now)
      const { lineNumber, sku } = line
      return { effect: "shipped", quantity, carrier, trackingNumber, lineNumber, sku }
    })
  })
}

/** `{lines?: ["1"], value?: true}`; `value: false` lets the request lapse. */
function askToCancel(world: World, purchaseOrderId: string, body: unknown): Order {
  const spec = fields(body ?? {}, "intent-to-cancel", [], ["lines", "value"])
  const value = flag(spec.value, "value", true)
  const order = change(world, purchaseOrderId, (draft) => {
    const lines =
      spec.lines === undefined
        ? draft.lines
        : list(spec.lines, "lines").map((number) => lineOf(draft, text(number, "lines")))
    for (const line of lines) line.intentToCancel = value
    return []
  })
  if (value) emitOrderUpdate(world, order, "INTENT_TO_CANCEL")
  return order
}

/** `{customerEmailId?}`; without one the order's relay address. */
function changeEmail(world: World, purchaseOrderId: string, body: unknown): Order {
  const spec = fields(body ?? {}, "email", [], ["customerEmailId"])
  const email = optionalText(spec.customerEmailId, "customerEmailId")
  return change(world, purchaseOrderId, (draft) => {
    draft.customerEmailId = email ?? relayEmail(purchaseOrderId)
    return []
  })
}

function change(
  world: World,
  purchaseOrderId: string,
  alter: (draft: Order) => LineEffect[]
): Order {
  const stored = world.findOrder(purchaseOrderId)
  const draft = structuredClone(stored.current)
  const effects = alter(draft)
  const now = world.clock.now()
  const touched = new Set(effects.map((effect) => effect.lineNumber))
  for (const line of draft.lines) if (touched.has(line.lineNumber)) line.statusDate = now
  world.commit(stored, draft)
  for (const effect of effects) world.record({ by: "elsewhere", purchaseOrderId, ...effect })
  return draft
}

/** The named lines with the named or all their open quantity; without names every line that has some. */
function chosen(order: Order, spec: Fields): { line: Line; quantity: number }[] {
  const open = (line: Line) => quantityIn(line, "Created", "Acknowledged")
  if (spec.lines === undefined) {
    const lines = order.lines.map((line) => ({ line, quantity: open(line) }))
    return lines.filter(({ quantity }) => quantity > 0)
  }
  return list(spec.lines, "lines").map((value) => {
    const named = fields(value, "line", ["lineNumber"], ["quantity"])
    const line = lineOf(order, text(named.lineNumber, "lineNumber"))
    const quantity = named.quantity === undefined ? open(line) : count(named.quantity, "quantity")
    if (quantity < 1 || quantity > open(line)) {
      throw badContent(`line ${line.lineNumber} has only ${open(line)} open`)
    }
    return { line, quantity }
  })
}

function lineOf(order: Order, lineNumber: string): Line {
  const line = order.lines.find((candidate) => candidate.lineNumber === lineNumber)
  if (!line) throw badContent(`PO: ${order.purchaseOrderId} has no line ${lineNumber}`)
  return line
}
