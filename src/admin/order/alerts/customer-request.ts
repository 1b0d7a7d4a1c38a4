import type { AdminWalmartCancelBody, AdminWalmartOrderDetail } from "../../../types/http"
import { cancelBody, choosableLines, theRest } from "../cancellation/line-choice"

/** Units of a line that a customer asked Walmart to cancel. */
export interface AskedUnits {
  line_number: string
  quantity: number
}

/** What of an order decides about a customer's request. */
export type Requested = Pick<
  AdminWalmartOrderDetail,
  "lines" | "status" | "cancellation" | "order" | "customer_asked_to_cancel"
>

/** Units that the customer asked to cancel and about which nobody has decided yet: open at Walmart, and still in the Medusa order. Pure. */
export function askedUnits(order: Requested): AskedUnits[] {
  const isOpen = order.status === "open" || order.status === "partially_shipped"
  if (!isOpen || order.order?.status === "canceled") return []
  return order.lines.flatMap((line) => {
    if (!line.customer_asked_to_cancel) return []
    const known = order.cancellation.lines.find(
      ({ line_number: number }) => number === line.line_number
    )
    const open = line.created_quantity + line.acknowledged_quantity
    const takenOut = known ? line.quantity - known.left - line.canceled_quantity : 0
    const quantity = open - Math.max(0, takenOut)
    return quantity > 0 ? [{ line_number: line.line_number, quantity }] : []
  })
}

/**
 * What is asked of the API to obey the request now; null when none of it can be canceled, because it is packed, or because the
 * market has no reason for it. Pure.
 */
export function obeyingBody(order: Requested): AdminWalmartCancelBody | null {
  const { lines, customer_reason: reason } = order.cancellation
  if (reason === null) return null
  const asked = new Set(askedUnits(order).map(({ line_number: number }) => number))
  const choosable = choosableLines(lines, order.lines)
  const chosen = choosable.filter(({ line_number: number }) => asked.has(number))
  return cancelBody(choosable, theRest(chosen), reason, lines)
}

/** Units that {@link obeyingBody} cancels. Pure. */
export function obeyedUnits(order: Requested): AskedUnits[] {
  const asked = new Set(askedUnits(order).map(({ line_number: number }) => number))
  return order.cancellation.lines
    .filter(({ line_number: number, cancelable }) => asked.has(number) && cancelable > 0)
    .map(({ line_number, cancelable: quantity }) => ({ line_number, quantity }))
}
