import type { LineUnits } from "../updates/payloads/payload-parts"

/** What becomes of a change that was made at Walmart: `apply` makes it in Medusa too, `report` only shows the difference. */
export type MirrorChoice = "apply" | "report"

/** An account's choice for each kind of change. */
export interface MirrorOptions {
  /** Units that the buyer, Walmart or someone in Seller Center canceled. */
  cancellations: MirrorChoice
  /** Parcels that were shipped by other hands than this plugin's. */
  shipments: MirrorChoice
  /** Parcels that arrived. */
  deliveries: MirrorChoice
}

/** Units that left in one parcel which this plugin did not tell of. */
export interface ForeignParcel {
  /** Null where Walmart shows none. */
  trackingNumber: string | null
  trackingUrl: string | null
  carrier: string | null
  lines: LineUnits[]
}

/** One thing to do in Medusa, so that it shows what Walmart shows. */
export type MirrorAction =
  | { kind: "cancel_order" }
  /** Its units are canceled at Walmart, and Medusa frees none that a fulfillment holds. */
  | { kind: "cancel_fulfillment"; fulfillmentId: string }
  /** `left`: units that the line keeps. */
  | { kind: "take_out"; lines: (LineUnits & { left: number })[] }
  /** Makes the fulfillment of a parcel, which is shipped by the next action. */
  | { kind: "fulfill"; parcel: ForeignParcel }
  | { kind: "ship"; fulfillmentId: string; parcel: ForeignParcel }
  | { kind: "deliver"; fulfillmentId: string }
