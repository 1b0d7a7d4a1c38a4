import { z } from "@medusajs/framework/zod"
import { cleanText } from "../../common/clean-text"
import { ownValue } from "../../common/own-value"
import { charges, refunds } from "./charge-schema"
import {
  anything,
  holderOf,
  listOf,
  optionalInstant,
  optionalText,
  orderedUnits,
  shown,
  text,
  yes,
} from "./fields"
import type { LineStatus, LineStatusEntry, OrderLine, ShippedPackage } from "../../orders/order"

/** What is read of a line's status: besides those that count units, that Walmart holds them back. */
type ReadStatus = LineStatus | "OnHold"

/** By their letters alone; both spellings of a cancellation are in use. */
const LINE_STATUSES: Record<string, ReadStatus> = {
  created: "Created",
  acknowledged: "Acknowledged",
  shipped: "Shipped",
  delivered: "Delivered",
  cancelled: "Cancelled",
  canceled: "Cancelled",
  refund: "Refund",
  onhold: "OnHold",
}

function readStatus(raw: unknown): ReadStatus | null {
  const letters = typeof raw === "string" ? raw.toLowerCase().replace(/[\s_-]/g, "") : ""
  return ownValue(LINE_STATUSES, letters) ?? null
}

const carrierName = z
  .union([
    z.string().transform((carrier) => cleanText(carrier).trim() || null),
    z
      .object({ carrier: optionalText, otherCarrier: optionalText })
      .nullish()
      .transform((name) => name?.carrier ?? name?.otherCarrier ?? null),
  ])
  .catch(null)

const parcel = z.object({
  shipDateTime: optionalInstant,
  carrierName,
  methodCode: optionalText,
  trackingNumber: optionalText,
  trackingURL: optionalText,
})

const trackingInfo = listOf(parcel)
  .catch([])
  .transform(([info]) => info ?? null)
  .transform((info): ShippedPackage | null => {
    if (info === null) return null
    const { carrierName: carrier, trackingNumber, trackingURL: trackingUrl } = info
    const { shipDateTime: shippedAt, methodCode } = info
    const isEmpty = carrier === null && trackingNumber === null && trackingUrl === null
    return isEmpty ? null : { carrier, trackingNumber, trackingUrl, shippedAt, methodCode }
  })

/** Object with an amount, whatever its unit: Walmart knows only EACH and EA (SCHEMA OAS-orders). A bare number is its amount. */
export const amountOf = <T extends z.ZodType>(amount: T) =>
  z.preprocess((raw) => (isBareNumber(raw) ? { amount: raw } : raw), z.object({ amount }))

function isBareNumber(raw: unknown): boolean {
  return typeof raw === "number" || (typeof raw === "string" && /^\s*\d/.test(raw))
}

const rawEntry = {
  status: anything,
  statusQuantity: amountOf(orderedUnits),
  cancellationReason: optionalText,
  intentToCancel: yes,
  trackingInfo,
}

type RawEntry = z.output<z.ZodObject<typeof rawEntry>>

/** Unknown statuses fail: what is unknown may be shipped already, and nothing may be sent on its ground. Of no units they say nothing. */
function statusIsKnown({ status, statusQuantity }: RawEntry, context: z.RefinementCtx) {
  if (statusQuantity.amount === 0 || readStatus(status) !== null) return
  const message = `is ${shown(status)}, which this plugin does not know`
  context.addIssue({ code: "custom", path: ["status"], message })
}

const statusEntry = z.object(rawEntry).superRefine(statusIsKnown)

function entriesOf(raw: RawEntry[]): LineStatusEntry[] {
  return raw.flatMap(
    ({ status: said, statusQuantity, cancellationReason, trackingInfo: parcelOf }) => {
      const status = readStatus(said)
      if (status === null || status === "OnHold") return []
      return [{ status, quantity: statusQuantity.amount, cancellationReason, package: parcelOf }]
    }
  )
}

function unitsOnHold(raw: RawEntry[]): number {
  const held = raw.filter(({ status }) => readStatus(status) === "OnHold")
  return held.reduce((sum, { statusQuantity }) => sum + statusQuantity.amount, 0)
}

const orderLine = z
  .object({
    lineNumber: text,
    item: z.object({ sku: text, productName: optionalText }),
    orderLineQuantity: amountOf(orderedUnits),
    charges,
    orderLineStatuses: holderOf(
      "orderLineStatus",
      listOf(statusEntry).refine((entries) => entries.length > 0, "is empty")
    ),
    refund: refunds,
    statusDate: optionalInstant,
    intentToCancel: yes,
    fulfillment: z.object({ shipMethod: optionalText }).nullish().catch(null),
  })
  .transform((raw): OrderLine => {
    const statuses = raw.orderLineStatuses
    const onHold = unitsOnHold(statuses)
    return {
      lineNumber: raw.lineNumber,
      sku: raw.item.sku,
      productName: raw.item.productName ?? raw.item.sku,
      quantity: raw.orderLineQuantity.amount,
      charges: raw.charges,
      refunds: raw.refund,
      statuses: entriesOf(statuses),
      ...(onHold > 0 ? { onHold } : {}),
      statusAt: raw.statusDate,
      customerAskedToCancel:
        raw.intentToCancel || statuses.some(({ intentToCancel }) => intentToCancel),
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
