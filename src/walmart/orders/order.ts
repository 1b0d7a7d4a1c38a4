import type { CustomerOrderId, LineNumber, PurchaseOrderId, WalmartSku } from "../common/ids"

/** Status of a quantity of a line, as Walmart spells it (SCHEMA OAS-orders). Walmart has no status of a whole order. */
export type LineStatus =
  "Created" | "Acknowledged" | "Shipped" | "Delivered" | "Cancelled" | "Refund"

/** What Walmart recorded about one package of a line. */
export interface ShippedPackage {
  /** Exact name Walmart keeps: its enum value, or the free name of another carrier. */
  carrier: string | null
  trackingNumber: string | null
  trackingUrl: string | null
  /** Epoch milliseconds. */
  shippedAt: number | null
  methodCode: string | null
}

/** One quantity of a line in one status; a line may hold several at once. */
export interface LineStatusEntry {
  status: LineStatus
  quantity: number
  cancellationReason: string | null
  package: ShippedPackage | null
}

/** One charge of a line. Amounts are integers, hundredths of the currency's unit (cents) in every currency, and negative for discounts. */
export interface Charge {
  /** `PRODUCT`, `SHIPPING` or a type Walmart added later. */
  type: string
  name: string
  /** Empty where Walmart names none and the market is not known. */
  currency: string
  amount: number
  tax: number
  /** Walmart does not say what it is for. */
  isUntyped?: true
  /** Walmart names no amount; it was read as 0. */
  isUnpriced?: true
  /** Walmart sent it as a positive amount; that it lowers the price is told by its marks or its name only. */
  isTurned?: true
}

/** One line of a Walmart order. `lineNumber` need not start at 1 nor be contiguous. */
export interface OrderLine {
  lineNumber: LineNumber
  sku: WalmartSku
  productName: string
  quantity: number
  charges: Charge[]
  /**
   * What Walmart shows as given back, as positive amounts, and as negative ones what lowers that, such as a discount; null when it shows
   * something that cannot be read. Absent in an order that an earlier version kept.
   */
  refunds?: Charge[] | null
  statuses: LineStatusEntry[]
  /** Units that Walmart holds back: they are in no other status, and nothing may be sent for them. Absent when there are none. */
  onHold?: number
  /**
   * When Walmart changed the status of the line last, epoch milliseconds; null when it does not say. Absent in an order that an earlier
   * version kept.
   */
  statusAt?: number | null
  /** The buyer asked Walmart to cancel this line before it ships (`intentToCancel`). */
  customerAskedToCancel: boolean
  /** Line-level ship method such as `VALUE` or `EXPEDITED`. */
  shipMethod: string | null
}

/** Postal address in Walmart's own terms; `country` is alpha-3 (`USA`). */
export interface PostalAddress {
  name: string
  address1: string
  address2: string | null
  city: string
  state: string | null
  postalCode: string
  country: string
  addressType: string | null
}

/** Where an order is sent from. */
export interface ShipNode {
  /** `SellerFulfilled` for the seller's own, otherwise Walmart's word for who fulfills it. */
  type: string
  id: string | null
  name: string | null
  /** Walmart's word for a kind that is not known and that is taken for the seller's. */
  unknownType?: string
}

/** A purchase order as the plugin understands it: parsed, normalized, money in hundredths (cents), times in epoch milliseconds. */
export interface Order {
  purchaseOrderId: PurchaseOrderId
  customerOrderId: CustomerOrderId
  /** Relay address; null while Walmart shows a placeholder. */
  customerEmail: string | null
  phone: string | null
  orderedAt: number
  shipBy: number | null
  deliverBy: number | null
  /** Must be echoed when shipping (ISS highsidelabs#29). */
  methodCode: string
  address: PostalAddress | null
  shipNode: ShipNode
  /** `REGULAR`, `REPLACEMENT` or a later value; null when Walmart did not say. */
  orderType: string | null
  originalCustomerOrderId: string | null
  /** Cents of `orderSummary.totalAmount`, null when absent. */
  summaryTotal: number | null
  lines: OrderLine[]
}

