import { ownValue } from "../wire/body"
import type { Options } from "../state/options"
import type { Charge, Line, Order, StatusEntry, Tracking } from "../state/order"

/** What a caller asked to see, and the call it is for. */
export interface ViewRequest {
  productInfo: boolean
  replacementInfo: boolean
  /** GET of one order, whose document declares `orderDate` as a date-time string (rule R13) */
  isSingleRead: boolean
}

const SHIP_METHODS: Record<string, string> = {
  Standard: "STANDARD",
  Express: "EXPEDITED",
  OneDay: "ONE_DAY",
  Freight: "FREIGHT",
  WhiteGlove: "WHITE_GLOVE",
  Value: "VALUE",
}

/** An order as Walmart writes it. */
export function renderOrder(order: Order, options: Options, request: ViewRequest) {
  const isIsoDate = request.isSingleRead && options.isoOrderDate
  return {
    purchaseOrderId: order.purchaseOrderId,
    customerOrderId: order.customerOrderId,
    customerEmailId: order.customerEmailId,
    ...(request.replacementInfo ? replacement(order) : {}),
    orderDate: isIsoDate ? new Date(order.orderDate).toISOString() : order.orderDate,
    isGuest: false,
    shippingInfo: {
      phone: order.phone,
      estimatedDeliveryDate: order.estimatedDeliveryDate,
      estimatedShipDate: order.estimatedShipDate,
      methodCode: order.methodCode,
      postalAddress: order.address,
    },
    orderLines: {
      orderLine: several(
        order.lines.map((line) => renderLine(line, order, options, request)),
        options
      ),
    },
    paymentTypes: ["CREDITCARD"],
    ...(options.orderSummary ? { orderSummary: renderSummary(order, options) } : {}),
    shipNode: order.shipNode,
  }
}

/** A list, or its only element when the options ask for that. */
export function several<T>(elements: T[], options: Options): T[] | T {
  return options.singleObjects && elements.length === 1 ? elements[0] : elements
}

function replacement(order: Order) {
  return {
    orderType: order.orderType,
    originalCustomerOrderID: order.originalCustomerOrderId,
  }
}

function renderLine(line: Line, order: Order, options: Options, request: ViewRequest) {
  const charges = line.charges.map((charge) => renderCharge(charge, line, order.currency, options))
  return {
    lineNumber: line.lineNumber,
    item: renderItem(line, request),
    charges: { charge: several(charges, options) },
    orderLineQuantity: eachOf(line.quantity),
    statusDate: line.statusDate,
    orderLineStatuses: { orderLineStatus: several(line.statuses.map(renderStatus), options) },
    ...(line.refund ? { refund: renderRefund(line.refund) } : {}),
    fulfillment: {
      fulfillmentOption: "S2H",
      shipMethod: ownValue(SHIP_METHODS, order.methodCode),
      storeId: null,
      pickUpDateTime: order.estimatedDeliveryDate,
      pickUpBy: null,
      shippingProgramType: order.shippingProgramType,
    },
    intentToCancel: line.intentToCancel ? "TRUE" : null,
    sellerOrderId: line.sellerOrderId,
  }
}

function renderItem(line: Line, request: ViewRequest) {
  const item = { productName: line.productName, sku: line.sku, condition: "New" }
  if (!request.productInfo) return item
  const imageUrl = `https://i5.walmartimages.com/${encodeURIComponent(line.sku)}.jpeg`
  return { ...item, imageUrl, weight: { value: "1.0", unit: "Pounds" } }
}

function renderCharge(charge: Charge, line: Line, currency: string, options: Options) {
  const amount = onWire(charge.amount, line, options)
  const tax = charge.tax === null ? null : onWire(charge.tax, line, options)
  return {
    chargeType: charge.chargeType,
    chargeName: charge.chargeName,
    chargeAmount: { currency, amount },
    tax: tax === null ? null : { taxName: "Tax1", taxAmount: { currency, amount: tax } },
  }
}

/** The figure a charge shows: the line's, or rounded to one unit's (rule R15). */
function onWire(amount: number, line: Line, options: Options): number {
  return options.chargesArePerUnit ? toCents(amount / line.quantity) : toCents(amount)
}

/** The total adds up from what the charges show, so that a reader can find out which meaning they have. */
function renderSummary(order: Order, options: Options) {
  const total = (pick: (charge: Charge) => number | null) => {
    const perLine = order.lines.map((line) => {
      const factor = options.chargesArePerUnit ? line.quantity : 1
      const shown = line.charges.map((charge) => onWire(pick(charge) ?? 0, line, options))
      return shown.reduce((sum, amount) => sum + amount * factor, 0)
    })
    return toCents(perLine.reduce((sum, amount) => sum + amount, 0))
  }
  const money = (currencyAmount: number) => ({ currencyAmount, currencyUnit: order.currency })
  const subTotals = [
    ["PRODUCT", total((charge) => (charge.chargeType === "PRODUCT" ? charge.amount : null))],
    ["SHIPPING", total((charge) => (charge.chargeType === "SHIPPING" ? charge.amount : null))],
    ["TAX", total((charge) => charge.tax)],
  ] as const
  return {
    totalAmount: money(toCents(subTotals.reduce((sum, [, amount]) => sum + amount, 0))),
    orderSubTotals: subTotals.map(([subTotalType, amount]) => ({
      subTotalType,
      totalAmount: money(amount),
    })),
  }
}

function renderStatus(entry: StatusEntry) {
  return {
    status: entry.status,
    statusQuantity: eachOf(entry.quantity),
    cancellationReason: entry.cancellationReason,
    trackingInfo: entry.tracking && renderTracking(entry.tracking),
    returnCenterAddress: entry.returnCenterAddress,
  }
}

function renderTracking(tracking: Tracking) {
  return {
    shipDateTime: tracking.shipDateTime,
    carrierName: { carrier: tracking.carrier, otherCarrier: tracking.otherCarrier },
    methodCode: tracking.methodCode,
    trackingNumber: tracking.trackingNumber,
    trackingURL: tracking.trackingURL,
  }
}

function renderRefund(refund: NonNullable<Line["refund"]>) {
  const { refundId, refundComments, charges } = refund
  return { refundId, refundComments, refundCharges: { refundCharge: charges } }
}

function eachOf(quantity: number) {
  return { unitOfMeasurement: "EACH", amount: String(quantity) }
}

/** Rounds to cents, away from binary fractions. */
export function toCents(amount: number): number {
  return Math.round((amount + Number.EPSILON * Math.sign(amount)) * 100) / 100
}
