import { shownMoney } from "../../common/money"
import type { Problem } from "../../common/problem"
import { phrase, type Said, say, saying } from "../../words/phrase"
import { findRefundLines, joinLines, type RefundLine, totalLeft } from "../../refunds/find-lines"
import { isSamePart, type PartName, type RefundPart, sumOfPart } from "../../refunds/refund-parts"
import { isTaxAlone, splitRefund } from "../../refunds/split"
import { shipmentsIn } from "../model/known-payloads"
import type { KnownUpdate } from "../model/update"
import { packagesOf } from "../payloads/shipment-payload"
import { type BookedRefunds, openParts } from "./booked"
import { isUnfinished } from "../model/update-status"
import { sumOfAmounts } from "../../common/sums"

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
  if (amount > left) return { problems: [tooMuch("order", amount, left)] }
  const lines = named ? joinLines(named) : findRefundLines(amount, open)
  if (!lines) return { problems: [unclear(amount, left)] }
  const problems = [
    ...lines.flatMap((line) => lineProblem(line, open, booked)),
    ...sumProblem(amount, lines),
    ...parts.flatMap((price) => wholePriceProblem(price, lines, open)),
    ...lines.flatMap((line) => taxAloneProblem(line, lines, { parts, open })),
  ]
  return problems.length > 0 ? { problems } : { lines }
}

type Open = ReturnType<typeof openParts>

function lineProblem(line: RefundLine, open: Open, booked: BookedRefunds): Problem[] {
  const { lineNumber, type, amount } = line
  const part = open.find((one) => isSamePart(one, line))
  if (!part) return [notShipped(amount, booked, lineNumber)]
  if (!(Number.isInteger(amount) && amount > 0)) return [noSum(amount, lineNumber)]
  const what = type === "SHIPPING" ? "shipping" : "price"
  return amount > part.left ? [tooMuch(what, amount, part.left, lineNumber)] : []
}

function sumProblem(amount: number, lines: RefundLine[]): Problem[] {
  const sum = sumOfAmounts(lines)
  if (sum === amount) return []
  const about = { amount: shown(amount), sum: shown(sum) }
  return [problem(amount, say("refund_sum_differs", about))]
}

/** Walmart gives tax and shipping back with a whole item price, whoever asked for it (docs/walmart-api.md, "Refunds"). */
function wholePriceProblem(price: RefundPart, lines: RefundLine[], open: Open): Problem[] {
  const { lineNumber } = price
  const own = lines.filter((line) => line.lineNumber === lineNumber)
  const given = own.find(({ type }) => type === "PRODUCT")?.amount ?? 0
  if (!isWholePrice(price, given, open)) return []
  const left = totalLeft(open.filter((part) => part.lineNumber === lineNumber))
  const kept = left - sumOfAmounts(own)
  if (kept <= 0) return []
  const about = { line: lineNumber, more: shown(kept), all: shown(left) }
  return [problem(given, say("refund_takes_shipping", about))]
}

/** Nothing of the price was given back before, and all of it is now. */
function isWholePrice(part: RefundPart, given: number, open: Open): boolean {
  const { type, isWhole, charged, tax } = part
  const left = open.find((one) => isSamePart(one, part))?.left
  if (type !== "PRODUCT" || !isWhole || given === 0 || left !== charged) return false
  return splitRefund(given, { ...part, refunded: 0, refundedTax: 0 }).amount === charged - tax
}

/**
 * Of a refund only that is sent which Walmart has not given back before. A full refund of a line takes the tax of a shipping without a
 * price along; nothing else does.
 */
function taxAloneProblem(
  line: RefundLine,
  lines: RefundLine[],
  { parts, open }: { parts: RefundPart[]; open: Open }
): Problem[] {
  const { lineNumber, type, amount } = line
  const ofLine = parts.filter((one) => one.lineNumber === lineNumber)
  const part = ofLine.find((one) => one.type === type)
  const left = leftIn(open, line)
  if (!part || amount > left) return []
  const booked = part.charged - left
  const before = Math.max(booked, part.refunded)
  const sent = booked + amount - before
  if (sent <= 0 || !isTaxAlone(sent, asBooked(part, before))) return []
  const isFull = ofLine.every(
    (one) =>
      one.isWhole && [leftIn(open, one), sumOfPart(lines, one)].every((sum) => sum === one.charged)
  )
  if (isFull && ofLine.some((one) => one.charged > one.tax)) return []
  const about = { amount: shown(sent), line: lineNumber }
  return [problem(amount, say("refund_tax_alone", about))]
}

function leftIn(open: Open, part: PartName): number {
  return open.find((one) => isSamePart(one, part))?.left ?? 0
}

/** A part once everything that is booked has arrived. */
function asBooked(part: RefundPart, booked: number): RefundPart {
  const share = Math.round((part.tax * booked) / part.charged)
  const isShown = booked === part.refunded
  return { ...part, refunded: booked, refundedTax: isShown ? part.refundedTax : share }
}

function noSum(amount: number, line: string): Problem {
  return problem(amount, say("refund_no_sum", { line, amount: shown(amount) }))
}

function notShipped(amount: number, { known }: BookedRefunds, lineNumber?: string): Problem {
  const code = "refund_not_shipped"
  const isDue = isShipmentDue(known, lineNumber)
  return problem(amount, {
    code,
    ...saying({
      message: [
        lineNumber === undefined
          ? phrase(code, "message_order", {})
          : phrase(code, "message_line", { line: lineNumber }),
      ],
      remedy: [phrase(code, isDue ? "remedy_due" : "remedy_cancel", {})],
    }),
  })
}

/** What has left in Medusa must not be canceled, only because Walmart is not sent it yet. */
function isShipmentDue(known: KnownUpdate[], lineNumber?: string): boolean {
  const due = known.filter(isUnfinished)
  const lines = shipmentsIn(due)
    .flatMap(packagesOf)
    .flatMap((parcel) => parcel.lines)
  return lines.some((line) => lineNumber === undefined || line.lineNumber === lineNumber)
}

function tooMuch(
  what: "order" | "price" | "shipping",
  amount: number,
  left: number,
  line = ""
): Problem {
  const code = "refund_too_much"
  const sums = { left: shown(left), wanted: shown(amount), line }
  return problem(amount, {
    code,
    ...saying({
      message: [phrase(code, `message_${what}`, sums)],
      remedy: [phrase(code, left > 0 ? "remedy_most" : "remedy_none", sums)],
    }),
  })
}

function unclear(amount: number, left: number): Problem {
  const sums = { amount: shown(amount), left: shown(left) }
  return problem(amount, say("refund_lines_unclear", sums, "several"))
}

function problem(amount: number, said: Said & { code: string }): Problem {
  return { ...said, field: "amount", value: shown(amount) }
}

/** Walmart takes refunds only where the currency has cents. */
function shown(hundredths: number): string {
  return shownMoney(hundredths)
}
