import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartShipmentsCheckBody,
  AdminWalmartShipmentsCheckResponse,
} from "../../../../../types/http"
import { loadShipmentChecks } from "../load-shipment-checks"

/** Says of each shipment whether Medusa's Fulfill and Ship routes would take it, and what would be sent; writes nothing. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartShipmentsCheckBody>,
  res: MedusaResponse<AdminWalmartShipmentsCheckResponse>
): Promise<void> {
  res.json(await loadShipmentChecks(req.scope, req.validatedBody.shipments))
}
