import { z } from "@medusajs/framework/zod"
import { cleanText } from "../../common/clean-text"
import { withDiscountSign } from "../../orders/discounts"
import {
  anything,
  flag,
  listOf,
  minorUnits,
  minorUnitsOrZero,
  optionalInstant,
  optionalText,
  quantity,
  shown,
  text,
  yes,
} from "./fields"
import type {
  Charge,
  LineStatus,
  LineStatusEntry,
  OrderLine,
  ShippedPackage,
} from "../../orders/order"

const LINE_STATUSES: LineStatus[] = [
  "Created",
  "Acknowledged",
  "Shipped",
  "Delivered",
  "Cancelled",
  "Refund",
]

/** Unknown statuses fail: what is unknown may be shipped already, and nothing may be sent on its ground. */
const lineStatus = anything.transform((raw, context): LineStatus => {
  const wanted = typeof raw === "string" ? raw.trim().toLowerCase() : null
  const known = LINE_STATUSES.find((status) => status.toLowerCase() === wanted)
  if (known !== undefined) return known
  context.addIssue({ code: "custom", message: `is ${shown(raw)}, which this plugin does not know` })
  return z.NEVER
})

const carrierName = z
  .union([
    z.string().transform((carrier) => cleanText(carrier).trim() || null),
    z
      .object({ carrier: optionalText, otherCarrier: optionalText })
      .nullish()
      .transform((name) => name?.carrier ?? name?.otherCarrier ?? null),
  ])
  .catch(null)

const trackingInfo = z
  .object({
    shipDateTime: optionalInstant,
    carrierName,
    methodCode: optionalText,
    trackingNumber: optionalText,
    trackingURL: optionalText,
  })
  .nullish()
  .catch(null)
  .transform((info): ShippedPackage | null => {
    if (info === null || info === undefined) return null
    const { carrierName: carrier, trackingNumber, trackingURL: trackingUrl } = info
    const { shipDateTime: shippedAt, methodCode } = info
    const isEmpty = carrier === null && trackingNumber === null && trackingUrl === null
    return isEmpty ? null : { carrier, trackingNumber, trackingUrl, shippedAt, methodCode }
  })

/** Object with an amount, whatever its unit: Walmart knows only EACH and EA (SCHEMA OAS-orders). */
export const amountOf = <T extends z.ZodType>(amount: T) => z.object({ amount })

const statusEntry = z
  .object({
    status: lineStatus,
    statusQuantity: amountOf(quantity),
    cancellationReason: optionalText,
    intentToCancel: flag,
    trackingInfo,
  })
  .transform((raw): { entry: LineStatusEntry; customerAsked: boolean } => ({
    customerAsked: raw.intentToCancel,
    entry: {
      status: raw.status,
      quantity: raw.statusQuantity.amount,
      cancellationReason: raw.cancellationReason,
      package: raw.trackingInfo,
    },
  }))

const tax = z
  .object({ taxAmount: amountOf(minorUnitsOrZero).nullish() })
  .transform(({ taxAmount }) => taxAmount?.amount ?? 0)

/** Unknown charge types are kept (docs/walmart-api.md, "Money and charges"). */
const charge = z
  .object({
    chargeType: text,
    chargeName: optionalText,
    chargeAmount: z.object({ currency: text, amount: minorUnits }),
    tax: listOf(tax),
    isDiscount: yes,
    discountType: optionalText,
  })
  .transform((raw) => {
    const marks = { isDiscount: raw.isDiscount, discountType: raw.discountType }
    return withDiscountSign(marks, {
      type: raw.chargeType,
      name: raw.chargeName ?? raw.chargeType,
      currency: raw.chargeAmount.currency,
      amount: raw.chargeAmount.amount,
      tax: raw.tax.reduce((sum, amount) => sum + amount, 0),
    })
  })

/** Walmart writes what is given back as negative amounts. */
const refundCharge = z
  .object({
    charge: z.object({
      chargeType: text,
      chargeName: optionalText,
      chargeAmount: z.object({ currency: text, amount: minorUnits }),
      tax: listOf(tax),
    }),
  })
  .transform(({ charge: { chargeType: type, chargeName, chargeAmount, tax: taxes } }) => ({
    ...{ type, name: chargeName ?? type, currency: chargeAmount.currency },
    amount: Math.abs(chargeAmount.amount),
    tax: Math.abs(taxes.reduce((sum, amount) => sum + amount, 0)),
  }))

const refund = z
  .object({ refundCharges: z.object({ refundCharge: listOf(refundCharge) }).nullish() })
  .transform(({ refundCharges }) => refundCharges?.refundCharge ?? [])

/** What cannot be read is known to be there: no order is unreadable for it, and no refund is sent on top of it. */
const refunds = listOf(refund)
  .transform((all): Charge[] | null => all.flat())
  .catch(null)

const orderLine = z
  .object({
    lineNumber: text,
    item: z.object({ sku: text, productName: optionalText }),
    orderLineQuantity: amountOf(quantity),
    charges: z.object({ charge: listOf(charge) }).nullish(),
    orderLineStatuses: z.object({
      orderLineStatus: listOf(statusEntry).refine((entries) => entries.length > 0, "is empty"),
    }),
    refund: refunds,
    statusDate: optionalInstant,
    intentToCancel: flag,
    fulfillment: z.object({ shipMethod: optionalText }).nullish().catch(null),
  })
  .transform((raw): OrderLine => {
    const statuses = raw.orderLineStatuses.orderLineStatus
    return {
      lineNumber: raw.lineNumber,
      sku: raw.item.sku,
      productName: raw.item.productName ?? raw.item.sku,
      quantity: raw.orderLineQuantity.amount,
      charges: raw.charges?.charge ?? [],
      refunds: raw.refund,
      statuses: statuses.map(({ entry }) => entry),
      statusAt: raw.statusDate,
      customerAskedToCancel:
        raw.intentToCancel || statuses.some(({ customerAsked }) => customerAsked),
      shipMethod: raw.fulfillment?.shipMethod ?? null,
    }
  })

/** The lines of an order: at least one, each with its own number and at least one status. */
export const orderLines = listOf(orderLine)
  .refine((lines) => lines.length > 0, "is empty")
  .refine(
    (lines) => new Set(lines.map(({ lineNumber }) => lineNumber)).size === lines.length,
    "has two lines of the same number"
  )
