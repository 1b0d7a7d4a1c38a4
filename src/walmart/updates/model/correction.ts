import type { Market } from "../../markets/market"
import type { Order } from "../../orders/order"
import type { RefundLine } from "../../refunds/find-lines"
import type { Problem } from "../../common/problem"
import type { KnownUpdate, UpdatePayload } from "./update"
import type { Text } from "../../words/phrase"

/** What a person changes about one package. What is left out stays. */
export interface PackageCorrection {
  /** Walmart's name, an alias, or a free name that goes with a link; empty to have it recognized. */
  carrier?: string
  trackingNumber?: string
  /** Empty takes the link away. */
  trackingUrl?: string
}

/** What a person changes about an update before it is sent again. What is left out stays. */
export interface Correction extends PackageCorrection {
  /** Reason code of the market, or one of Walmart's refund reasons. */
  reason?: string
  /** Ship although the customer asked Walmart to cancel. */
  shipAnyway?: boolean
  /** What a refund is for; together as much as the refund. */
  refundLines?: RefundLine[]
  /** Which package of a shipment, from 0; may be left out when there is one. */
  packageIndex?: number
  /** Corrections of several packages at once, since all are checked together. */
  packages?: (PackageCorrection & { packageIndex: number })[]
}

/** What a correction is checked against. */
export interface CorrectionContext {
  purchaseOrderId: string
  customerOrderId: string
  market: Market
  strictness: "strict" | "lenient"
  /** Lines whose customer asked Walmart to cancel. */
  askedLines: string[]
  /** The order as last read from Walmart; null when it is not kept any more. Only warnings come from it. */
  shown: Pick<Order, "lines"> | null
  /** All updates of the order; none when left out. */
  known?: KnownUpdate[]
  /** Hundredths of Medusa's refunds that only write down what Walmart gave back; none when left out. */
  mirrored?: number
}

/** The corrected payload, or everything that is wrong with it. */
export type CorrectionResult<Payload = UpdatePayload> =
  { payload: Payload; warnings: Text[] } | { problems: Problem[] }
