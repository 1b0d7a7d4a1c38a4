import type { AdminWalmartReason, Hundredths } from "../common"
import type { AdminWalmartRefundLine } from "./update"

/** What can be given back of one part of a line. */
export interface AdminWalmartRefundPart {
  line_number: string
  /** `PRODUCT`, `SHIPPING`, or a type of charge that Walmart added later. */
  type: string
  /** ISO code in lower case. */
  currency_code: string
  /** Units of the line that are shipped. */
  units: number
  /** All that was charged for them, tax included. */
  charged: Hundredths
  /** What Walmart shows as given back. */
  refunded: Hundredths
  /** What is left for a further refund of Medusa's. */
  left: Hundredths
}

/** Answer of `GET /admin/walmart/orders/:id/refund`. Nothing is in it while nothing is shipped. */
export interface AdminWalmartRefundChoiceResponse {
  parts: AdminWalmartRefundPart[]
  reasons: AdminWalmartReason[]
}

/** Body of `POST /admin/walmart/orders/:id/refund`. */
export interface AdminWalmartRefundBody {
  lines: AdminWalmartRefundLine[]
  /** One of Walmart's refund reasons; left out, the one for Medusa's reason. */
  reason?: string
  /** One of Medusa's refund reasons. */
  refund_reason_id?: string
  /** For the shop alone; Walmart is not sent it. */
  note?: string
}
