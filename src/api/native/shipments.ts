import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { checkWalmartShipmentWorkflow } from "../../workflows/shipments/check-walmart-shipment"
import { logLine } from "../../modules/walmart/common/failure"
import { type Check, door } from "./door"
import { readNow } from "./read-now"
import { type NativeOrder, orderInPath, orderOfFulfillment } from "./walmart-order"

interface ShipmentBody {
  labels?: { tracking_number: string; tracking_url?: string | null }[]
  additional_data?: { walmart_carrier?: unknown; walmart_ship_anyway?: unknown }
}

/** Refuses a shipment Walmart would hold against the seller, and fills in the labels that the fulfillment has already. */
const checkShipment: Check = async (req, { order_id }) => {
  const { caveat } = await readNow(req.scope, order_id)
  const body = req.validatedBody as ShipmentBody
  const { labels = [], additional_data: extra } = body
  const { result } = await checkWalmartShipmentWorkflow(req.scope).run({
    input: {
      fulfillment_id: req.params.fulfillment_id ?? req.params.id,
      order_id,
      labels,
      carrier: typeof extra?.walmart_carrier === "string" ? extra.walmart_carrier : null,
      ...(typeof extra?.walmart_ship_anyway === "boolean"
        ? { ship_anyway: extra.walmart_ship_anyway }
        : {}),
      actor_id: req.auth_context.actor_id,
      caveat,
    },
  })
  if (result.labels) body.labels = result.labels
}

/** Core's second Ship route emits no event, so the plugin emits its own once the answer is out. */
const checkSilentShipment: Check = async (req, order, res) => {
  await checkShipment(req, order, res)
  emitWhenSaved(req, res, order)
}

function emitWhenSaved(
  { scope }: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  { order_id }: NativeOrder
): void {
  const bus = scope.resolve(Modules.EVENT_BUS)
  const logger = scope.resolve(ContainerRegistrationKeys.LOGGER)
  res.on("finish", () => {
    if (res.statusCode >= 400) return
    bus
      .emit({ name: "walmart.order.changed", data: { order_id } })
      .catch((error: unknown) => logger.error(logLine(LATE, error)))
  })
}

const LATE = "Walmart: a shipment's event could not be emitted; the sweep finds the shipment"

/** Medusa's two Ship routes. */
export const shipmentRoutes: MiddlewareRoute[] = [
  door({
    path: "/admin/orders/:id/fulfillments/:fulfillment_id/shipments",
    orderOf: orderInPath,
    check: checkShipment,
    isMuted: true,
  }),
  door({
    path: "/admin/fulfillments/:id/shipment",
    orderOf: orderOfFulfillment,
    check: checkSilentShipment,
    isMuted: true,
  }),
]
