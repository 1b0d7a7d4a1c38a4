import { z } from "@medusajs/framework/zod"
import { UnreadableError } from "../errors/errors"
import type { ReturnLine, ReturnOrder, ReturnStatus } from "../../orders/return-order"
import {
  flag,
  listOf,
  minorUnits,
  optionalCount,
  optionalInstant,
  optionalText,
  quantity,
  text,
  textOrNothing,
} from "./fields"
import { parseWith } from "./schemas"

const measure = z.object({ measurementValue: quantity })

const trackingEvent = z.object({ eventTag: optionalText, eventTime: optionalInstant })

const chargeTotal = z.object({
  name: optionalText,
  value: z.object({ currencyAmount: minorUnits }),
})

const returnLine = z
  .object({
    returnOrderLineNumber: quantity,
    purchaseOrderId: text,
    purchaseOrderLineNumber: text,
    returnReason: optionalText,
    item: z.object({ sku: text, productName: optionalText }),
    quantity: measure,
    refundedQty: optionalCount,
    isKeepIt: flag,
    status: optionalText,
    refundChannel: optionalText,
    refundCoveredBy: optionalText,
    chargeTotals: listOf(chargeTotal).catch([]),
    returnTrackingDetail: listOf(trackingEvent).catch([]),
  })
  .transform((raw): ReturnLine => {
    const happened = (tags: string[]) =>
      raw.returnTrackingDetail.find(({ eventTag }) => tags.includes(eventTag ?? ""))
    const delivered = happened(DELIVERED)
    return {
      returnLineNumber: raw.returnOrderLineNumber,
      purchaseOrderId: raw.purchaseOrderId,
      lineNumber: raw.purchaseOrderLineNumber,
      sku: raw.item.sku,
      productName: raw.item.productName ?? raw.item.sku,
      reason: raw.returnReason ?? "",
      quantity: raw.quantity.measurementValue,
      refunded: raw.refundedQty ?? 0,
      isKeepIt: raw.isKeepIt,
      total: totalOf(raw.chargeTotals),
      status: statusOf(raw.status, Boolean(happened(["RETURN_CANCELLED"]))),
      deliveredAt: delivered?.eventTime ?? null,
      scannedAt: happened(["RETURN_IN_TRANSIT", "INTRANSIT_AFTER_INVOICE"])?.eventTime ?? null,
      refundChannel: raw.refundChannel ?? raw.refundCoveredBy,
    }
  })

const DELIVERED = ["DELIVERED_AT_RETURN_CENTER", "DELIVERED_AFTER_INVOICE"]

function totalOf(totals: z.output<typeof chargeTotal>[]): number | null {
  return totals.find(({ name }) => name === "lineTotal")?.value.currencyAmount ?? null
}

/** An unknown status is the first one: nothing is concluded from it but that the return is there. */
function statusOf(status: string | null, isCanceled: boolean): ReturnStatus {
  if (isCanceled) return "canceled"
  if (status === "DELIVERED") return "delivered"
  return status === "COMPLETED" ? "completed" : "initiated"
}

const label = z.object({
  carrierInfoList: listOf(z.object({ carrierName: optionalText, trackingNo: optionalText })),
})

const groups = listOf(z.object({ labels: listOf(label) })).catch([])

const returnOrder = z
  .object({
    returnOrderId: text,
    customerOrderId: text,
    returnType: optionalText,
    returnOrderDate: optionalInstant,
    returnByDate: optionalInstant,
    returnLineGroups: groups,
    returnOrderLines: listOf(returnLine),
  })
  .transform((raw): ReturnOrder => {
    const labels = raw.returnLineGroups.flatMap((group) => group.labels)
    const info = labels.flatMap(({ carrierInfoList }) => carrierInfoList).at(0)
    return {
      returnOrderId: raw.returnOrderId,
      customerOrderId: raw.customerOrderId,
      isReplacement: raw.returnType === "REPLACEMENT",
      requestedAt: raw.returnOrderDate,
      returnBy: raw.returnByDate,
      carrier: info?.carrierName ?? null,
      trackingNumber: info?.trackingNo ?? null,
      lines: raw.returnOrderLines,
    }
  })

/** One page of return orders. */
export interface ReturnPage {
  returns: ReturnOrder[]
  /** Why some of them could not be read, one text each. */
  failures: string[]
  /** Query string of the next page, null on the last. */
  nextCursor: string | null
}

const page = z.object({
  meta: z.object({ nextCursor: textOrNothing }).nullish(),
  returnOrders: listOf(z.unknown()),
})

/**
 * Reads a page of return orders; one that cannot be read becomes a failure and loses no other.
 * @throws UnreadableError when it is no list at all
 */
export function parseReturnList(json: unknown): ReturnPage {
  const { meta, returnOrders } = parseWith(page, json, "list of return orders")
  const found: ReturnPage = { returns: [], failures: [], nextCursor: meta?.nextCursor ?? null }
  for (const raw of returnOrders) {
    try {
      found.returns.push(parseWith(returnOrder, raw, "return order"))
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      found.failures.push(error.message)
    }
  }
  return returnOrders.length === 0 ? { ...found, nextCursor: null } : found
}

/** Reads nothing of the answer to a refund but that there is one: what was refunded is read back. */
export function parseReturnRefund(json: unknown): true {
  parseWith(z.looseObject({}), json, "answer to a refund")
  return true
}
