import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartCancelBody,
  AdminWalmartOrderResponse,
} from "../../../../../../types/http"
import { cancelWalmartOrderWorkflow } from "../../../../../../workflows/cancel-walmart-order"
import { loadOrderDetail } from "../../load-order-detail"

/** Chooses the reason and cancels the Medusa order in one step; Walmart is told as after Medusa's own cancel. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartCancelBody>,
  res: MedusaResponse<AdminWalmartOrderResponse>
): Promise<void> {
  const { id } = req.params
  const actor_id = req.auth_context.actor_id
  await cancelWalmartOrderWorkflow(req.scope).run({
    input: { id, reason: req.validatedBody.reason, actor_id },
  })
  res.json({ order: await loadOrderDetail(req.scope, id) })
}
