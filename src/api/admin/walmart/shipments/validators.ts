import { z } from "@medusajs/framework/zod"

const text = z.string().trim().min(1)
const units = z.number().int().min(1)

/** Body of `POST /admin/walmart/shipments/check`. */
export const AdminWalmartShipmentsCheck = z.object({
  shipments: z
    .array(
      z.strictObject({
        order: text.max(100),
        labels: z
          .array(
            z.strictObject({
              tracking_number: z.string().max(200),
              tracking_url: z.string().trim().max(2000).nullish(),
            })
          )
          .max(100),
        carrier: z.string().trim().max(100).nullish(),
        items: z
          .array(
            z.union([
              z.strictObject({ sku: text.max(200), quantity: units }),
              z.strictObject({ line_number: text.max(200), quantity: units }),
            ])
          )
          .min(1)
          .max(1000)
          .optional(),
      })
    )
    .min(1)
    .max(500),
})
