import type { MiddlewareRoute } from "@medusajs/framework/http"
import { door } from "./door"
import { orderInPath } from "./walmart-order"

/** Medusa's routes that make a fulfillment and end it. */
export const fulfillmentRoutes: MiddlewareRoute[] = [
  door({ path: "/admin/orders/:id/fulfillments", orderOf: orderInPath, isMuted: true }),
  door({
    path: "/admin/orders/:id/fulfillments/:fulfillment_id/cancel",
    orderOf: orderInPath,
    isMuted: true,
  }),
]
