import { z } from "@medusajs/framework/zod"
import type { CarrierChoice } from "../../carriers/carriers"
import { lineUnits, type Named, text } from "./payload-parts"

const carrier: z.ZodType<CarrierChoice> = z.union([
  z.looseObject({ carrier: text }),
  z.looseObject({ otherCarrier: z.string(), trackingUrl: z.string() }),
])

/** One box of a shipment. */
export const parcel = z.looseObject({
  /** Normalized, ready to send. */
  trackingNumber: z.string(),
  carrier,
  lines: z.array(lineUnits),
})

/** A Medusa fulfillment that left the house. */
export const shipmentPayload = z.looseObject({
  kind: z.literal("shipment"),
  fulfillmentId: text,
  /** Epoch milliseconds of the shipment in Medusa. */
  shippedAt: z.number(),
  packages: z.array(parcel),
  /** Numbers that corrections replaced. What Walmart shows under one of them has left nevertheless and is never sent again. */
  formerNumbers: z.array(z.string()).optional(),
  /** Country it leaves from, ISO 3166-1 alpha-2 in capitals; only where the market asks for it. */
  shipFromCountry: z.string().optional(),
  /** Printed on Walmart's return label, at most 30 characters (`sellerOrderId`). */
  sellerOrderId: text,
  /** A person decided to ship although the buyer asked Walmart to cancel. */
  overrideCustomerCancellation: z.boolean().optional(),
})

/** One box of a shipment: which units are in it and how it travels. */
export type Package = Named<z.infer<typeof parcel>>

/** A Medusa fulfillment that left the house. */
export type ShipmentPayload = Named<z.infer<typeof shipmentPayload>>

/** Boxes of a shipment; none when its payload makes no sense. */
export function packagesOf({ packages }: Pick<ShipmentPayload, "packages">): Package[] {
  return Array.isArray(packages) ? packages : []
}
