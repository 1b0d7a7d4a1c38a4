import {
  amount,
  count,
  fields,
  flag,
  list,
  oneOf,
  optionalText,
  text,
  type Fields,
} from "../wire/body"
import { badContent } from "../wire/errors"
import {
  cancelQuantity,
  moveAll,
  shipQuantity,
  statusEntry,
  type Charge,
  type Line,
  type Tracking,
} from "../state/order"
import { LINE_STATUSES, type LineStatus } from "../wire/wire-values"

const LINE_FIELDS = [
  "lineNumber",
  "productName",
  "tax",
  "discount",
  "shipping",
  "shippingTax",
  "status",
  "shippedQuantity",
  "cancelledQuantity",
  "cancellationReason",
  "trackingNumber",
  "carrier",
  "intentToCancel",
]

/** What the order says for all its lines; `spec` is the body of the order. */
export interface LineContext {
  orderDate: number
  methodCode: string
  status: LineStatus
  spec: Fields
}

/** The lines of a simulated order, in their statuses. */
export function linesOf(value: unknown, context: LineContext): Line[] {
  const lines = list(value, "lines").map((one, index) => buildLine(one, index, context))
  const numbers = new Set(lines.map((line) => line.lineNumber))
  if (numbers.size < lines.length) throw badContent("lines: a lineNumber comes twice")
  return lines
}

function buildLine(value: unknown, index: number, context: LineContext): Line {
  const spec = fields(value, "line", ["sku", "quantity", "price"], LINE_FIELDS)
  const quantity = count(spec.quantity, "quantity")
  const sku = text(spec.sku, "sku")
  const asksToCancel = flag(context.spec.intentToCancel, "intentToCancel", false)
  const line: Line = {
    lineNumber: optionalText(spec.lineNumber, "lineNumber") ?? String(index + 1),
    sku,
    productName: optionalText(spec.productName, "productName") ?? `Product ${sku}`,
    quantity,
    charges: chargesOf(spec),
    statuses: [],
    statusDate: context.orderDate,
    intentToCancel: flag(spec.intentToCancel, "line.intentToCancel", asksToCancel),
    sellerOrderId: null,
    refunded: 0,
    refund: null,
  }
  setStatuses(line, spec, context)
  return line
}

/** Puts the line into its status; the override quantities are split off from what is open. */
function setStatuses(line: Line, spec: Fields, context: LineContext): void {
  const shipped = part(spec.shippedQuantity, "shippedQuantity")
  const cancelled = part(spec.cancelledQuantity, "cancelledQuantity")
  if (shipped + cancelled > line.quantity) {
    throw badContent("shippedQuantity and cancelledQuantity are more than quantity")
  }
  const isOverridden = shipped + cancelled > 0 && spec.status === undefined
  const fallback = isOverridden && context.status === "Created" ? "Acknowledged" : context.status
  const status = oneOf(spec.status, LINE_STATUSES, "line.status", fallback)
  line.statuses = [statusEntry("Acknowledged", line.quantity)]
  const reason = optionalText(spec.cancellationReason, "cancellationReason")
  const cancel = (quantity: number) =>
    cancelQuantity(line, quantity, reason ?? "SELLER_CANCEL_PRICING_ERROR")
  if (cancelled > 0) cancel(cancelled)
  if (shipped > 0) shipQuantity(line, shipped, trackingOf(spec, context), context.orderDate)
  const rest = line.quantity - shipped - cancelled
  if (rest === 0 || status === "Acknowledged") return
  if (status === "Cancelled") return cancel(rest)
  if (status === "Created") {
    moveAll(line, "Acknowledged", "Created")
    return
  }
  shipQuantity(line, rest, trackingOf(spec, context), context.orderDate)
  if (status !== "Shipped") moveAll(line, "Shipped", status)
}

function trackingOf(spec: Fields, context: LineContext): Tracking {
  return {
    shipDateTime: context.orderDate,
    carrier: optionalText(spec.carrier, "carrier") ?? "UPS",
    otherCarrier: null,
    methodCode: context.methodCode,
    trackingNumber: optionalText(spec.trackingNumber, "trackingNumber") ?? "1Z999AA10123456784",
    trackingURL: null,
  }
}

/** Money per line, major units. The discount may be given with either sign. */
function chargesOf(spec: Fields): Charge[] {
  const tax = money(spec.tax, "tax")
  const discount = money(spec.discount, "discount")
  const shipping = money(spec.shipping, "shipping")
  const shippingTax = money(spec.shippingTax, "shippingTax")
  const price = amount(spec.price, "price")
  const charges: Charge[] = [{ chargeType: "PRODUCT", chargeName: "ItemPrice", amount: price, tax }]
  if (discount) {
    const negative = -Math.abs(discount)
    charges.push({
      chargeType: "PRODUCT",
      chargeName: "SubscriptionDiscount",
      amount: negative,
      tax: null,
    })
  }
  if (shipping !== null) {
    charges.push({
      chargeType: "SHIPPING",
      chargeName: "Shipping",
      amount: shipping,
      tax: shippingTax,
    })
  }
  return charges
}

function money(value: unknown, where: string): number | null {
  return value === undefined || value === null ? null : amount(value, where)
}

function part(value: unknown, where: string): number {
  return value === undefined || value === 0 ? 0 : count(value, where)
}
