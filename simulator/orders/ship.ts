import { allowQuery, ownOrder, type Call } from "../gateway/call"
import { badContent } from "../wire/errors"
import type { Answer } from "../wire/http"
import { quantityIn, statusEntry, takeQuantity, type Line, type Order } from "../state/order"
import {
  answerOrder,
  inHigherStatus,
  refuseWalmartFulfilled,
  writeLines,
  type LineEffect,
} from "./order-write"
import { canBeAcknowledged } from "./orders"
import { parseShipBody, type ShipLine, type ShipPackage } from "./ship-body"
import { updateTracking } from "./tracking-update"

/** How far ahead of the clock a ship date may be. */
const MAX_FUTURE_MS = 86_400_000

/** `POST /v3/orders/{purchaseOrderId}/shipping` */
export function shipOrder(call: Call): Answer {
  allowQuery(call)
  const { options } = call.world
  const body = parseShipBody(call.body, { ...options, market: call.market })
  const stored = ownOrder(call)
  refuseWalmartFulfilled(stored.current)
  const now = call.world.clock.now()
  const change = body.isTrackingUpdate ? updateTracking : shipLine
  writeLines(call, stored, body.lines, (line, input, before) => {
    for (const parcel of input.packages) {
      checkMethod(line, parcel, before)
      if (options.plausibleShipDates) checkShipDate(parcel, before, now)
    }
    return change(line, input, before, now)
  })
  return answerOrder(call, stored.current)
}

/** Ships every package of one line (rules S1 to S3, S8). */
function shipLine(line: Line, input: ShipLine, before: Order, now: number): LineEffect[] {
  const { purchaseOrderId } = before
  if (line.intentToCancel && !input.overridesIntentToCancel) {
    const where = `Line: ${line.lineNumber} of PO: ${purchaseOrderId}`
    throw badContent(
      `Customer has requested to cancel ${where}; intentToCancelOverride is needed to ship it`,
      "intentToCancelOverride"
    )
  }
  line.sellerOrderId = input.sellerOrderId
  return input.packages.map((parcel) => shipPackage(line, parcel, before, now))
}

function shipPackage(line: Line, parcel: ShipPackage, before: Order, now: number): LineEffect {
  const higher = inHigherStatus(line, before.purchaseOrderId)
  if (higher) throw higher
  const isUnacknowledged = quantityIn(line, "Created") > 0 && canBeAcknowledged(before)
  if (isUnacknowledged) {
    throw badContent(
      `Line: ${line.lineNumber} of PO: ${before.purchaseOrderId} has not been acknowledged`
    )
  }
  if (parcel.quantity > quantityIn(line, "Acknowledged", "Created")) {
    throw badContent(
      `Qty OverShipped : Some or All Line(s)/Qty cannot be Shipped for PO: ${before.purchaseOrderId}, Line: ${line.lineNumber}`
    )
  }
  takeQuantity(line, parcel.quantity, "Acknowledged", "Created")
  const { tracking, returnCenterAddress, quantity } = parcel
  line.statuses.push(
    statusEntry("Shipped", quantity, { tracking, returnCenterAddress, shippedAt: now })
  )
  const carrier = tracking.carrier ?? tracking.otherCarrier
  return { effect: "shipped", quantity, carrier, trackingNumber: tracking.trackingNumber }
}

/** Holds for shipping and for tracking changes alike (rule S4). */
function checkMethod(line: Line, { tracking: { methodCode } }: ShipPackage, order: Order): void {
  if (methodCode !== order.methodCode) {
    const text = `Method code is not supported in line number ${line.lineNumber}`
    throw badContent(text, "methodCode")
  }
}

/** Rule S6's bounds. */
function checkShipDate({ tracking: { shipDateTime } }: ShipPackage, order: Order, now: number) {
  if (shipDateTime > now + MAX_FUTURE_MS) {
    throw badContent(`shipDateTime: ${shipDateTime} is in the future`, "shipDateTime")
  }
  const orderSecond = Math.floor(order.orderDate / 1000) * 1000
  if (shipDateTime < orderSecond) {
    throw badContent(`shipDateTime: ${shipDateTime} is before the order date`, "shipDateTime")
  }
}
