import { fields, lineList, list, oneOf, statusQuantity, text } from "../wire/body"
import { allowQuery, ownOrder, type Call } from "../gateway/call"
import { badContent } from "../wire/errors"
import type { Answer } from "../wire/http"
import { moveAll, quantityIn, type Line, type Order } from "../state/order"
import {
  answerOrder,
  inHigherStatus,
  refuseWalmartFulfilled,
  writeLines,
  type LineEffect,
} from "./order-write"

interface AcknowledgedLine {
  lineNumber: string
  quantity: number
}

/** `POST /v3/orders/{purchaseOrderId}/acknowledgeLines` of CA, MX and CL (rule A3) */
export function acknowledgeOrderLines(call: Call): Answer {
  allowQuery(call)
  const lines = parseBody(call.body)
  const stored = ownOrder(call)
  refuseWalmartFulfilled(stored.current)
  writeLines(call, stored, lines, acknowledgeLine)
  return answerOrder(call, stored.current)
}

/** A line is acknowledged whole or not at all; again without effect. */
function acknowledgeLine(line: Line, input: AcknowledgedLine, before: Order): LineEffect[] {
  const higher = inHigherStatus(line, before.purchaseOrderId)
  if (higher) throw higher
  if (input.quantity !== quantityIn(line, "Created", "Acknowledged")) {
    const where = `Line: ${line.lineNumber} of PO: ${before.purchaseOrderId}`
    throw badContent(`All quantities of ${where} must be acknowledged`, "statusQuantity")
  }
  const quantity = moveAll(line, "Created", "Acknowledged")
  return quantity > 0 ? [{ effect: "acknowledged", quantity }] : []
}

function parseBody(body: unknown): AcknowledgedLine[] {
  const { orderAcknowledgement } = fields(body, "body", ["orderAcknowledgement"])
  const { orderLines } = fields(orderAcknowledgement, "orderAcknowledgement", ["orderLines"])
  return lineList(orderLines, "orderLines").map((value) => {
    const required = ["lineNumber", "orderLineStatuses"]
    const line = fields(value, "orderLine", required, ["miscAttributes"])
    const statuses = fields(line.orderLineStatuses, "orderLineStatuses", ["orderLineStatus"])
    const quantities = list(statuses.orderLineStatus, "orderLineStatus").map((one) => {
      const entry = fields(one, "orderLineStatus", ["status", "statusQuantity"])
      oneOf(entry.status, ["Acknowledged"], "status")
      return statusQuantity(entry.statusQuantity, "statusQuantity")
    })
    const quantity = quantities.reduce((sum, one) => sum + one, 0)
    return { lineNumber: text(line.lineNumber, "lineNumber"), quantity }
  })
}
