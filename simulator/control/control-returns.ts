import { toCents } from "../orders/order-view"
import { chargedFor } from "../orders/refund"
import { refundUnits, returnableUnits } from "../returns/refund-return"
import type { Order } from "../state/order"
import {
  eventOf,
  RETURN_REASONS,
  type ReturnEvent,
  type ReturnLine,
  type ReturnOrder,
} from "../state/return-order"
import type { World } from "../state/state"
import { emitReturnCreated } from "../webhooks/webhook-delivery"
import { count, fields, flag, list, oneOf, optionalText, text, type Fields } from "../wire/body"
import { badContent } from "../wire/errors"
import { time } from "./simulations"

const DAY_MS = 86_400_000

/** How long a seller has to refund what came back before Walmart does it (MPL; rule E7). */
const AUTO_REFUND_AFTER_MS = 2 * DAY_MS

const LINE_FIELDS = ["lineNumber", "quantity", "reason", "keepIt"]
const RETURN_FIELDS = ["returnType", "carrier", "trackingNumber", "returnBy"]

/**
 * `POST /__control/returns`: a customer starts a return of what was shipped.
 * `{lines: [{purchaseOrderId, lineNumber?, quantity?, reason?, keepIt?}], returnType?, carrier?, trackingNumber?, returnBy?}`;
 * what the customer keeps is refunded at once by Walmart.
 */
export function createReturn(world: World, body: unknown): ReturnOrder {
  const spec = fields(body, "return", ["lines"], RETURN_FIELDS)
  const specs = list(spec.lines, "lines").map((line) =>
    fields(line, "line", ["purchaseOrderId"], LINE_FIELDS)
  )
  const lines = specs.map((line, index) => lineFrom(world, line, index + 1))
  const first = world.findOrder(lines[0].purchaseOrderId).current
  const order = orderFrom(world, spec, first, lines)
  world.addReturn(order)
  for (const line of lines.filter(({ isKeepIt }) => isKeepIt)) {
    refundUnits(world, order, line, line.quantity, "WALMART_TRIGGERED_REFUND")
  }
  emitReturnCreated(world, order)
  return order
}

type ReturnAction = (world: World, order: ReturnOrder, body: unknown) => void

/** The `POST /__control/returns/:id/<name>` actions. */
export const RETURN_ACTIONS: Record<string, ReturnAction> = {
  /** the carrier's first scan */
  scan: (world, order) => addEvent(world, order, "RETURN_IN_TRANSIT"),
  deliver: (world, order) => {
    addEvent(world, order, "DELIVERED_AT_RETURN_CENTER")
    for (const line of openLines(order)) line.status = "DELIVERED"
  },
  cancel: (world, order, body) => {
    const spec = fields(body ?? {}, "cancel", [], ["reason"])
    const reason = optionalText(spec.reason, "reason") ?? "CUSTOMER_CANCELLED"
    addEvent(world, order, "RETURN_CANCELLED")
    for (const line of openLines(order)) {
      line.cancellationReason = reason
      line.status = "COMPLETED"
    }
  },
  /** what was canceled is open again */
  reopen: (world, order) => {
    for (const line of order.lines.filter(isCanceled)) {
      line.events = line.events.filter(({ tag }) => tag !== "RETURN_CANCELLED")
      Object.assign(line, { cancellationReason: null, status: "INITIATED" })
    }
    order.modifiedAt = world.clock.now()
  },
  /** the buyer sends back more, or less, of the first line: `{quantity}` */
  change: (world, order, body) => {
    const quantity = count(fields(body, "change", ["quantity"]).quantity, "quantity")
    const [line] = openLines(order)
    const most = line && returnableUnits(world, line.purchaseOrderId, lineNumberOf(line))
    if (!line || quantity > most) throw badContent(`only ${most ?? 0} can come back`)
    line.price = toCents((line.price * quantity) / line.quantity)
    line.tax = toCents((line.tax * quantity) / line.quantity)
    line.quantity = quantity
    order.modifiedAt = world.clock.now()
  },
  /** refunded in Seller Center: `{quantity?}` of each open line */
  refund: (world, order, body) => {
    const spec = fields(body ?? {}, "refund", [], ["quantity"])
    for (const line of openLines(order)) {
      const left = line.quantity - line.refundedQty
      const quantity = count(spec.quantity, "quantity", left)
      if (quantity > left) throw badContent(`only ${left} left to refund`)
      refundUnits(world, order, line, quantity, "SELLER_MANUAL_REFUND")
    }
  },
}

