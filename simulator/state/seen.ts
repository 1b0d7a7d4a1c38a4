/** One effect on the seller's world, in the order in which they were accepted. */
export interface LedgerEntry {
  at: number
  effect:
    | "acknowledged"
    | "shipped"
    | "delivered"
    | "cancelled"
    | "tracking_changed"
    | "refunded"
    | "inventory"
  by: "seller_api" | "elsewhere"
  purchaseOrderId: string | null
  lineNumber: string | null
  quantity: number
  carrier: string | null
  trackingNumber: string | null
  reason: string | null
  sku: string | null
  /** refunds only: what was given back, a positive amount including tax */
  amount?: number
  /** inventory only */
  shipNode?: string
  /** refunds of a return only */
  returnOrderId?: string
}

/** One request as it was seen; `status` 0 means that no answer was sent (yet). */
export interface SeenRequest {
  at: number
  method: string
  path: string
  status: number
  correlationId: string | null
  /** `WM_CONSUMER.CHANNEL.TYPE`: which program of the seller called */
  channelType: string | null
  request: unknown
  fault: string | null
}

/** One webhook call the simulator made; `status` 0 while under way or when it failed. */
export interface WebhookDelivery {
  at: number
  url: string
  subEventType: string
  purchaseOrderId: string
  eventId: string
  status: number
}
