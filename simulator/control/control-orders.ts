import { fields, flag, list, oneOf, optionalText, text } from "../wire/body"
import { cancelQuantity, shipQuantity, type Order, type Tracking } from "../state/order"
import { acknowledgeLines } from "../orders/orders"
import { autoCancel, cancelForFraud, WALMART_REASONS } from "./auto-cancel"
import { changeTracking, deliver, refund } from "./after-shipping"
import { changeOrder, chosenLines, lineOf, OPEN_STATUSES, type OrderAction } from "./order-change"
import { relayEmail } from "./simulations"
import type { World } from "../state/state"
import { emitOrderUpdate, SUB_EVENT_TYPES, type SubEventType } from "../webhooks/webhook-delivery"

/** The `POST /__control/orders/:po/<name>` actions. */
export const ORDER_ACTIONS: Record<string, OrderAction> = {
  acknowledge: (world, purchaseOrderId) =>
    changeOrder(world, purchaseOrderId, (order) =>
      acknowledgeLines(order, world.clock.now()).map((one) => ({ effect: "acknowledged", ...one }))
    ),
  cancel: cancelElsewhere,
  ship: shipElsewhere,
  "intent-to-cancel": askToCancel,
  email: changeEmail,
  deliver,
  refund,
  "change-tracking": changeTracking,
  fraud: cancelForFraud,
  "auto-cancel": autoCancel,
}

const REASON_OF: Record<SubEventType, string> = {
  PO_CREATED: "CANCELLED_ELSEWHERE",
  INTENT_TO_CANCEL: "CUSTOMER_REQUESTED_SELLER_TO_CANCEL",
  ...WALMART_REASONS,
}

/** `{lines?: [{lineNumber, quantity?}], reason?, subEventType?}`; `subEventType: null` sends no event. */
function cancelElsewhere(world: World, purchaseOrderId: string, body: unknown): Order {
  const spec = fields(body ?? {}, "cancel", [], ["lines", "reason", "subEventType"])
  const { subEventType: given = "PO_LINE_AUTOCANCELLED" } = spec
  const event = given === null ? null : oneOf(given, SUB_EVENT_TYPES, "subEventType")
  const reason = optionalText(spec.reason, "reason") ?? REASON_OF[event ?? "PO_CREATED"]
  const order = changeOrder(world, purchaseOrderId, (draft) =>
    chosenLines(draft, spec, OPEN_STATUSES).map(({ line, quantity }) => {
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
  return changeOrder(world, purchaseOrderId, (draft) => {
    const tracking: Tracking = {
      shipDateTime: now,
      carrier: text(spec.carrier, "carrier"),
      otherCarrier: null,
      methodCode: draft.methodCode,
      trackingNumber: text(spec.trackingNumber, "trackingNumber"),
      trackingURL: null,
    }
    const { carrier, trackingNumber } = tracking
    return chosenLines(draft, spec, OPEN_STATUSES).map(({ line, quantity }) => {
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
  const order = changeOrder(world, purchaseOrderId, (draft) => {
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
  return changeOrder(world, purchaseOrderId, (draft) => {
    draft.customerEmailId = email ?? relayEmail(purchaseOrderId)
    return []
  })
}
