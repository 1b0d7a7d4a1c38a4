import { model } from "@medusajs/framework/utils"

/** Carrier chosen beforehand for a fulfillment, because Medusa's Ship screen has no field for it. */
export const WalmartCarrierChoice = model.define("walmart_carrier_choice", {
  id: model.id({ prefix: "wmcc" }).primaryKey(),
  fulfillment_id: model.text().unique(),
  /** Walmart's exact carrier name, or a free name. */
  carrier: model.text(),
  /** Tracking link to send when the carrier is a free name. */
  tracking_url: model.text().nullable(),
  chosen_by: model.text().nullable(),
})
