import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { checkWalmartCancellationWorkflow } from "../workflows/check-walmart-cancellation"
import { checkWalmartShipmentWorkflow } from "../workflows/check-walmart-shipment"
import { WALMART_MODULE } from "../modules/walmart"
import type WalmartModuleService from "../modules/walmart/service"

interface ShipmentBody {
  labels?: { tracking_number: string; tracking_url?: string | null }[]
  additional_data?: { walmart_carrier?: unknown }
  no_notification?: boolean
}

/** Refuses a shipment Walmart would hold against the seller. Walmart mails its buyers itself, so the shop must not. */
async function checkShipment(
  req: AuthenticatedMedusaRequest<ShipmentBody>,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { labels = [], additional_data: extra } = req.validatedBody
  const carrier = typeof extra?.walmart_carrier === "string" ? extra.walmart_carrier : null
  const fulfillment_id = req.params.fulfillment_id ?? req.params.id
  const { result } = await checkWalmartShipmentWorkflow(req.scope).run({
    input: { fulfillment_id, labels, carrier },
  })
  if (result.is_walmart) req.validatedBody.no_notification = true
  next()
}

/** Refuses a cancellation without a reason, or of what has left already. */
async function checkCancellation(
  req: AuthenticatedMedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  await checkWalmartCancellationWorkflow(req.scope).run({
    input: { order_id: req.params.id, actor_id: req.auth_context.actor_id },
  })
  next()
}

/** Fulfillment events carry the request's flag, not the order's: Walmart's buyers get no mail from the shop. */
async function muteNotification(
  req: AuthenticatedMedusaRequest<{ no_notification?: boolean }>,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const walmart = req.scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const [order] = await walmart.listWalmartOrders({ order_id: req.params.id }, { select: ["id"] })
  if (order && req.validatedBody) req.validatedBody.no_notification = true
  next()
}

/** What the plugin adds to Medusa's own order routes; orders of other channels pass untouched. */
export const nativeRoutes: MiddlewareRoute[] = [
  {
    matcher: "/admin/orders/:id/fulfillments/:fulfillment_id/shipments",
    methods: ["POST"],
    middlewares: [checkShipment],
  },
  { matcher: "/admin/fulfillments/:id/shipment", methods: ["POST"], middlewares: [checkShipment] },
  { matcher: "/admin/orders/:id/cancel", methods: ["POST"], middlewares: [checkCancellation] },
  { matcher: "/admin/orders/:id/fulfillments", methods: ["POST"], middlewares: [muteNotification] },
  {
    matcher: "/admin/orders/:id/fulfillments/:fulfillment_id/cancel",
    methods: ["POST"],
    middlewares: [muteNotification],
  },
]
