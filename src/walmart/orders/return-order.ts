/** How far a return has come, by what Walmart shows of its lines. */
export const RETURN_STATUSES = ["initiated", "delivered", "completed", "canceled"] as const

/** One of {@link RETURN_STATUSES}. */
export type ReturnStatus = (typeof RETURN_STATUSES)[number]

/** A line of a return order. Amounts are hundredths of the currency's unit. */
export interface ReturnLine {
  returnLineNumber: number
  purchaseOrderId: string
  /** Line number of the purchase order, as orders write it. */
  lineNumber: string
  sku: string
  productName: string
  /** Walmart's code, such as `DAMAGED`; empty when it gave none. */
  reason: string
  /** Units that come back. */
  quantity: number
  /** Units of them whose money the buyer has. */
  refunded: number
  /** The buyer keeps the units. */
  isKeepIt: boolean
  /** What all units of the line are refunded with, tax included; null when Walmart does not say. */
  total: number | null
  status: ReturnStatus
  /** When the units came back, epoch milliseconds; null while they have not. */
  deliveredAt: number | null
  /** When a carrier took them over, epoch milliseconds; null while none has. */
  scannedAt: number | null
  /** Who started the refund, such as `SELLER_AUTO_REFUND`; null while there is none. */
  refundChannel: string | null
}

/** A return order as Walmart shows it, without the buyer's personal data. Times are epoch milliseconds. */
export interface ReturnOrder {
  /** Also called RMA number. */
  returnOrderId: string
  customerOrderId: string
  isReplacement: boolean
  requestedAt: number | null
  /** Until when the buyer may send it back. */
  returnBy: number | null
  carrier: string | null
  trackingNumber: string | null
  lines: ReturnLine[]
}
