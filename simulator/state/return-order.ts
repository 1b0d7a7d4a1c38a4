import type { Market } from "../wire/markets"

/** Statuses of a return line, in the order it passes them (OAS-returns). */
export const RETURN_STATUSES = ["INITIATED", "DELIVERED", "COMPLETED"] as const

/** One of {@link RETURN_STATUSES}. */
export type ReturnStatus = (typeof RETURN_STATUSES)[number]

/** Why a customer sends something back (OAS-returns). */
export const RETURN_REASONS = [
  "ARRIVED_LATE",
  "AUTO_RETURN",
  "BOUGHT_ANOTHER_SIZE_OR_COLOR",
  "BOUGHT_SOMEWHERE_ELSE",
  "DAMAGED",
  "DEFECTIVE",
  "DUPLICATE_ITEM",
  "INADEQUATE_QUALITY",
  "INCORRECT_ITEM",
  "LOST_AFTER_DELIVERY",
  "LOST_IN_TRANSIT",
  "LOWER_PRICE",
  "MISSING_PARTS",
  "NOT_AS_DESCRIBED",
  "NO_LONGER_WANTED",
  "RETURN_TO_SENDER",
  "SHIPPING_BOX_DAMAGED",
  "TRIED_TO_CANCEL",
  "WRONG_SIZE / POOR_FIT",
] as const

/** Who started a refund (OAS-returns). */
export type RefundChannel =
  | "SELLER_SYSTEM_REFUND"
  | "SELLER_MANUAL_REFUND"
  | "SELLER_AUTO_REFUND"
  | "WALMART_TRIGGERED_REFUND"

/** What happened to a return line, as Walmart names it (OAS-returns). */
export interface ReturnEvent {
  tag:
    | "RETURN_INITIATED"
    | "RETURN_IN_TRANSIT"
    | "DELIVERED_AT_RETURN_CENTER"
    | "REFUND_ISSUED"
    | "RETURN_CANCELLED"
  at: number
}

/** One line of a return order. Money in major units. */
export interface ReturnLine {
  returnOrderLineNumber: number
  purchaseOrderId: string
  purchaseOrderLineNumber: number
  reason: string
  sku: string
  productName: string
  quantity: number
  /** units refunded so far */
  refundedQty: number
  isKeepIt: boolean
  status: ReturnStatus
  statusTime: number
  /** what the returned units cost, and the tax on it */
  price: number
  tax: number
  refundChannel: RefundChannel | null
  cancellationReason: string | null
  events: ReturnEvent[]
}

/** One return order. Times in epoch milliseconds. */
export interface ReturnOrder {
  sellerId: string
  market: Market
  returnOrderId: string
  customerOrderId: string
  customerEmailId: string
  returnType: "REFUND" | "REPLACEMENT"
  createdAt: number
  modifiedAt: number
  returnBy: number
  currency: string
  carrier: string
  trackingNumber: string
  lines: ReturnLine[]
}

/** The event of that name on a line, or undefined. */
export function eventOf(line: ReturnLine, tag: ReturnEvent["tag"]): ReturnEvent | undefined {
  return line.events.find((event) => event.tag === tag)
}