/** An order as it is kept: name, address, phone and e-mail live in the Medusa order only, where a store deletes them. */
export type Snapshot = Omit<Order, "address" | "phone" | "customerEmail">

/** Units of one line by what became of them. */
export interface LineQuantities {
  created: number
  acknowledged: number
  shipped: number
  delivered: number
  canceled: number
  refunded: number
}

/** Status of a whole order, derived from its line quantities. */
export type OrderStatus = "open" | "partially_shipped" | "shipped" | "canceled"

const COUNTED_AS: Record<LineStatus, keyof LineQuantities> = {
  Created: "created",
  Acknowledged: "acknowledged",
  Shipped: "shipped",
  Delivered: "delivered",
  Cancelled: "canceled",
  Refund: "refunded",
}

/** Adds up the statuses of a line. */
export function lineQuantities(line: Pick<OrderLine, "statuses">): LineQuantities {
  const sums = { created: 0, acknowledged: 0, shipped: 0, delivered: 0, canceled: 0, refunded: 0 }
  for (const entry of line.statuses) sums[COUNTED_AS[entry.status]] += entry.quantity
  return sums
}

/** Units that can still be shipped or canceled. */
export function openQuantity(quantities: LineQuantities): number {
  return quantities.created + quantities.acknowledged
}

/** Units that have left: shipped, delivered, or shipped and refunded since. */
export function goneQuantity(quantities: LineQuantities): number {
  return quantities.shipped + quantities.delivered + quantities.refunded
}

/**
 * Units of a line that have left, each counted once: Walmart may show a refunded unit beside the shipped one that it is, so that
 * a refund counts only for what is neither canceled nor open nor shown as shipped.
 */
export function goneUnits(ordered: number, quantities: LineQuantities): number {
  const parcels = quantities.shipped + quantities.delivered
  const most = ordered - quantities.canceled - openQuantity(quantities)
  return Math.max(parcels, Math.min(goneQuantity(quantities), most))
}

/** The entries of units that have left, each unit once; a refund comes last, because the parcel's own entry says more. */
export function goneEntries(line: Pick<OrderLine, "quantity" | "statuses">): LineStatusEntry[] {
  let left = goneUnits(line.quantity, lineQuantities(line))
  const parcels = line.statuses.filter(
    ({ status }) => status === "Shipped" || status === "Delivered"
  )
  const refunds = line.statuses.filter(({ status }) => status === "Refund")
  return [...parcels, ...refunds].flatMap((entry) => {
    const quantity = Math.min(left, entry.quantity)
    left -= quantity
    return quantity > 0 ? [{ ...entry, quantity }] : []
  })
}

/** Derives the status of an order from all its lines; an order of which Walmart shows no units counts as open. */
export function orderStatus(lines: Pick<OrderLine, "quantity" | "statuses">[]): OrderStatus {
  const counted = lines.map((line) => ({ ...lineQuantities(line), ordered: line.quantity }))
  const open = counted.reduce((sum, line) => sum + openQuantity(line), 0)
  const gone = counted.reduce((sum, line) => sum + goneUnits(line.ordered, line), 0)
  const isCanceled = counted.some(({ canceled }) => canceled > 0)
  if (gone > 0) return open > 0 ? "partially_shipped" : "shipped"
  return open === 0 && isCanceled ? "canceled" : "open"
}

/**
 * True when Walmart (WFS) or a logistics partner (3PL) fulfills the order, which makes it read-only for the seller
 * (docs/walmart-api.md, "Order and line statuses").
 */
export function isFulfilledByOthers({
  shipNode,
}: {
  shipNode: Pick<Order["shipNode"], "type">
}): boolean {
  return shipNode.type !== "SellerFulfilled"
}
