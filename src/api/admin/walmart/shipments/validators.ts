import { z } from "@medusajs/framework/zod"
import { WANTED_LIMITS as LIMITS } from "../../../../walmart/checks/wanted-limits"
import { text } from "../text"

const units = z.number().int().min(1)

/** Body of `POST /admin/walmart/shipments/check`. */
export const AdminWalmartShipmentsCheck = z.object({
  shipments: z
    .array(
      z.strictObject({
        order: text.max(LIMITS.order),
        labels: z
          .array(
            z.strictObject({
              tracking_number: z.string().max(LIMITS.number),
              tracking_url: z.string().trim().max(LIMITS.url).nullish(),
            })
          )
          .max(LIMITS.labels),
        carrier: z.string().trim().max(LIMITS.carrier).nullish(),
        items: z
          .array(
            z.union([
              z.strictObject({ sku: text.max(LIMITS.sku), quantity: units }),
              z.strictObject({ line_number: text.max(LIMITS.sku), quantity: units }),
            ])
          )
          .min(1)
          .max(LIMITS.items)
          .optional(),
      })
    )
    .min(1)
    .max(LIMITS.shipments),
})
