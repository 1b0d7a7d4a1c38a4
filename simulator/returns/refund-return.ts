import { allowQuery, type Call } from "../gateway/call"
import { quantityIn } from "../state/order"
import {
  eventOf,
  type RefundChannel,
  type ReturnLine,
  type ReturnOrder,
} from "../state/return-order"
import type { LedgerEntry } from "../state/seen"
import type { World } from "../state/state"
import { count, fields, list, oneOf, text } from "../wire/body"
import { refusal, type Refusal } from "../wire/errors"
import type { Answer } from "../wire/http"
import { chargedFor } from "../orders/refund"
import { toCents } from "../orders/order-view"
import { parseReceipt } from "./mexican-return"

interface RefundLine {
  returnOrderLineNumber: number
  /** null: all that is left of the line */
  quantity: number | null
}

/** `POST /v3/returns/{returnOrderId}/refund` (rules E4 to E6, in Mexico E9) */
export function refundReturn(call: Call): Answer {
  allowQuery(call)
  const order = call.world.findReturn(call.pathId, call.seller.sellerId)
  const named = call.market === "mx" ? "orderRefund" : "refundLines"
  const body = fields(call.body, "body", ["customerOrderId", named])
  if (body.customerOrderId !== order.customerOrderId) {
    throw badRefund("customerOrderId is not the return order's", "customerOrderId")
  }
  const lines =
    call.market === "mx"
      ? parseReceipt(body.orderRefund)
      : list(body.refundLines, "refundLines").map(parseLine)
  const chosen = lines.map((line) => refundable(call.world, order, line))
  call.world.changeReturn(order, () => {
    for (const { line, quantity } of chosen) {
      refundUnits(call.world, order, line, quantity, "SELLER_SYSTEM_REFUND")
    }
  })
  if (call.market === "mx") return { status: 202, body: "Accepted" }
  const { returnOrderId, customerOrderId } = order
  const refundLines = chosen.map(({ line, quantity }) => ({
    returnOrderLineNumber: line.returnOrderLineNumber,
    quantity: { unitOfMeasure: "EACH", measurementValue: quantity },
  }))
  return { status: 200, body: { returnOrderId, customerOrderId, refundLines } }
}

/** Refunds units of a line in place, as whoever `channel` names; the caller has checked there are enough. */
export function refundUnits(
  world: World,
  order: ReturnOrder,
  line: ReturnLine,
  quantity: number,
  channel: RefundChannel
): void {
  const before = refundedAmount(line, order.currency)
  line.refundedQty += quantity
  line.refundChannel = channel
  const amount = toCents(refundedAmount(line, order.currency) - before)
  const now = world.clock.now()
  if (line.refundedQty === line.quantity) {
    line.status = "COMPLETED"
    line.statusTime = now
    line.events.push({ tag: "REFUND_ISSUED", at: now })
  }
  order.modifiedAt = now
  chargeOrder(world, line, amount)
  const by = channel === "SELLER_SYSTEM_REFUND" ? "seller_api" : "elsewhere"
  world.record({ by, quantity, amount, ...namesOf(order, line) })
}

/** What the customer has back for a line, to the cent or the whole peso: the last unit takes what rounding left. */
function refundedAmount(line: ReturnLine, currency: string): number {
  const share = ((line.price + line.tax) * line.refundedQty) / line.quantity
  return currency === "CLP" ? Math.round(share) : toCents(share)
}

function namesOf(
  order: ReturnOrder,
  line: ReturnLine
): Pick<LedgerEntry, "effect"> & Partial<LedgerEntry> {
  return {
    effect: "refunded",
    purchaseOrderId: line.purchaseOrderId,
    lineNumber: String(line.purchaseOrderLineNumber),
    sku: line.sku,
    reason: line.reason,
    returnOrderId: order.returnOrderId,
  }
}

/** The purchase order knows what was given back for its line, so that both refunds together never exceed it (rule E6). */
function chargeOrder(world: World, { purchaseOrderId, ...line }: ReturnLine, amount: number): void {
  const stored = world.findOrder(purchaseOrderId)
  const draft = structuredClone(stored.current)
  const number = String(line.purchaseOrderLineNumber)
  for (const one of draft.lines.filter(({ lineNumber }) => lineNumber === number)) {
    one.refunded = toCents(Math.min(one.refunded + amount, chargedFor(one)))
  }
  world.commit(stored, draft)
}

/** The line and units a request names; refuses what is not there to be refunded (rule E5). */
function refundable(
  world: World,
  order: ReturnOrder,
  { returnOrderLineNumber, quantity }: RefundLine
) {
  const line = order.lines.find((one) => one.returnOrderLineNumber === returnOrderLineNumber)
  if (!line) throw badRefund(`return line ${returnOrderLineNumber} does not exist`)
  const { current } = world.findOrder(line.purchaseOrderId)
  if (current.shipNode.type === "WFSFulfilled") {
    throw badRefund("Returns of items that Walmart fulfills are refunded by Walmart")
  }
  const left = eventOf(line, "RETURN_CANCELLED") ? 0 : line.quantity - line.refundedQty
  const wanted = quantity ?? left
  if (wanted < 1 || wanted > left) {
    const what = `only ${left} of line ${returnOrderLineNumber}`
    throw badRefund(`Quantity not available for refund: ${what}`, "quantity")
  }
  return { line, quantity: wanted }
}

function parseLine(value: unknown): RefundLine {
  const line = fields(value, "refundLine", ["returnOrderLineNumber"], ["quantity"])
  const returnOrderLineNumber = count(line.returnOrderLineNumber, "returnOrderLineNumber")
  if (line.quantity === undefined) return { returnOrderLineNumber, quantity: null }
  const quantity = fields(line.quantity, "quantity", ["unitOfMeasure", "measurementValue"])
  oneOf(text(quantity.unitOfMeasure, "unitOfMeasure"), ["EACH", "EA"], "unitOfMeasure")
  return { returnOrderLineNumber, quantity: count(quantity.measurementValue, "measurementValue") }
}

function badRefund(description: string, field = "data"): Refusal {
  return refusal(400, "returns", "INVALID_REQUEST_CONTENT", description, field)
}

/** Units of a purchase order's line that reached the customer and can come back. */
export function returnableUnits(world: World, purchaseOrderId: string, lineNumber: string): number {
  const { current } = world.findOrder(purchaseOrderId)
  const line = current.lines.find((one) => one.lineNumber === lineNumber)
  return line ? quantityIn(line, "Shipped", "Delivered", "Refund") : 0
}
