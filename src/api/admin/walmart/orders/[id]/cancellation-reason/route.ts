import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartCancellationReasonBody,
  AdminWalmartOrderResponse,
} from "../../../../../../types/http"
import { setWalmartCancellationReasonWorkflow } from "../../../../../../workflows/cancellations/set-walmart-cancellation-reason"
import { loadOrderDetail } from "../../load-order-detail"

/** Chooses the reason with which Medusa's own cancel will cancel at Walmart. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartCancellationReasonBody>,
  res: MedusaResponse<AdminWalmartOrderResponse>
): Promise<void> {
  const { id } = req.params
  const actor_id = req.auth_context.actor_id
  await setWalmartCancellationReasonWorkflow(req.scope).run({
    input: { id, reason: req.validatedBody.reason, actor_id },
  })
  res.json({ order: await loadOrderDetail(req.scope, id) })
}
