import type { Market } from "../markets/market"
import type { Attention } from "../updates/model/update"
import { refundableUnits } from "./plan-return"
import { say } from "../words/phrase"
import type { ReturnLine } from "../orders/return-order"

/** Units of each return line that Walmart shall have refunded in all, by line number; makes sending repeatable. */
export type WantedRefund = Record<string, number>

/** Who wants what was received, whoever received it. */
export const BY_RECEIPT = "received"

/** Units of an order's line items that were received in Medusa, damaged ones included, because they came back too. */
export type ReceivedUnits = ReadonlyMap<string, number>

/**
 * What is to be refunded because of what was received: an item's units go to its return lines in their order. What the buyer keeps
 * was refunded by Walmart, and what was canceled is not refunded. Walmart counts whole units, so a part of one is left out. Pure.
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
    const units = Math.floor(Math.min(line.quantity, left.get(item) ?? 0))
    left.set(item, (left.get(item) ?? 0) - units)
    if (units > 0) wanted[String(line.returnLineNumber)] = units
  }
  return wanted
}

/** The larger of two wanted refunds, line by line: what was received once stays received. */
export function mostWanted(one: WantedRefund, other: WantedRefund): WantedRefund {
  const numbers = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()
  return Object.fromEntries(
    numbers.map((number) => [number, Math.max(one[number] ?? 0, other[number] ?? 0)])
  )
}

/** Whether Walmart shows everything that is wanted. Pure. */
export function isAllShown(lines: ReturnLine[], wanted: WantedRefund): boolean {
  return unshownLines(lines, wanted).length === 0 && restOf(lines, wanted, {}).length === 0
}

/** Everything that can be refunded of these lines. */
export function wholeRefund(lines: ReturnLine[]): WantedRefund {
  const open = lines.filter((line) => refundableUnits(line) > 0)
  return Object.fromEntries(open.map((line) => [String(line.returnLineNumber), line.quantity]))
}

/** What is to be refunded of a return, and how much of it Walmart has said yes to. */
export interface DesiredRefund {
  customerOrderId: string
  wanted: WantedRefund
  /** Units of each return line that Walmart said yes to having refunded in all, by line number; it may show them later. */
  accepted?: WantedRefund
  /** Units that a person dismissed, by line number; none of those that are wanted. */
  dismissed?: WantedRefund
}

/** Why a person is asked about a refund that Walmart said yes to and does not show. */
export const UNSHOWN_REFUND = "return_refund_unshown"

/** What to send next for a return, after reading it. */
export type NextRefund =
  | { done: true }
  | { done: false; attention: Attention }
  /** Walmart said yes to all of it and does not show it yet. */
  | { done: false; isAccepted: true }
  /** @property accepts what Walmart says yes to with it, in all */
  | { done: false; body: object; accepts: WantedRefund }

/**
 * Compares what is wanted with what Walmart shows or said yes to; only the rest is sent, so repeating it adds nothing. It is done once
 * all of it is shown. Where Walmart does not show parts of a line, a line is sent once all of it was received. Pure.
 * @param how how the market asks for a return's refund
 */
export function nextRefund(
  { customerOrderId, wanted, accepted = {}, dismissed = {} }: DesiredRefund,
  lines: ReturnLine[],
  how: Market["returnRefund"] = "units"
): NextRefund {
  const gone = unshownLines(lines, wanted)
  if (gone.length > 0) return { done: false, attention: say("return_line_gone", { line: gone[0] }) }
  if (isAllShown(lines, wanted)) return { done: true }
  const rest = restOf(lines, wanted, accepted)
  if (rest.length === 0) return { done: false, isAccepted: true }
  const closed = rest.find(({ line, units }) => units > refundableUnits(line))
  if (closed) return { done: false, attention: notRefundable(closed.line) }
  if (how === "units") return call(rest, { customerOrderId, ...unitsOf(rest) })
  if (how === null) return { done: false, attention: say("return_refund_not_offered", {}) }
  const whole = rest.filter(({ line, units }) => units === line.quantity)
  if (whole.length === 0) return { done: false, attention: partUnshown(rest[0], dismissed) }
  return call(whole, { customerOrderId, ...receiptOf(whole) })
}

/** Units of a return line that are to be refunded. */
interface Rest {
  line: ReturnLine
  units: number
  /** Those that are refunded then. */
  total: number
}

function restOf(lines: ReturnLine[], wanted: WantedRefund, accepted: WantedRefund): Rest[] {
  return lines.flatMap((line) => {
    const number = String(line.returnLineNumber)
    const total = wanted[number] ?? 0
    const units = total - Math.max(line.refunded, accepted[number] ?? 0)
    return units > 0 ? [{ line, units, total }] : []
  })
}

function call(rest: Rest[], body: object): NextRefund {
  const totals = rest.map(({ line, total }) => [String(line.returnLineNumber), total])
  return { done: false, body, accepts: Object.fromEntries(totals) as WantedRefund }
}

/** Numbers of lines of which units are wanted and that Walmart does not show. Pure. */
export function unshownLines(lines: ReturnLine[], wanted: WantedRefund): string[] {
  const shown = new Set(lines.map(({ returnLineNumber }) => String(returnLineNumber)))
  return Object.keys(wanted).filter((number) => wanted[number] > 0 && !shown.has(number))
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

function partUnshown({ line, units: open }: Rest, dismissed: WantedRefund): Attention {
  const { returnLineNumber, quantity: units } = line
  const gone = dismissed[String(returnLineNumber)] ?? 0
  const about = { line: returnLineNumber, units }
  if (gone > 0) return say("return_part_dismissed", { ...about, open, dismissed: gone })
  return say("return_part_unshown", { ...about, received: open })
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
