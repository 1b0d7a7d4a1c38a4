import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartDismissBody,
  AdminWalmartOrderResponse,
} from "../../../../../../../types/http"
import { dismissWalmartDiscrepanciesWorkflow } from "../../../../../../../workflows/updates/dismissal/dismiss-walmart-discrepancies"
import { loadOrderDetail } from "../../../load-order-detail"

/** Lets an order stay as different as it is; the note says why. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartDismissBody>,
  res: MedusaResponse<AdminWalmartOrderResponse>
): Promise<void> {
  const { note } = req.validatedBody
  const { result } = await dismissWalmartDiscrepanciesWorkflow(req.scope).run({
    input: { id: req.params.id, note, actor_id: req.auth_context.actor_id },
  })
  res.json({ order: await loadOrderDetail(req.scope, result.walmart_order_id) })
}
