import { toCents } from "../orders/order-view"
import { eventOf, type ReturnLine, type ReturnOrder } from "../state/return-order"
import { fields, lineList, oneOf, statusQuantity, text } from "../wire/body"

/** A line that a refund in Mexico names, with the units that were received. */
export interface ReceivedLine {
  returnOrderLineNumber: number
  quantity: number
}

/** `orderRefund` of a refund in Mexico (rule E9). */
export function parseReceipt(orderRefund: unknown): ReceivedLine[] {
  const { orderLines } = fields(orderRefund, "orderRefund", ["orderLines"])
  return lineList(orderLines, "orderLines").flatMap(parseLine)
}

function parseLine(value: unknown): ReceivedLine[] {
  const line = fields(value, "orderLine", ["lineNumber", "orderLineStatuses"])
  const returnOrderLineNumber = Number(text(line.lineNumber, "lineNumber"))
  const statuses = fields(line.orderLineStatuses, "orderLineStatuses", ["orderLineStatus"])
  return [statuses.orderLineStatus].flat().map((one) => {
    const { status, statusQuantity: units } = fields(one, "orderLineStatus", [
      ...["status", "statusQuantity"],
    ])
    oneOf(status, ["Received"], "status")
    return { returnOrderLineNumber, quantity: statusQuantity(units, "statusQuantity") }
  })
}

/** A return order as Mexico writes it: texts for numbers, no units that are refunded, its parcel for itself (rule E10). */
export function renderMexicanReturn(order: ReturnOrder) {
  return {
    returnOrderId: order.returnOrderId,
    customerEmail: order.customerEmailId,
    customerName: { firstName: "Ana", lastName: "Luna" },
    customerOrderId: order.customerOrderId,
    returnOrderDate: localTime(order.createdAt),
    returnOrderLines: order.lines.map((line) => renderLine(order, line)),
    returnOrderShipments: order.lines.some(({ isKeepIt }) => !isKeepIt)
      ? [renderParcel(order)]
      : [],
  }
}

function renderLine({ currency, customerOrderId }: ReturnOrder, line: ReturnLine) {
  const number = String(line.returnOrderLineNumber)
  const money = (amount: number) => ({ currency, amount: String(toCents(amount)) })
  return {
    ...{ returnOrderLineNumber: number, primeLineNumber: number },
    ...{ returnReason: "Defecto de fábrica", reasonCode: line.reason },
    purchaseOrderId: line.purchaseOrderId,
    purchaseOrderLineNumber: String(line.purchaseOrderLineNumber),
    item: { productName: line.productName, sku: line.sku },
    charges: [{ chargeType: "PRODUCT", chargeName: "ItemPrice", tax: [taxOf(line.tax, money)] }],
    unitPrice: money((line.price + line.tax) / line.quantity),
    quantity: { unitOfMeasurement: "EACH", amount: String(line.quantity) },
    status: statusOf(line),
    statusTime: localTime(line.statusTime),
    refundAmount: money(line.price + line.tax),
    soPrimeLineSubLineNo: `${customerOrderId}-${number}-1`,
    isWFSEnabled: "N",
  }
}

function taxOf(amount: number, money: (amount: number) => object) {
  return { taxName: "IVA_TAX", taxAmount: money(amount) }
}

function statusOf(line: ReturnLine): string {
  if (eventOf(line, "RETURN_CANCELLED")) return "Cancelled"
  return line.status === "COMPLETED" ? "Completed" : "Initiated"
}

function renderParcel({ returnOrderId, carrier, trackingNumber, lines }: ReturnOrder) {
  const isBack = lines.some((line) => eventOf(line, "DELIVERED_AT_RETURN_CENTER"))
  return {
    ...{ shipmentNo: `${returnOrderId}_SHIP_1`, status: isBack ? "DELIVERED" : "IN_TRANSIT" },
    ...{ carrier, trackingNumber },
  }
}

/** Mexico City's time, as its examples have it. */
function localTime(time: number): string {
  return new Date(time - 6 * 3_600_000).toISOString().replace("Z", "-06:00")
}
