import type { WalmartPhrase } from "./common"

/** What is measured by the plugin's own records; `tracking` counts parcels, the others orders. */
export type WalmartPerformanceMeasure =
  "acknowledgment" | "shipment" | "delivery" | "cancellation" | "tracking"

/** A rate of an account over some days. */
export interface AdminWalmartPerformanceRate {
  measure: WalmartPerformanceMeasure
  /** Orders, of `tracking` parcels, that could be judged. */
  counted: number
  /** Those of them that count against the seller. */
  missed: number
  /** Percent: canceled of cancellations, met of everything else; null when nothing was counted. */
  rate: number | null
  /** Walmart's limit in percent; null where it publishes none. */
  limit: number | null
  /** Whether the rate has to reach the limit, to be above it or to stay below it. */
  bound: "at_least" | "above" | "below"
  /** Null without a rate or a limit. */
  within: boolean | null
}

/** How an account did, by the plugin's own records. */
export interface AdminWalmartPerformance {
  account_id: string
  market_name: string
  rates: AdminWalmartPerformanceRate[]
}

/** Answer of `GET /admin/walmart/performance`. */
export interface AdminWalmartPerformanceListResponse {
  performance: AdminWalmartPerformance[]
  days: number
}

/** A figure as Walmart measures it, under Walmart's name. */
export interface AdminWalmartMeasured {
  metric: "cancellations" | "vtr" | "otd" | "sss/ots"
  /** Percent; null while Walmart has no figure. */
  rate: number | null
  /** Walmart's limit in its own words, otherwise the market's published one; null when there is none. */
  standard: string | null
  risk_level: string | null
  updated_at: string | null
}

/** Answer of `GET /admin/walmart/performance/:id/walmart`. */
export interface AdminWalmartMeasuredResponse {
  figures: AdminWalmartMeasured[]
  /** Why Walmart's figures cannot be shown, with what to do; null when they can. */
  problem: string | null
  /** The same as sentences for a translation. */
  problem_words: WalmartPhrase[] | null
  days: number
}

/** An order behind a miss. */
export interface AdminWalmartMiss {
  /** Id of the Walmart order. */
  id: string
  purchase_order_id: string
  order_id: string | null
  ordered_at: string
  due_at: string | null
  /** When it was done; null when it was not, or when it is not known. */
  done_at: string | null
}

/** Answer of `GET /admin/walmart/performance/:id/misses`. */
export interface AdminWalmartMissListResponse {
  orders: AdminWalmartMiss[]
  count: number
  offset: number
  limit: number
}