/** Refunds what came back two days ago and the seller has not refunded; run before each call and when time is moved (rule E7). */
export function runDueRefunds(world: World): void {
  const now = world.clock.now()
  for (const order of world.allReturns()) {
    for (const line of openLines(order)) {
      const delivered = eventOf(line, "DELIVERED_AT_RETURN_CENTER")
      if (!delivered || delivered.at + AUTO_REFUND_AFTER_MS > now) continue
      const left = line.quantity - line.refundedQty
      world.changeReturn(order, () => refundUnits(world, order, line, left, "SELLER_AUTO_REFUND"))
    }
  }
}

function lineNumberOf({ purchaseOrderLineNumber }: ReturnLine): string {
  return String(purchaseOrderLineNumber)
}

function isCanceled({ cancellationReason }: ReturnLine): boolean {
  return cancellationReason !== null
}

function openLines(order: ReturnOrder): ReturnLine[] {
  return order.lines.filter(({ status }) => status !== "COMPLETED")
}

function addEvent(world: World, order: ReturnOrder, tag: ReturnEvent["tag"]): void {
  const now = world.clock.now()
  const lines = openLines(order)
  if (lines.length === 0) throw badContent(`return ${order.returnOrderId} is completed`)
  for (const line of lines) {
    line.events.push({ tag, at: now })
    line.statusTime = now
  }
  order.modifiedAt = now
}

function lineFrom(world: World, spec: Fields, number: number): ReturnLine {
  const purchaseOrderId = text(spec.purchaseOrderId, "purchaseOrderId")
  const { current } = world.findOrder(purchaseOrderId)
  const lineNumber = optionalText(spec.lineNumber, "lineNumber") ?? current.lines[0].lineNumber
  const source = current.lines.find((line) => line.lineNumber === lineNumber)
  const most = returnableUnits(world, purchaseOrderId, lineNumber)
  const quantity = count(spec.quantity, "quantity", most)
  if (!source || quantity > most || most === 0) {
    throw badContent(`only ${most} of line ${lineNumber} reached the customer`)
  }
  const share = quantity / source.quantity
  const tax = source.charges.reduce((sum, charge) => sum + (charge.tax ?? 0), 0)
  const now = world.clock.now()
  return {
    returnOrderLineNumber: number,
    purchaseOrderId,
    purchaseOrderLineNumber: Number(lineNumber),
    reason: oneOf(spec.reason, RETURN_REASONS, "reason", "DAMAGED"),
    sku: source.sku,
    productName: source.productName,
    quantity,
    refundedQty: 0,
    isKeepIt: flag(spec.keepIt, "keepIt", false),
    status: "INITIATED",
    statusTime: now,
    price: toCents((chargedFor(source) - tax) * share),
    tax: toCents(tax * share),
    refundChannel: null,
    cancellationReason: null,
    events: [{ tag: "RETURN_INITIATED", at: now }],
  }
}

function orderFrom(world: World, spec: Fields, first: Order, lines: ReturnLine[]): ReturnOrder {
  const now = world.clock.now()
  const serial = world.nextSerial()
  const { sellerId, market, customerOrderId, customerEmailId, currency } = first
  const returnType = ["REFUND", "REPLACEMENT"] as const
  return {
    sellerId,
    market,
    returnOrderId: String(100_000_000_000_000 + serial),
    customerOrderId,
    customerEmailId,
    returnType: oneOf(spec.returnType, returnType, "type", "REFUND"),
    createdAt: now,
    modifiedAt: now,
    returnBy: time(spec.returnBy, "returnBy") ?? now + 30 * DAY_MS,
    currency,
    carrier: optionalText(spec.carrier, "carrier") ?? "FedEx",
    trackingNumber: optionalText(spec.trackingNumber, "trackingNumber") ?? `RT${900_000 + serial}`,
    lines,
  }
}
