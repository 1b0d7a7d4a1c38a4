import { fields, lineList, list, oneOf, statusQuantity, text } from "../wire/body"
import { allowQuery, ownOrder, type Call } from "../gateway/call"
import { badContent } from "../wire/errors"
import type { Answer } from "../wire/http"
import { setInventory } from "../inventory/stock"
import { cancelQuantity, quantityIn, type Line, type Order } from "../state/order"
import {
  answerOrder,
  inHigherStatus,
  refuseWalmartFulfilled,
  writeLines,
  type LineEffect,
} from "./order-write"
import { MARKET_RULES } from "../wire/markets"

interface Cancellation {
  quantity: number
  reason: string
}

interface CancelLine {
  lineNumber: string
  cancellations: Cancellation[]
}

/** `POST /v3/orders/{purchaseOrderId}/cancel` */
export function cancelOrder(call: Call): Answer {
  allowQuery(call)
  const lines = parseCancelBody(call.body, MARKET_RULES[call.market].cancelReasons)
  const { world } = call
  const stored = ownOrder(call)
  refuseWalmartFulfilled(stored.current)
  const ledgerBefore = world.ledger.length
  try {
    writeLines(call, stored, lines, cancelLine)
  } finally {
    zeroInventory(call, world.ledger.slice(ledgerBefore), stored.current.shipNode.id)
  }
  return answerOrder(call, stored.current)
}

/** Cancels quantity of a line that is not yet shipped (rules C2, C3). */
function cancelLine(line: Line, input: CancelLine, before: Order): LineEffect[] {
  return input.cancellations.map(({ quantity, reason }) => {
    const higher = inHigherStatus(line, before.purchaseOrderId)
    if (higher) throw higher
    const where = `Line: ${line.lineNumber} of PO: ${before.purchaseOrderId}`
    if (reason === "CUSTOMER_REQUESTED_SELLER_TO_CANCEL" && !line.intentToCancel) {
      throw badContent(`The customer did not ask to cancel ${where}`, "cancellationReason")
    }
    if (quantity > quantityIn(line, "Created", "Acknowledged")) {
      throw badContent(`Some or All Line(s)/Qty cannot be Cancelled: ${where}`)
    }
    cancelQuantity(line, quantity, reason)
    return { effect: "cancelled", quantity, reason }
  })
}

/** Out of stock means that nothing is there: Walmart sets the node's inventory to 0 (rule C4). */
function zeroInventory(call: Call, accepted: LineEffect[], shipNode: string): void {
  for (const { reason, sku, purchaseOrderId } of accepted) {
    if (reason !== "SELLER_CANCEL_OUT_OF_STOCK" || !sku) continue
    setInventory(call.world, call.seller, { sku, shipNode, amount: 0 }, "seller_api", {
      reason,
      purchaseOrderId,
    })
  }
}

function parseCancelBody(body: unknown, reasons: readonly string[]): CancelLine[] {
  const { orderCancellation } = fields(body, "body", ["orderCancellation"])
  const { orderLines } = fields(orderCancellation, "orderCancellation", ["orderLines"])
  return lineList(orderLines, "orderLines").map((value) => {
    const line = fields(value, "orderLine", ["lineNumber", "orderLineStatuses"])
    const statuses = fields(line.orderLineStatuses, "orderLineStatuses", ["orderLineStatus"])
    return {
      lineNumber: text(line.lineNumber, "lineNumber"),
      cancellations: list(statuses.orderLineStatus, "orderLineStatus").map((one) =>
        parseCancellation(one, reasons)
      ),
    }
  })
}

function parseCancellation(value: unknown, reasons: readonly string[]): Cancellation {
  const entry = fields(value, "orderLineStatus", ["status", "cancellationReason", "statusQuantity"])
  oneOf(entry.status, ["Cancelled"], "status")
  return {
    quantity: statusQuantity(entry.statusQuantity, "statusQuantity"),
    reason: oneOf(entry.cancellationReason, reasons, "cancellationReason"),
  }
}
