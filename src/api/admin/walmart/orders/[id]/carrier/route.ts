import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartCarrierBody,
  AdminWalmartCarrierResponse,
} from "../../../../../../types/http"
import { chooseWalmartCarrierWorkflow } from "../../../../../../workflows/shipments/choose-walmart-carrier"
import { loadCarrierCheck } from "../../carrier-check"

/** Keeps the carrier of a fulfillment before it ships, and says what would be sent for a tracking number. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartCarrierBody>,
  res: MedusaResponse<AdminWalmartCarrierResponse>
): Promise<void> {
  const { fulfillment_id, carrier, tracking_url, ship_anyway, confirm, check_only } =
    req.validatedBody
  const { id } = req.params
  if (!check_only) {
    const { actor_id } = req.auth_context
    await chooseWalmartCarrierWorkflow(req.scope).run({
      input: { id, fulfillment_id, carrier, tracking_url, ship_anyway, confirm, actor_id },
    })
  }
  res.json(await loadCarrierCheck(req.scope, id, req.validatedBody))
}
