import type { WalmartAttention } from "../common"

/**
 * The state of a return: it waits for a person, its refund is on its way to Walmart (`refunding`), what was received waits for a
 * decision (`to_decide`), it came back and is `to_receive`, it is `on_the_way`, `refunded`, or `canceled`.
 */
export type WalmartReturnState =
  | "needs_attention"
  | "refunding"
  | "to_decide"
  | "canceled"
  | "refunded"
  | "to_receive"
  | "on_the_way"

/** A line of a return order. Amounts are hundredths of the currency's unit. */
export interface AdminWalmartReturnLine {
  return_line_number: number
  /** Line number of the purchase order. */
  line_number: string
  sku: string
  product_name: string
  /** Walmart's code, such as `DAMAGED`. */
  reason: string
  quantity: number
  /** Units received in Medusa. */
  received: number
  /** Units that Walmart shows as refunded. */
  refunded: number
  /** The buyer keeps them. */
  keep_it: boolean
}

/** A return order of Walmart's, as far as it is about one purchase order. */
export interface AdminWalmartReturn {
  id: string
  account_id: string
  /** Also called RMA number. */
  return_order_id: string
  purchase_order_id: string
  customer_order_id: string
  /** Medusa order; null while it is not imported. */
  order_id: string | null
  /** Medusa return; null when there is none. */
  return_id: string | null
  /** Why there is none: the buyer keeps it all, Walmart takes it back itself, or it was closed before. */
  no_return: "kept" | "by_walmart" | "closed" | null
  state: WalmartReturnState
  /** Walmart sends the buyer another one instead of money. */
  is_replacement: boolean
  currency_code: string
  requested_at: string | null
  return_by: string | null
  scanned_at: string | null
  delivered_at: string | null
  /** When Walmart refunds it automatically. */
  refund_by: string | null
  carrier: string | null
  tracking_number: string | null
  /** What Walmart has refunded, hundredths. */
  refunded_amount: number
  refunded_by_walmart: boolean
  lines: AdminWalmartReturnLine[]
  attention: WalmartAttention | null
  /** Note of the person who dismissed it. */
  note: string | null
}

/** Answer of `GET /admin/walmart/returns`. */
export interface AdminWalmartReturnListResponse {
  returns: AdminWalmartReturn[]
  count: number
  offset: number
  limit: number
}

/** A return after a person decided on it. */
export interface AdminWalmartReturnResponse {
  return: AdminWalmartReturn
}

/** Returns by state, and those whose refund is due. */
export interface AdminWalmartReturnCounts extends Record<WalmartReturnState, number> {
  /** To refund within a day. */
  due_soon: number
  /** Past the 48 hours; Walmart refunds it automatically. */
  overdue: number
  /** Refunded by Walmart without being asked. */
  by_walmart: number
}

/** Answer of `GET /admin/walmart/returns/counts`. */
export interface AdminWalmartReturnCountsResponse {
  counts: AdminWalmartReturnCounts
}
