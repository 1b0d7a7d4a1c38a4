import { amount, fields, list, optionalText, text, type Fields } from "../wire/body"
import { badContent } from "../wire/errors"
import { toCents } from "../orders/order-view"
import type { LineEffect } from "../orders/order-write"
import { chargedFor } from "../orders/refund"
import {
  moveAll,
  moveQuantity,
  quantityIn,
  type Line,
  type Order,
  type Tracking,
} from "../state/order"
import type { World } from "../state/state"
import { MARKET_RULES } from "../wire/markets"
import { changeOrder, chosenLines, lineOf } from "./order-change"

/** `{lines?: [{lineNumber, quantity?}]}`: what is Shipped becomes Delivered. */
export function deliver(world: World, purchaseOrderId: string, body: unknown): Order {
  const spec = fields(body ?? {}, "deliver", [], ["lines"])
  return changeOrder(world, purchaseOrderId, (draft) => {
    const chosen = chosenLines(draft, spec, ["Shipped"])
    if (chosen.length === 0) throw badContent(`PO: ${purchaseOrderId} has nothing that is Shipped`)
    return chosen.map(({ line, quantity }) => {
      moveQuantity(line, quantity, "Shipped", "Delivered")
      return { effect: "delivered", quantity, lineNumber: line.lineNumber, sku: line.sku }
    })
  })
}

/**
 * `{lines?: [{lineNumber, amount?}], reason?}`: refunds made in Seller Center. Without `amount` a line gets back all that
 * is left of its charges and its units turn to status Refund; a smaller amount leaves them in their status (rule F3).
 */
export function refund(world: World, purchaseOrderId: string, body: unknown): Order {
  const spec = fields(body ?? {}, "refund", [], ["lines", "reason"])
  const reason = optionalText(spec.reason, "reason") ?? "Others"
  return changeOrder(world, purchaseOrderId, (draft) => {
    const chosen = refundable(draft, spec)
    if (chosen.length === 0) throw badContent(`PO: ${purchaseOrderId} has nothing to refund`)
    return chosen.map(({ line, given }) => refundLine(world, draft, line, { given, reason }))
  })
}

/** `{lineNumber, trackingNumber, carrier?, currentTrackingNumber?}`: a number corrected in Seller Center, at any time after shipping. */
export function changeTracking(world: World, purchaseOrderId: string, body: unknown): Order {
  const optional = ["carrier", "currentTrackingNumber"]
  const spec = fields(body, "change-tracking", ["lineNumber", "trackingNumber"], optional)
  const carrier = optionalText(spec.carrier, "carrier") ?? null
  const current = optionalText(spec.currentTrackingNumber, "currentTrackingNumber")
  const trackingNumber = text(spec.trackingNumber, "trackingNumber")
  return changeOrder(world, purchaseOrderId, (draft) => {
    const { carriers } = MARKET_RULES[draft.market]
    if (carrier && carriers && !carriers.has(carrier)) {
      throw badContent(`carrier: "${carrier}" is not supported`)
    }
    const line = lineOf(draft, text(spec.lineNumber, "lineNumber"))
    const parcels = line.statuses.flatMap(({ tracking, quantity }) =>
      tracking && (!current || tracking.trackingNumber === current) ? [{ tracking, quantity }] : []
    )
    if (parcels.length === 0) throw badContent(`line ${line.lineNumber} has no such tracking`)
    return parcels.map(({ tracking, quantity }) => {
      correct(tracking, carrier, trackingNumber)
      const { lineNumber, sku } = line
      const now = { carrier: tracking.carrier ?? tracking.otherCarrier, trackingNumber }
      return { effect: "tracking_changed", quantity, lineNumber, sku, ...now }
    })
  })
}

function correct(tracking: Tracking, carrier: string | null, trackingNumber: string): void {
  tracking.trackingNumber = trackingNumber
  if (!carrier) return
  Object.assign(tracking, { carrier, otherCarrier: null, trackingURL: null })
}

function refundable(order: Order, spec: Fields): { line: Line; given: number }[] {
  if (spec.lines === undefined) {
    const lines = order.lines.filter((line) => inCustomersHands(line) > 0 && leftOf(line) > 0)
    return lines.map((line) => ({ line, given: leftOf(line) }))
  }
  return list(spec.lines, "lines").map((value) => {
    const named = fields(value, "line", ["lineNumber"], ["amount"])
    const line = lineOf(order, text(named.lineNumber, "lineNumber"))
    const given = named.amount === undefined ? leftOf(line) : amount(named.amount, "amount")
    if (inCustomersHands(line) === 0 || given <= 0 || given > leftOf(line)) {
      const most = inCustomersHands(line) === 0 ? 0 : leftOf(line)
      throw badContent(`line ${line.lineNumber}: ${given} is not between 0 and ${most}`)
    }
    return { line, given }
  })
}

function refundLine(
  world: World,
  order: Order,
  line: Line,
  { given, reason }: { given: number; reason: string }
): LineEffect {
  const quantity = inCustomersHands(line)
  const money = { currency: order.currency, amount: -given }
  const charge = { chargeType: "PRODUCT", chargeName: "ItemPrice", chargeAmount: money }
  const charges = [...(line.refund?.charges ?? []), { refundReason: reason, charge }]
  const refundId = String(world.nextSerial())
  line.refund = { refundId, refundComments: "", charges }
  if (given === leftOf(line)) {
    for (const status of ["Shipped", "Delivered"] as const) moveAll(line, status, "Refund")
  }
  line.refunded = toCents(line.refunded + given)
  const { lineNumber, sku } = line
  return { effect: "refunded", quantity, reason, amount: given, lineNumber, sku }
}

function inCustomersHands(line: Line): number {
  return quantityIn(line, "Shipped", "Delivered")
}

function leftOf(line: Line): number {
  return toCents(chargedFor(line) - line.refunded)
}
