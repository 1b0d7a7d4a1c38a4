import {
  amount,
  fields,
  flag,
  lineList,
  list,
  oneOf,
  optionalText,
  text,
  type Fields,
} from "../wire/body"
import { allowQuery, ownOrder, type Call } from "../gateway/call"
import { badContent } from "../wire/errors"
import type { Answer } from "../wire/http"
import { quantityIn, type Line, type Order } from "../state/order"
import { toCents } from "./order-view"
import { answerOrder, refuseWalmartFulfilled, writeLines, type LineEffect } from "./order-write"
import { MARKET_RULES } from "../wire/markets"
import { REFUND_REASONS } from "../wire/wire-values"

interface RefundLine {
  lineNumber: string
  isFullRefund: boolean
  /** positive, tax included */
  amount: number
  reason: string
  comments: string
  charges: Fields[]
  /** what of `amount` is the item's price, without tax */
  itemPrice: number
}

/** `POST /v3/orders/{purchaseOrderId}/refund` (rules F1, F2, F5) */
export function refundOrder(call: Call): Answer {
  allowQuery(call)
  const lines = parseRefundBody(call.body, call.pathId, MARKET_RULES[call.market].currency)
  if (new Set(lines.map((line) => line.isFullRefund)).size > 1) {
    throw badContent("All lines of a refund must use the same isFullRefund", "isFullRefund")
  }
  const stored = ownOrder(call)
  refuseWalmartFulfilled(stored.current)
  writeLines(call, stored, lines, (line, input, before) =>
    refundLine(line, input, before, String(call.world.nextSerial()))
  )
  return answerOrder(call, stored.current)
}

function refundLine(line: Line, input: RefundLine, order: Order, refundId: string): LineEffect[] {
  const where = `Line: ${line.lineNumber} of PO: ${order.purchaseOrderId}`
  const quantity = quantityIn(line, "Shipped", "Delivered")
  if (quantity === 0) throw badContent(`${where} is not shipped and cannot be refunded`)
  const left = toCents(chargedFor(line) - line.refunded)
  const isFull = input.isFullRefund || input.itemPrice === itemPriceOf(line)
  const given = isFull ? left : input.amount
  if (given <= 0 || given > left) {
    throw badContent(`${where}: refund of ${given} is more than the ${left} left of its charges`)
  }
  const shown = isFull ? fullCharges(line, input, order.currency) : input.charges
  const charges = [...(line.refund?.charges ?? []), ...shown]
  line.refunded = toCents(line.refunded + given)
  line.refund = { refundId, refundComments: input.comments, charges }
  return [{ effect: "refunded", quantity, reason: input.reason, amount: given }]
}

/** What the customer was charged for a line, tax included. */
export function chargedFor(line: Line): number {
  return toCents(line.charges.reduce((sum, { amount, tax }) => sum + amount + (tax ?? 0), 0))
}

/** The price of all units without tax, which given back whole takes tax and shipping along (rule F5). */
function itemPriceOf(line: Line): number {
  return sumOf(line.charges.filter(({ chargeType }) => chargeType === "PRODUCT"))
}

/** What a full refund shows: every charge of the line, or the rest in one sum when a part was given back before. */
function fullCharges(line: Line, { reason }: RefundLine, currency: string): Fields[] {
  const wire = (chargeType: string, chargeName: string, amount: number, tax: number): Fields => {
    const taxAmount = { currency, amount: toCents(-tax) }
    return {
      refundReason: reason,
      charge: {
        ...{ chargeType, chargeName, chargeAmount: { currency, amount: toCents(-amount) } },
        ...(tax === 0 ? {} : { tax: { taxName: "Tax1", taxAmount } }),
      },
    }
  }
  if (line.refunded > 0) {
    return [wire("PRODUCT", "ItemPrice", toCents(chargedFor(line) - line.refunded), 0)]
  }
  return [...new Set(line.charges.map(({ chargeType }) => chargeType))].flatMap((type) => {
    const charges = line.charges.filter(({ chargeType }) => chargeType === type)
    const tax = charges.reduce((sum, charge) => sum + (charge.tax ?? 0), 0)
    const amount = sumOf(charges)
    return amount + tax > 0 ? [wire(type, charges[0].chargeName, amount, tax)] : []
  })
}

function sumOf(charges: { amount: number }[]): number {
  return toCents(charges.reduce((sum, { amount }) => sum + amount, 0))
}

function parseRefundBody(body: unknown, purchaseOrderId: string, currency: string): RefundLine[] {
  const { orderRefund } = fields(body, "body", ["orderRefund"])
  const refund = fields(orderRefund, "orderRefund", ["purchaseOrderId", "orderLines"])
  if (refund.purchaseOrderId !== purchaseOrderId) {
    throw badContent("purchaseOrderId differs from the path", "purchaseOrderId")
  }
  return lineList(refund.orderLines, "orderLines").map((line) => parseLine(line, currency))
}

function parseLine(value: unknown, currency: string): RefundLine {
  const line = fields(value, "orderLine", ["lineNumber", "refunds"], ["isFullRefund"])
  const { refund } = fields(line.refunds, "refunds", ["refund"])
  const refunds = list(refund, "refund").map((one) => {
    const optional = ["refundId", "refundComments"]
    return fields(one, "refund", ["refundCharges"], optional)
  })
  const charges = refunds.flatMap(({ refundCharges }) => {
    const { refundCharge } = fields(refundCharges, "refundCharges", ["refundCharge"])
    return list(refundCharge, "refundCharge").map((one) => parseCharge(one, currency))
  })
  return {
    lineNumber: text(line.lineNumber, "lineNumber"),
    isFullRefund: flag(line.isFullRefund, "isFullRefund", false),
    amount: toCents(charges.reduce((sum, charge) => sum + charge.amount, 0)),
    reason: charges[0].reason,
    comments: optionalText(refunds[0].refundComments, "refundComments") ?? "",
    charges: charges.map((charge) => charge.wire),
    itemPrice: sumOf(
      charges.filter(({ isProduct }) => isProduct).map(({ net }) => ({ amount: net }))
    ),
  }
}

function parseCharge(
  value: unknown,
  currency: string
): { amount: number; net: number; isProduct: boolean; reason: string; wire: Fields } {
  const wire = fields(value, "refundCharge", ["refundReason", "charge"])
  const required = ["chargeType", "chargeName", "chargeAmount"]
  const charge = fields(wire.charge, "charge", required, ["tax"])
  text(charge.chargeType, "chargeType")
  text(charge.chargeName, "chargeName")
  const reason = oneOf(wire.refundReason, REFUND_REASONS, "refundReason")
  const tax = charge.tax === undefined ? 0 : parseTax(charge.tax, currency)
  const net = negativeMoney(charge.chargeAmount, "chargeAmount", currency)
  if (net === 0) throw badContent("chargeAmount.amount must be negative", "chargeAmount")
  return { amount: net + tax, net, isProduct: charge.chargeType === "PRODUCT", reason, wire }
}

function parseTax(value: unknown, currency: string): number {
  const tax = fields(value, "tax", ["taxName", "taxAmount"])
  text(tax.taxName, "taxName")
  return negativeMoney(tax.taxAmount, "taxAmount", currency)
}

/** Refunds are written as negative amounts; answers how much is given back. */
function negativeMoney(value: unknown, where: string, currency: string): number {
  const money = fields(value, where, ["currency", "amount"])
  oneOf(money.currency, [currency], `${where}.currency`)
  const figure = amount(money.amount, `${where}.amount`)
  if (figure > 0) throw badContent(`${where}.amount must be negative`, where)
  return -figure
}
