import { z } from "@medusajs/framework/zod"
import { NO_CALL, UnreadableError } from "../errors/errors"
import type { ReturnLine, ReturnOrder, ReturnStatus } from "../../orders/return-order"
import {
  anything,
  isRecord,
  listOf,
  minorUnits,
  moneyOf,
  MOST_UNITS,
  optionalCount,
  optionalInstant,
  optionalMinorUnits,
  optionalText,
  orderedUnits,
  quantity,
  text,
  yes,
} from "./fields"
import { pageMeta, parseWith } from "./schemas"
import { isWalmartNumber } from "../../common/walmart-number"

/** Mexico writes the order's quantities, with the units as a text (docs/walmart-api.md, "Returns"). */
const measure = z
  .object({ measurementValue: anything, amount: anything })
  .transform(({ measurementValue, amount }) => measurementValue ?? amount)
  .pipe(orderedUnits)

/** A bare number in the published schema; a measured one, as all other quantities of a return are, would otherwise read as none refunded. */
const refundedUnits = z.preprocess(
  (raw) => (isRecord(raw) ? (raw.measurementValue ?? raw.amount) : raw),
  optionalCount.refine((units) => (units ?? 0) <= MOST_UNITS, "is more than a million units")
)

const trackingEvent = z.object({ eventTag: optionalText, eventTime: optionalInstant })

/** A sum that is given back counts as such, whatever its sign: refunds of orders are negative, those of returns are not. */
const refundedSum = minorUnits.transform(Math.abs)

const refundedSumOrNothing = optionalMinorUnits.transform((sum) =>
  sum === null ? null : Math.abs(sum)
)

/** One that cannot be read, such as a fee without an amount, loses no other. */
const chargeTotal = z
  .object({ name: optionalText, value: moneyOf(z.object({ amount: refundedSum })) })
  .nullable()
  .catch(null)

const returnLine = z
  .object({
    returnOrderLineNumber: quantity,
    purchaseOrderId: text,
    purchaseOrderLineNumber: text,
    returnReason: optionalText,
    item: z.object({ sku: optionalText, productName: optionalText }).nullish().catch(null),
    quantity: measure,
    refundedQty: refundedUnits,
    isKeepIt: yes,
    status: optionalText,
    statusTime: optionalInstant,
    refundChannel: optionalText,
    refundCoveredBy: optionalText,
    chargeTotals: listOf(chargeTotal).catch([]),
    refundAmount: moneyOf(z.object({ amount: refundedSumOrNothing }))
      .nullish()
      .catch(null),
    returnTrackingDetail: listOf(trackingEvent).catch([]),
  })
  .transform((raw): ShownLine => {
    const events = raw.returnTrackingDetail
    const status = statusOf(raw.status, happened(events, ["RETURN_CANCELLED"]).length > 0)
    const sku = raw.item?.sku ?? ""
    return {
      returnLineNumber: raw.returnOrderLineNumber,
      purchaseOrderId: raw.purchaseOrderId,
      lineNumber: raw.purchaseOrderLineNumber,
      sku,
      productName: raw.item?.productName ?? sku,
      reason: raw.returnReason ?? "",
      quantity: raw.quantity,
      refunded: raw.refundedQty,
      isKeepIt: raw.isKeepIt,
      total: totalOf(raw.chargeTotals) ?? raw.refundAmount?.amount ?? null,
      status,
      deliveredAt: firstOf(events, DELIVERED) ?? (status === "delivered" ? raw.statusTime : null),
      scannedAt: firstOf(events, SCANNED),
      refundChannel: raw.refundChannel ?? raw.refundCoveredBy,
    }
  })

/** A line as it is shown: Canada and Mexico name no units that are refunded. */
type ShownLine = Omit<ReturnLine, "refunded"> & { refunded: number | null }

/** "Completed" means that the refund has begun (docs/walmart-api.md, "Returns"); of a replacement nothing is refunded. */
function withRefunded(line: ShownLine, isReplacement: boolean): ReturnLine {
  const isRefunded = line.status === "completed" && !isReplacement
  return { ...line, refunded: line.refunded ?? (isRefunded ? line.quantity : 0) }
}

const DELIVERED = ["DELIVERED_AT_RETURN_CENTER", "DELIVERED_AFTER_INVOICE"]

const SCANNED = ["RETURN_IN_TRANSIT", "INTRANSIT_AFTER_INVOICE"]

type TrackingEvent = z.output<typeof trackingEvent>

function happened(events: TrackingEvent[], tags: string[]): TrackingEvent[] {
  return events.filter(({ eventTag }) => tags.includes(eventTag ?? ""))
}

/** When it happened first, since the 48 hours run from then; null when no event says when. */
function firstOf(events: TrackingEvent[], tags: string[]): number | null {
  const times = happened(events, tags).flatMap(({ eventTime }) => eventTime ?? [])
  return times.length === 0 ? null : Math.min(...times)
}

