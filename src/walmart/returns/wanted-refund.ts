import type { Market } from "../markets/market"
import type { Attention } from "../updates/model/update"
import { refundableUnits } from "./plan-return"
import { say } from "../words/phrase"
import type { ReturnLine } from "../orders/return-order"

/** Units of each return line that Walmart shall have refunded in all, by line number; makes sending repeatable. */
export type WantedRefund = Record<string, number>

/** Units of an order's line items that were received in Medusa, damaged ones included, because they came back too. */
export type ReceivedUnits = ReadonlyMap<string, number>

/**
 * What is to be refunded because of what was received: an item's units go to its return lines in their order. What the buyer keeps
 * was refunded by Walmart, and what was canceled is not refunded. Pure.
 * @param itemOf line item of a line of the purchase order
 */
export function wantedRefund(
  lines: ReturnLine[],
  received: ReceivedUnits,
  itemOf: (lineNumber: string) => string | null
): WantedRefund {
  const left = new Map(received)
  const wanted: WantedRefund = {}
  for (const line of lines.filter(({ isKeepIt, status }) => !isKeepIt && status !== "canceled")) {
    const item = itemOf(line.lineNumber)
    if (item === null) continue
    const units = Math.min(line.quantity, left.get(item) ?? 0)
    left.set(item, (left.get(item) ?? 0) - units)
    if (units > 0) wanted[String(line.returnLineNumber)] = units
  }
  return wanted
}

/** More of two wishes, line by line: what was received once stays received. */
export function mostWanted(one: WantedRefund, other: WantedRefund): WantedRefund {
  const numbers = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()
  return Object.fromEntries(
    numbers.map((number) => [number, Math.max(one[number] ?? 0, other[number] ?? 0)])
  )
}

/** Everything that can be refunded of these lines. */
export function wholeRefund(lines: ReturnLine[]): WantedRefund {
  const open = lines.filter((line) => refundableUnits(line) > 0)
  return Object.fromEntries(open.map((line) => [String(line.returnLineNumber), line.quantity]))
}

/** What to send next for a return, after reading it. */
export type NextRefund =
  { done: true } | { done: false; attention: Attention } | { done: false; body: object }

/**
 * Compares what is wanted with what Walmart shows; only the rest is sent, so repeating it adds nothing. Where Walmart does not show
 * parts of a line, a line is sent once all of it was received. Pure.
 * @param how how the market asks for a return's refund
 */
export function nextRefund(
  customerOrderId: string,
  lines: ReturnLine[],
  wanted: WantedRefund,
  how: Market["returnRefund"] = "units"
): NextRefund {
  const rest = lines.flatMap((line) => {
    const units = (wanted[String(line.returnLineNumber)] ?? 0) - line.refunded
    return units > 0 ? [{ line, units }] : []
  })
  if (rest.length === 0) return { done: true }
  const closed = rest.find(({ line, units }) => units > refundableUnits(line))
  if (closed) return { done: false, attention: notRefundable(closed.line) }
  if (how === "units") return { done: false, body: { customerOrderId, ...unitsOf(rest) } }
  if (how === null) return { done: false, attention: say("return_refund_not_offered", {}) }
  const whole = rest.filter(({ line, units }) => units === line.quantity)
  if (whole.length === 0) return { done: false, attention: partUnshown(rest[0]) }
  return { done: false, body: { customerOrderId, ...receiptOf(whole) } }
}

/** Units of a return line that are to be refunded. */
interface Rest {
  line: ReturnLine
  units: number
}

function unitsOf(rest: Rest[]) {
  const refundLines = rest.map(({ line, units }) => ({
    returnOrderLineNumber: line.returnLineNumber,
    quantity: { unitOfMeasure: "EACH", measurementValue: units },
  }))
  return { refundLines }
}

/** Mexico's body: the lines that were received (docs/walmart-api.md, "Returns"). */
function receiptOf(rest: Rest[]) {
  const orderLine = rest.map(({ line, units }) => {
    const statusQuantity = { unitOfMeasurement: "EACH", amount: String(units) }
    const orderLineStatus = [{ status: "Received", statusQuantity }]
    return { lineNumber: String(line.returnLineNumber), orderLineStatuses: { orderLineStatus } }
  })
  return { orderRefund: { orderLines: { orderLine } } }
}

function partUnshown({ line, units }: Rest): Attention {
  const { returnLineNumber, quantity } = line
  return say("return_part_unshown", { line: returnLineNumber, received: units, units: quantity })
}

function notRefundable(line: ReturnLine): Attention {
  const { returnLineNumber, refunded, quantity: units, status } = line
  const about = { line: returnLineNumber, refunded, units }
  return say("return_closed", about, status === "canceled" ? "canceled" : "")
}

/** A return line that has no line item of Medusa's, in words. */
export function unknownLine({ lineNumber, sku }: ReturnLine): Attention {
  return say("return_line_unknown", { line: lineNumber, sku })
}
