import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartLeaveOutBody,
  AdminWalmartOrderResponse,
} from "../../../../../../types/http"
import { leaveOutWalmartOrderWorkflow } from "../../../../../../workflows/import/unimported/leave-out"
import { loadOrderDetail } from "../../load-order-detail"

/** Leaves an order that could not be imported and was handled elsewhere out of Medusa, or takes that back. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartLeaveOutBody>,
  res: MedusaResponse<AdminWalmartOrderResponse>
): Promise<void> {
  const { left_out, note = "" } = req.validatedBody
  const { result } = await leaveOutWalmartOrderWorkflow(req.scope).run({
    input: { id: req.params.id, left_out, note, actor_id: req.auth_context.actor_id },
  })
  res.json({ order: await loadOrderDetail(req.scope, result.walmart_order_id) })
}