function totalOf(totals: z.output<typeof chargeTotal>[]): number | null {
  return totals.find((one) => one?.name === "lineTotal")?.value.amount ?? null
}

/** An unknown status reads as `initiated`: all that is known is that the return is there. */
function statusOf(status: string | null, isCanceled: boolean): ReturnStatus {
  return isCanceled ? "canceled" : (STATUSES.get(status?.toUpperCase() ?? "") ?? "initiated")
}

/** The US says by an event that a return was canceled, Canada and Mexico by a status. */
const STATUSES = new Map<string, ReturnStatus>([
  ["DELIVERED", "delivered"],
  ["COMPLETED", "completed"],
  ["CANCELLED", "canceled"],
  ["CANCELED", "canceled"],
])

const label = z.object({
  carrierInfoList: listOf(z.object({ carrierName: optionalText, trackingNo: optionalText })),
})

/** How Mexico names the parcel that comes back. */
const shipment = z.object({ carrier: optionalText, trackingNumber: optionalText })

const groups = listOf(z.object({ labels: listOf(label) })).catch([])

const returnOrder = z
  .object({
    returnOrderId: text,
    customerOrderId: text,
    returnType: optionalText,
    returnOrderDate: optionalInstant,
    returnByDate: optionalInstant,
    returnLineGroups: groups,
    returnOrderShipments: listOf(shipment).catch([]),
    returnOrderLines: listOf(returnLine),
  })
  .transform((raw): ReturnOrder => {
    const labels = raw.returnLineGroups.flatMap((group) => group.labels)
    const info = labels.flatMap(({ carrierInfoList }) => carrierInfoList).at(0)
    const parcel = raw.returnOrderShipments.at(0)
    const isReplacement = raw.returnType?.toUpperCase() === "REPLACEMENT"
    return {
      returnOrderId: raw.returnOrderId,
      customerOrderId: raw.customerOrderId,
      isReplacement,
      requestedAt: raw.returnOrderDate,
      returnBy: raw.returnByDate,
      carrier: info?.carrierName ?? parcel?.carrier ?? null,
      trackingNumber: info?.trackingNo ?? parcel?.trackingNumber ?? null,
      lines: raw.returnOrderLines.map((line) => withRefunded(line, isReplacement)),
    }
  })

/** A return order of a list that cannot be read. */
export interface ReturnFailure {
  /** Null without a number that it can be asked for by. */
  returnOrderId: string | null
  reason: string
}

/** One page of return orders. */
export interface ReturnPage {
  returns: ReturnOrder[]
  /** To be looked at before a poll mark is moved. */
  failures: ReturnFailure[]
  /** Query string of the next page, null on the last. */
  nextCursor: string | null
  /** Return orders of the whole search; null when Walmart does not say. */
  totalCount: number | null
}

const page = z.object({
  meta: pageMeta,
  returnOrders: listOf(z.unknown()),
})

/**
 * Reads a page of return orders; one that cannot be read becomes a failure and loses no other.
 * @throws UnreadableError when it is no list at all
 */
export function parseReturnList(json: unknown): ReturnPage {
  const { meta, returnOrders } = parseWith(page, json, "list of return orders")
  const found: ReturnPage = { returns: [], failures: [], ...meta }
  for (const raw of returnOrders) {
    try {
      found.returns.push(parseReturn(raw))
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      found.failures.push({ returnOrderId: idOf(raw), reason: error.message })
    }
  }
  return returnOrders.length === 0 ? { ...found, nextCursor: null } : found
}

function parseReturn(raw: unknown): ReturnOrder {
  const id = idOf(raw)
  return parseWith(returnOrder, raw, id === null ? "return order" : `return order ${id}`)
}

const identified = z.object({ returnOrderId: text.refine(isWalmartNumber) })

function idOf(raw: unknown): string | null {
  return identified.safeParse(raw).data?.returnOrderId ?? null
}

/**
 * Reads one return order of an answer; null when the answer has none of this number.
 * @throws UnreadableError when it is there and cannot be read
 */
export function parseOneReturn(json: unknown, returnOrderId: string): ReturnOrder | null {
  const { returns, failures } = parseReturnList(json)
  const found = returns.find((one) => one.returnOrderId === returnOrderId)
  const failed = failures.find((one) => one.returnOrderId === returnOrderId) ?? failures.at(0)
  if (!found && failed) throw new UnreadableError(failed.reason, NO_CALL)
  return found ?? null
}

/** Checks only that Walmart answered a refund (in Mexico with a text): what was refunded is read back. */
export function parseReturnRefund(json: unknown): true {
  parseWith(z.union([z.looseObject({}), z.string()]), json, "answer to a refund")
  return true
}
