import { toCents } from "../orders/order-view"
import { eventOf, type ReturnLine, type ReturnOrder } from "../state/return-order"

/** A return order as Walmart writes it; `withReplacement` adds what `replacementInfo=true` asks for (rule E2). */
export function renderReturn(order: ReturnOrder, withReplacement: boolean) {
  const amount = order.lines.reduce((sum, line) => sum + line.price + line.tax, 0)
  return {
    returnOrderId: order.returnOrderId,
    customerEmailId: order.customerEmailId,
    ...(withReplacement ? replacement(order) : {}),
    customerName: { firstName: "Ann", lastName: "Lee" },
    customerOrderId: order.customerOrderId,
    returnOrderDate: iso(order.createdAt),
    returnByDate: iso(order.returnBy),
    refundMode: "POST_FIRST_SCAN",
    totalRefundAmount: money(order, amount),
    returnLineGroups: labelGroups(order),
    returnOrderLines: order.lines.map((line) => renderLine(order, line, withReplacement)),
    returnChannel: { channelName: "ONLINE" },
  }
}

function replacement(order: ReturnOrder) {
  const isReplacement = order.returnType === "REPLACEMENT"
  const replacementCustomerOrderId = isReplacement ? `9${order.customerOrderId.slice(1)}` : null
  return { returnType: order.returnType, replacementCustomerOrderId }
}

/** One label for all that is sent back; lines that the customer keeps have none. */
function labelGroups(order: ReturnOrder) {
  const returned = order.lines.filter((line) => !line.isKeepIt)
  const info = {
    carrierId: "1",
    carrierName: order.carrier,
    serviceType: "GROUND",
    trackingNo: order.trackingNumber,
  }
  const label = {
    labelImageURL: `https://labels.walmart.example/${order.returnOrderId}`,
    carrierInfoList: [info],
  }
  return [
    {
      groupNo: 1,
      returnLines: order.lines.map(({ returnOrderLineNumber }) => ({ returnOrderLineNumber })),
      labels: returned.length > 0 ? [label] : [],
      returnExpectedFlag: returned.length > 0,
    },
  ]
}

function renderLine(order: ReturnOrder, line: ReturnLine, withReplacement: boolean) {
  return {
    returnOrderLineNumber: line.returnOrderLineNumber,
    salesOrderLineNumber: line.purchaseOrderLineNumber,
    returnReason: line.reason,
    purchaseOrderId: line.purchaseOrderId,
    purchaseOrderLineNumber: line.purchaseOrderLineNumber,
    isReturnForException: false,
    ...(withReplacement ? { returnCancellationReason: line.cancellationReason } : {}),
    item: { sku: line.sku, condition: "New", productName: line.productName },
    charges: [renderCharge(order, line)],
    unitPrice: money(order, line.price / line.quantity),
    chargeTotals: renderTotals(order, line),
    cancellableQty: line.status === "INITIATED" ? line.quantity - line.refundedQty : 0,
    quantity: eachOf(line.quantity),
    returnExpectedFlag: !line.isKeepIt,
    isFastReplacement: false,
    isKeepIt: line.isKeepIt,
    lastItem: false,
    refundedQty: line.refundedQty,
    rechargeableQty: 0,
    refundChannel: line.refundChannel,
    returnTrackingDetail: line.events.map(({ tag, at }, index) => ({
      sequenceNo: index + 1,
      eventTag: tag,
      eventDescription: tag,
      eventTime: iso(at),
    })),
    status: statusOf(order, line),
    statusTime: iso(line.statusTime),
    currentDeliveryStatus: deliveryStatus(line),
    currentRefundStatus: refundStatus(line),
  }
}

/** Canada calls a canceled return `CANCELLED` and tells of no events (rule E2). */
function statusOf({ market }: ReturnOrder, line: ReturnLine): string {
  const isCanceled = eventOf(line, "RETURN_CANCELLED") !== undefined
  return market === "ca" && isCanceled ? "CANCELLED" : line.status
}

function renderCharge(order: ReturnOrder, line: ReturnLine) {
  const taxPerUnit = money(order, line.tax / line.quantity)
  return {
    chargeCategory: "PRODUCT",
    chargeName: "ItemPrice",
    chargePerUnit: money(order, line.price / line.quantity),
    isDiscount: false,
    isBillable: true,
    tax: [{ taxName: "Tax1", taxPerUnit }],
  }
}

function renderTotals(order: ReturnOrder, line: ReturnLine) {
  const totals = {
    lineUnitPrice: line.price / line.quantity,
    lineProductTaxes: line.tax,
    lineTotalTaxes: line.tax,
    lineSubTotal: line.price,
    lineTotal: line.price + line.tax,
  }
  return Object.entries(totals).map(([name, amount]) => ({ name, value: money(order, amount) }))
}

function deliveryStatus(line: ReturnLine): string | null {
  const shown = (["DELIVERED_AT_RETURN_CENTER", "RETURN_IN_TRANSIT"] as const).find((tag) =>
    eventOf(line, tag)
  )
  return shown ?? "RETURN_INITIATED"
}

function refundStatus(line: ReturnLine): string | null {
  if (line.refundedQty === 0) return null
  return line.refundedQty === line.quantity ? "REFUND_ISSUED" : "REFUND_INITIATED"
}

function eachOf(quantity: number) {
  return { unitOfMeasure: "EACH", measurementValue: quantity }
}

function money(order: ReturnOrder, amount: number) {
  return { currencyAmount: toCents(amount), currencyUnit: order.currency }
}

function iso(time: number): string {
  return new Date(time).toISOString()
}
