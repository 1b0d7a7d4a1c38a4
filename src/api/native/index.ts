import type { MiddlewareRoute } from "@medusajs/framework/http"
import { afterSalesRoutes } from "./after-sales"
import { cancellationRoutes } from "./cancellations"
import { fulfillmentRoutes } from "./fulfillments"
import { mutedRoutes } from "./muting"
import { orderEditRoutes } from "./order-edits"
import { returnRoutes } from "./returns"
import { shipmentRoutes } from "./shipments"
import { transferRoutes } from "./transfers"

/** What the plugin adds to Medusa's own order routes; orders of other channels pass untouched. */
export const nativeRoutes: MiddlewareRoute[] = [
  ...shipmentRoutes,
  ...cancellationRoutes,
  ...fulfillmentRoutes,
  ...afterSalesRoutes,
  ...returnRoutes,
  ...orderEditRoutes,
  ...transferRoutes,
  ...mutedRoutes,
]
