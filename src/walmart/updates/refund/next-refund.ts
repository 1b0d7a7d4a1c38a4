import { shownMoney } from "../../common/money"
import type { Order } from "../../orders/order"
import type { ChargesPer } from "../../orders/charges"
import { type RefundPart, refundParts } from "../../refunds/refund-parts"
import { refundsIn } from "../model/known-payloads"
import { type CallLimits, type NextAction, NOTHING } from "../model/next-action"
import type { Attention, KnownUpdate } from "../model/update"
import type { RefundPayload } from "../payloads/refund-payload"
import { say } from "../../words/phrase"
import { highestRefund } from "./booked"
import { chargedParts, type GivenLine, refundBody } from "./refund-body"

/**
 * Refunds are sent one by one, each with its reason: what Walmart shows as given back is taken off, whoever gave it, and only the rest
 * is sent.
 */
export function nextRefund(
  order: Order,
  head: KnownUpdate<RefundPayload>[],
  all: KnownUpdate[],
  { maxLines }: CallLimits
): NextAction {
  const [{ id, payload }] = head
  if (payload.lines.length === 0) return { ...NOTHING, attention: { id, attention: UNNAMED } }
  const sent = refundsIn(all.filter(({ status }) => status === "sent"))
  const rest = payload.lines.map((line) => restOf(order, payload.chargesPer, line, sent))
  const open = rest.filter(({ given }) => given > 0)
  if (open.length === 0) return { ...NOTHING, done: [id] }
  const conflict = open.map(conflictOf).find((one) => one !== null)
  if (conflict) return { ...NOTHING, attention: { id, attention: conflict } }
  const given = givenLines(order, payload.chargesPer, open)
  const taxed = given.find(isUnsayable)
  if (taxed) return { ...NOTHING, attention: { id, attention: taxAlone(taxed) } }
  const lines = oneMode(given).slice(0, maxLines)
  const body = refundBody(order.purchaseOrderId, payload.reason, lines)
  const call = { kind: "refund", endpoint: "orders.refund" as const, updateIds: [id], body }
  return { ...NOTHING, call }
}

/** Nothing of a line can be named, or a part of it that only a full refund would take along. */
function isUnsayable(line: GivenLine): boolean {
  const named = chargedParts(line).length
  return named === 0 || (named < line.parts.length && !line.isFullRefund)
}

function taxAlone(line: GivenLine): Attention {
  const alone = line.parts.filter((one) => !chargedParts(line).includes(one))
  const amount = alone.reduce((sum, { given }) => sum + given, 0)
  const shown = shownMoney(amount, alone[0].part.currency)
  return say("refund_tax_alone", { line: line.lineNumber, amount: shown })
}

/** What is still to be given back of one part, which Walmart's order should have. */
interface Rest {
  lineNumber: string
  part: RefundPart | undefined
  given: number
}

/** What Walmart has shown once is never taken back, so an order without it is an old one. */
function restOf(
  order: Order,
  per: ChargesPer,
  { lineNumber, type, total }: RefundPayload["lines"][number],
  sent: RefundPayload[]
): Rest {
  const line = order.lines.find((one) => one.lineNumber === lineNumber)
  const part = line && refundParts(line, per).find((one) => one.type === type)
  const before = Math.max(part?.refunded ?? 0, highestRefund(sent, { lineNumber, type }))
  return { lineNumber, part, given: total - before }
}

function conflictOf({ lineNumber, part, given }: Rest): Attention | null {
  if (!part) {
    return say("refund_not_shipped", { line: lineNumber })
  }
  const left = part.charged - part.refunded
  if (given <= left) return null
  const shown = (hundredths: number) => shownMoney(hundredths, part.currency)
  return say("refund_too_much", { line: lineNumber, left: shown(left), wanted: shown(given) })
}

function givenLines(order: Order, per: ChargesPer, open: Rest[]): GivenLine[] {
  const numbers = [...new Set(open.map(({ lineNumber }) => lineNumber))]
  return numbers.map((lineNumber) => {
    const parts = open.flatMap(({ part, given }) =>
      part?.lineNumber === lineNumber ? [{ part, given }] : []
    )
    return { lineNumber, isFullRefund: isFull(order, per, lineNumber, parts), parts }
  })
}

/** All units have left, nothing was given back before, and everything is now. */
function isFull(
  order: Order,
  per: ChargesPer,
  lineNumber: string,
  parts: GivenLine["parts"]
): boolean {
  const line = order.lines.find((one) => one.lineNumber === lineNumber)
  const all = line ? refundParts(line, per) : []
  return all.every(({ type, charged, refunded, isWhole }) => {
    const given = parts.find((one) => one.part.type === type)?.given
    return isWhole && refunded === 0 && given === charged
  })
}

/** Walmart takes full refunds or partial ones in one request, not both; the others follow in the next. */
function oneMode(lines: GivenLine[]): GivenLine[] {
  const full = lines.filter(({ isFullRefund }) => isFullRefund)
  return full.length > 0 ? full : lines
}

const UNNAMED: Attention = say("refund_lines_unclear", {})
