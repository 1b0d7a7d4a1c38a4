import { lineQuantities, openQuantity, type Order, type OrderLine } from "./order"
import type { Attention, CancellationPayload, CanceledUnits, LineUnits } from "./update"

/** What is still to be said of one cancellation, after comparing it with the Walmart order. */
export interface CancellationRemainder {
  lines: LineUnits[]
  conflict: Attention | null
}

/** Compares a cancellation with what Walmart shows. Units canceled by anybody count, so repeating it is safe. */
export function cancellationRemainder(
  order: Order,
  payload: CancellationPayload
): CancellationRemainder {
  const remaining = payload.lines
    .map((units) => ({ units, line: order.lines.find((l) => l.lineNumber === units.lineNumber) }))
    .filter(({ units, line }) => !line || units.total > lineQuantities(line).canceled)
  const lines = remaining.map(({ units, line }) => ({
    lineNumber: units.lineNumber,
    quantity: units.total - (line ? lineQuantities(line).canceled : 0),
  }))
  const conflicts = remaining.map(({ units, line }) => conflictOf(order, payload, units, line))
  return { lines, conflict: conflicts.find((conflict) => conflict !== null) ?? null }
}

/** Body of `POST …/cancel` for what remains, at most `maxLines` lines (walmart-api 2.9). */
export function cancellationBody(reason: string, lines: LineUnits[], maxLines: number): object {
  const orderLine = lines.slice(0, maxLines).map(({ lineNumber, quantity }) => ({
    lineNumber,
    orderLineStatuses: {
      orderLineStatus: [
        {
          status: "Cancelled",
          cancellationReason: reason,
          statusQuantity: { unitOfMeasurement: "EACH", amount: String(quantity) },
        },
      ],
    },
  }))
  return { orderCancellation: { orderLines: { orderLine } } }
}

function conflictOf(
  order: Order,
  payload: CancellationPayload,
  units: CanceledUnits,
  line: OrderLine | undefined
): Attention | null {
  if (!line) {
    return {
      code: "line_unknown",
      message: `Walmart order ${order.purchaseOrderId} has no line ${units.lineNumber}.`,
      nextStep: "Refresh the order. If it stays, dismiss this update.",
    }
  }
  const sums = lineQuantities(line)
  const needed = units.total - sums.canceled
  if (needed <= openQuantity(sums)) return reasonConflict(payload, line)
  return {
    code: "line_already_shipped",
    message: `Line ${line.lineNumber} (${line.sku}) has ${openQuantity(sums)} open unit(s) at Walmart, ${needed} should be canceled; the others are shipped there.`,
    nextStep: "What is shipped can only be refunded, in Seller Center. Then dismiss this update.",
  }
}

const CUSTOMER_REASON = "CUSTOMER_REQUESTED_SELLER_TO_CANCEL"

/** Walmart accepts the customer's reason only while the customer's request stands (walmart-api 2.9). */
function reasonConflict(payload: CancellationPayload, line: OrderLine): Attention | null {
  if (payload.reason !== CUSTOMER_REASON || line.customerAskedToCancel) return null
  return {
    code: "customer_did_not_ask",
    message: `The reason is that the customer asked, but Walmart shows no such request for line ${line.lineNumber} (${line.sku}).`,
    nextStep: "Choose another reason and retry.",
  }
}
