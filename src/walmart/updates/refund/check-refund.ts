import type { Problem } from "../../common/problem"
import { findRefundLines, joinLines, type RefundLine, totalLeft } from "../../refunds/find-lines"
import type { RefundPart } from "../../refunds/refund-parts"
import { splitRefund } from "../../refunds/split"
import { shipmentsIn } from "../model/known-payloads"
import type { KnownUpdate } from "../model/update"
import { packagesOf } from "../payloads/shipment-payload"
import { type BookedRefunds, openParts } from "./booked"

/** What a refund is checked against. */
export interface RefundContext extends BookedRefunds {
  parts: RefundPart[]
}

/** What a refund is for, or why that is not known or not possible. */
export type RefundLinesResult = { lines: RefundLine[] } | { problems: Problem[] }

/**
 * Says what a refund of Medusa's is for: what a person named, otherwise what its amount leaves no doubt about; or why Walmart would refuse
 * it. Pure.
 * @param amount hundredths
 * @param named null when nobody named anything
 */
export function refundLinesOf(
  amount: number,
  named: RefundLine[] | null,
  { parts, ...booked }: RefundContext
): RefundLinesResult {
  const open = openParts(parts, booked)
  const left = totalLeft(open)
  if (parts.length === 0) return { problems: [notShipped(amount, booked)] }
  if (amount > left) return { problems: [tooMuch("Walmart has", amount, left)] }
  const lines = named ? joinLines(named) : findRefundLines(amount, open)
  if (!lines) return { problems: [unclear(amount, left)] }
  const problems = [
    ...lines.flatMap((line) => lineProblem(line, open, booked)),
    ...sumProblem(amount, lines),
    ...parts.flatMap((price) => wholePriceProblem(price, lines, open)),
  ]
  return problems.length > 0 ? { problems } : { lines }
}

type Open = ReturnType<typeof openParts>

function lineProblem(
  { lineNumber, type, amount }: RefundLine,
  open: Open,
  booked: BookedRefunds
): Problem[] {
  const part = open.find((one) => one.lineNumber === lineNumber && one.type === type)
  if (!part) return [notShipped(amount, booked, lineNumber)]
  if (!(Number.isInteger(amount) && amount > 0)) return [noSum(amount, lineNumber)]
  const what = `${type === "SHIPPING" ? "The shipping" : "The price"} of line ${lineNumber} has`
  return amount > part.left ? [tooMuch(what, amount, part.left)] : []
}

function sumProblem(amount: number, lines: RefundLine[]): Problem[] {
  const sum = lines.reduce((total, line) => total + line.amount, 0)
  if (sum === amount) return []
  const message = `The refund is ${shown(amount)}, but what it is for comes to ${shown(sum)}.`
  return [problem("refund_sum_differs", amount, message, "Make both the same.")]
}

/** Walmart gives tax and shipping back with a whole item price, whoever asked for it (docs/walmart-api.md, "Refunds"). */
function wholePriceProblem(price: RefundPart, lines: RefundLine[], open: Open): Problem[] {
  const { lineNumber } = price
  const own = lines.filter((line) => line.lineNumber === lineNumber)
  const given = own.find(({ type }) => type === "PRODUCT")?.amount ?? 0
  if (!isWholePrice(price, given, open)) return []
  const left = totalLeft(open.filter((part) => part.lineNumber === lineNumber))
  const kept = left - own.reduce((sum, { amount }) => sum + amount, 0)
  if (kept <= 0) return []
  const message = `Walmart gives the shipping of line ${lineNumber} back with its whole price, which would be ${shown(kept)} more.`
  const remedy = `Refund the line with its shipping, ${shown(left)} in all, or less than the whole price.`
  return [problem("refund_takes_shipping", given, message, remedy)]
}

/** Nothing of the price was given back before, and all of it is now. */
function isWholePrice(part: RefundPart, given: number, open: Open): boolean {
  const { type, isWhole, charged, tax } = part
  const left = open.find((one) => one.lineNumber === part.lineNumber && one.type === type)?.left
  if (type !== "PRODUCT" || !isWhole || given === 0 || left !== charged) return false
  return splitRefund(given, { ...part, refunded: 0, refundedTax: 0 }).amount === charged - tax
}

function noSum(amount: number, lineNumber: string): Problem {
  const message = `Line ${lineNumber}: ${shown(amount)} is no sum that can be refunded.`
  return problem("refund_no_sum", amount, message, "Refund at least 0.01, in whole cents.")
}

function notShipped(amount: number, { known }: BookedRefunds, lineNumber?: string): Problem {
  const what = lineNumber === undefined ? "Nothing of this order" : `Line ${lineNumber}`
  const is = lineNumber === undefined ? "is shipped at Walmart" : "is not shipped at Walmart"
  return problem(
    "refund_not_shipped",
    amount,
    `${what} ${is}, and Walmart refunds only what is.`,
    isShipmentDue(known, lineNumber)
      ? "Its shipment is not sent yet, see the Walmart box. Refund it once Walmart has the shipment."
      : "Cancel what is not shipped instead; the buyer is not charged for it."
  )
}

/** What has left in Medusa must not be canceled, only because Walmart is not sent it yet. */
function isShipmentDue(known: KnownUpdate[], lineNumber?: string): boolean {
  const due = known.filter(({ status }) => status === "pending" || status === "needs_attention")
  const lines = shipmentsIn(due)
    .flatMap(packagesOf)
    .flatMap((parcel) => parcel.lines)
  return lines.some((line) => lineNumber === undefined || line.lineNumber === lineNumber)
}

function tooMuch(whose: string, amount: number, left: number): Problem {
  return problem(
    "refund_too_much",
    amount,
    `${whose} ${shown(left)} left to refund of what is shipped, so ${shown(amount)} cannot be refunded.`,
    left > 0
      ? `Refund ${shown(left)} at most.`
      : "There is nothing left to refund; reload the order."
  )
}

function unclear(amount: number, left: number): Problem {
  return problem(
    "refund_lines_unclear",
    amount,
    `Walmart wants to know which lines a refund is for, and ${shown(amount)} may be for several.`,
    `Choose them with Refund in the Walmart box of the order. All that is left, ${shown(left)}, or all that is left of one line needs no choice.`
  )
}

function problem(code: string, amount: number, message: string, remedy: string): Problem {
  return { code, field: "amount", value: shown(amount), message, remedy }
}

function shown(hundredths: number): string {
  return (hundredths / 100).toFixed(2)
}
