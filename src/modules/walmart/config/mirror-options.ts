import { z } from "@medusajs/framework/zod"

const choice = z.enum(["apply", "report"]).default("apply")

/** What becomes of changes made at Walmart by other hands: `apply` makes them in Medusa too, `report` only shows the difference. */
export const mirror = z.strictObject({
  /** Units that the buyer, Walmart or someone in Seller Center canceled. */
  cancellations: choice,
  /** Parcels that left by other hands, as in Seller Center. */
  shipments: choice,
  /** Parcels that arrived. */
  deliveries: choice,
})
