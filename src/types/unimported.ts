import type { AdminWalmartReason } from "./common"

/** An item of an order whose SKU no product variant of the store has. */
export interface AdminWalmartUnknownItem {
  /** Walmart's. */
  sku: string
  product_name: string
}

/** What a person can do about an order that Medusa has no order of. */
export interface AdminWalmartUnimported {
  unknown_items: AdminWalmartUnknownItem[]
  /** Something of it is not acknowledged at Walmart, and no acknowledgment is on its way. */
  can_acknowledge: boolean
  /** Something of it is open at Walmart, and no cancellation is on its way. */
  can_cancel: boolean
  /** A cancellation is on its way, so that the order is not imported. */
  is_being_canceled: boolean
  /** Nothing of it is open at Walmart as far as can be read, so that it may be left out of Medusa. */
  can_leave_out: boolean
  /** Reasons Walmart takes for canceling it now. */
  offered_reasons: AdminWalmartReason[]
}

/** Body of `POST /admin/walmart/orders/:id/cancel-unimported`. */
export interface AdminWalmartCancelUnimportedBody {
  reason: string
}

/** That an order stays out of Medusa, because it was handled elsewhere. */
export interface AdminWalmartLeftOut {
  note: string
  /** Who decided. */
  by: string
  at: string
}

/** Whether an order stays out of Medusa from now on. */
export interface AdminWalmartLeaveOutBody {
  left_out: boolean
  /** Why; needed for leaving it out. */
  note?: string
}

/** Which product of the store an item is. */
export interface AdminWalmartProductBody {
  /** Walmart's, of an item of the order. */
  sku: string
  variant_id: string
}
