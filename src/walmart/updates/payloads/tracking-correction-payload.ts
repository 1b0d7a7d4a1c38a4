import { z } from "@medusajs/framework/zod"
import { lineUnits, type Named, text } from "./payload-parts"
import { parcel } from "./shipment-payload"

const correctedUnits = lineUnits.extend({
  /** Units of the line beside these that Walmart has under the replaced number; makes sending repeatable. */
  kept: z.number().int().min(0),
})

const correctedParcel = parcel.extend({
  /** Number that Walmart has for these units. */
  replaces: text,
  lines: z.array(correctedUnits),
})

/** Another tracking number for what Walmart was told as shipped. */
export const trackingCorrectionPayload = z.looseObject({
  kind: z.literal("tracking_correction"),
  /** Medusa fulfillment that has the new labels. */
  fulfillmentId: text,
  /** Medusa fulfillment that the shipment was told of; another one when that was canceled and made anew. */
  toldAs: text,
  /** Epoch milliseconds of the shipment in Medusa. */
  shippedAt: z.number(),
  /** With their new numbers. */
  packages: z.array(correctedParcel).min(1),
  /** Numbers that a person replaced in this correction; Medusa's labels may still have them. */
  formerNumbers: z.array(z.string()).optional(),
  /** Which of the two numbers `currentTrackingInfo` names; the one that Walmart has when left out. */
  currentTrackingNames: z.enum(["old", "new"]).optional(),
  /** Country it leaves from, as in the shipment's payload; absent in corrections that an earlier version kept. */
  shipFromCountry: z.string().optional(),
  /** Printed on Walmart's return label, at most 30 characters (`sellerOrderId`). */
  sellerOrderId: text,
  /** Epoch milliseconds after which Walmart takes no change any more. */
  until: z.number(),
})

/** One box whose number is replaced. */
export type CorrectedParcel = Named<z.infer<typeof correctedParcel>>

/** Another tracking number for what Walmart was told as shipped. */
export type TrackingCorrectionPayload = Named<z.infer<typeof trackingCorrectionPayload>>
