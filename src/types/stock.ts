import type { WalmartAttention } from "./common"

/**
 * The state of a figure: `waiting` to be sent, `recount` after an order was canceled as out of stock, `not_listed` at Walmart,
 * `not_counted` in Medusa.
 */
export type WalmartStockState =
  "needs_attention" | "recount" | "not_listed" | "not_counted" | "waiting" | "sent"

/** Stock of one SKU at one ship node. */
export interface AdminWalmartStock {
  id: string
  account_id: string
  /** Walmart SKU. */
  sku: string
  /** Null for Walmart's default node. */
  ship_node_id: string | null
  state: WalmartStockState
  /** Units that Medusa would send now; null when it has no figure, and `attention` says why. */
  medusa_amount: number | null
  /** Units that Medusa could sell now, before buffer and cap; null when it keeps no count. */
  available: number | null
  /** Units that are kept back, by the options. */
  buffer: number
  /** Most units that Walmart may see, by the options; null for as many as there are. */
  cap: number | null
  sent_amount: number | null
  sent_at: string | null
  /** Units that Walmart answered last. */
  walmart_amount: number | null
  read_at: string | null
  /** Since when a push has been waiting. */
  waiting_since: string | null
  /** Since when it has been in a feed with many others, which takes Walmart minutes to hours; null while it is in none. */
  in_feed_since: string | null
  attention: WalmartAttention | null
}

/** Answer of `GET /admin/walmart/stock`. */
export interface AdminWalmartStockListResponse {
  stock: AdminWalmartStock[]
  count: number
  offset: number
  limit: number
}

/** Answer of `POST /admin/walmart/stock/:id/push`. */
export interface AdminWalmartStockResponse {
  stock: AdminWalmartStock
}
