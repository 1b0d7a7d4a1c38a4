import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { checkWalmartCancellationWorkflow } from "../workflows/check-walmart-cancellation"
import { checkWalmartShipmentWorkflow } from "../workflows/check-walmart-shipment"
import { WALMART_MODULE } from "../modules/walmart"
import { logLine } from "../modules/walmart/failure"
import type WalmartModuleService from "../modules/walmart/service"

interface ShipmentBody {
  labels?: { tracking_number: string; tracking_url?: string | null }[]
  additional_data?: { walmart_carrier?: unknown; walmart_ship_anyway?: unknown }
  no_notification?: boolean
}

/**
 * Refuses a shipment Walmart would hold against the seller, and fills in the labels that the fulfillment has already. Walmart
 * mails its buyers itself, so the shop must not.
 * @returns the Medusa order when it is one of Walmart's
 */
async function checkedShipment(
  req: AuthenticatedMedusaRequest<ShipmentBody>
): Promise<string | null> {
  const { labels = [], additional_data: extra } = req.validatedBody
  const { result } = await checkWalmartShipmentWorkflow(req.scope).run({
    input: {
      fulfillment_id: req.params.fulfillment_id ?? req.params.id,
      labels,
      carrier: typeof extra?.walmart_carrier === "string" ? extra.walmart_carrier : null,
      ...(typeof extra?.walmart_ship_anyway === "boolean"
        ? { ship_anyway: extra.walmart_ship_anyway }
        : {}),
      actor_id: req.auth_context.actor_id,
    },
  })
  if (result.is_walmart) req.validatedBody.no_notification = true
  if (result.labels) req.validatedBody.labels = result.labels
  return result.order_id
}

async function checkShipment(
  req: AuthenticatedMedusaRequest<ShipmentBody>,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  await checkedShipment(req)
  next()
}

/** Core's second Ship route tells nobody that it shipped, so the plugin tells itself once the answer is out. */
async function checkSilentShipment(
  req: AuthenticatedMedusaRequest<ShipmentBody>,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const order_id = await checkedShipment(req)
  if (order_id) {
    const bus = req.scope.resolve(Modules.EVENT_BUS)
    const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
    res.on("finish", () => {
      if (res.statusCode >= 400) return
      bus
        .emit({ name: "walmart.order.changed", data: { order_id } })
        .catch((error: unknown) => logger.error(logLine(LATE, error)))
    })
  }
  next()
}

const LATE = "Walmart: a shipment could not be told at once; the sweep tells it"

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
  {
    matcher: "/admin/fulfillments/:id/shipment",
    methods: ["POST"],
    middlewares: [checkSilentShipment],
  },
  { matcher: "/admin/orders/:id/cancel", methods: ["POST"], middlewares: [checkCancellation] },
  { matcher: "/admin/orders/:id/fulfillments", methods: ["POST"], middlewares: [muteNotification] },
  {
    matcher: "/admin/orders/:id/fulfillments/:fulfillment_id/cancel",
    methods: ["POST"],
    middlewares: [muteNotification],
  },
]
