import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartCancelBody,
  AdminWalmartOrderResponse,
} from "../../../../../../types/http"
import { cancelWalmartOrderWorkflow } from "../../../../../../workflows/cancellations/cancel-walmart-order"
import { cancelWalmartOrderLinesWorkflow } from "../../../../../../workflows/cancellations/cancel-walmart-order-lines"
import { loadOrderDetail } from "../../load-order-detail"

/** Chooses the reason and cancels the Medusa order, or some units of it, in one step; it is sent to Walmart as after Medusa's own. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartCancelBody>,
  res: MedusaResponse<AdminWalmartOrderResponse>
): Promise<void> {
  const { id } = req.params
  const actor_id = req.auth_context.actor_id
  const { reason, lines } = req.validatedBody
  if (lines) {
    const input = { id, reason, lines, actor_id }
    await cancelWalmartOrderLinesWorkflow(req.scope).run({ input })
  } else {
    await cancelWalmartOrderWorkflow(req.scope).run({ input: { id, reason, actor_id } })
  }
  res.json({ order: await loadOrderDetail(req.scope, id) })
}
