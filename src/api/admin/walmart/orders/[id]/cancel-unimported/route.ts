import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartCancelUnimportedBody,
  AdminWalmartOrderResponse,
} from "../../../../../../types/http"
import { cancelUnimportedWalmartOrderWorkflow } from "../../../../../../workflows/import/decide-unimported-order"
import { loadOrderDetail } from "../../load-order-detail"

/** Cancels at Walmart all that is open of an order that could not be imported. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartCancelUnimportedBody>,
  res: MedusaResponse<AdminWalmartOrderResponse>
): Promise<void> {
  const { id } = req.params
  const actor_id = req.auth_context.actor_id
  const { reason } = req.validatedBody
  await cancelUnimportedWalmartOrderWorkflow(req.scope).run({ input: { id, reason, actor_id } })
  res.json({ order: await loadOrderDetail(req.scope, id) })
}
