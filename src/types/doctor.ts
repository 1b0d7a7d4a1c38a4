import type { WalmartWords } from "./common"

/** What the doctor looks at. */
export type WalmartCheck =
  | "migrations"
  | "accounts"
  | "modules"
  | "keys"
  | "permissions"
  | "clock"
  | "polls"
  | "older_orders"
  | "returns"
  | "webhooks"
  | "sales_channel"
  | "region"
  | "stock_location"
  | "shipping_options"
  | "options"
  | "products"
  | "worker"
  | "queue"
  | "attention"

/** How one check ended. */
export interface AdminWalmartFinding {
  check: WalmartCheck
  /** Null for what concerns the whole store. */
  account_id: string | null
  /** `fault` keeps orders from being imported or sent, `warning` will or may, `unknown` could not be looked at. */
  state: "ok" | "warning" | "fault" | "unknown"
  message: string
  /** What to do; null where there is nothing to do. */
  remedy: string | null
  /** Both for a translation. */
  words: WalmartWords
}

/** Answer of `POST /admin/walmart/doctor`. */
export interface AdminWalmartDoctorResponse {
  /** Nothing keeps orders from being imported or sent. */
  ok: boolean
  findings: AdminWalmartFinding[]
}
