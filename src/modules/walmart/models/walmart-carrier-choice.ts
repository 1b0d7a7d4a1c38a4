import { model } from "@medusajs/framework/utils"
import type { KeptConcern } from "../../../walmart/checks/shipment-concerns"

/** What was decided beforehand about shipping a fulfillment, because Medusa's Ship screen has no field for it. */
export const WalmartCarrierChoice = model.define("walmart_carrier_choice", {
  id: model.id({ prefix: "wmcc" }).primaryKey(),
  fulfillment_id: model.text().unique(),
  /** Walmart's exact carrier name, or a free name; null when no carrier was chosen. */
  carrier: model.text().nullable(),
  /** Tracking link to send when the carrier is a free name. */
  tracking_url: model.text().nullable(),
  chosen_by: model.text().nullable(),
  /** A person decided to ship although the customer asked Walmart to cancel. */
  ship_anyway: model.boolean().default(false),
  /** Who decided that. */
  ship_anyway_by: model.text().nullable(),
  /** What the Ship screen asked about, and who confirmed it, as a list; see `KeptConcern` in `src/walmart/checks/shipment-concerns.ts`. */
  concerns: model.json<KeptConcern[]>().nullable(),
})
