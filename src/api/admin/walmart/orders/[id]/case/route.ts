import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartCaseBody, AdminWalmartOrderResponse } from "../../../../../../types/http"
import { markWalmartCaseWorkflow } from "../../../../../../workflows/updates/notes/mark-walmart-case"
import { loadOrderDetail } from "../../load-order-detail"

/** Marks an order as a case, whose evidence is kept beyond the retention, or ends that. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartCaseBody>,
  res: MedusaResponse<AdminWalmartOrderResponse>
): Promise<void> {
  const { marked } = req.validatedBody
  const { result } = await markWalmartCaseWorkflow(req.scope).run({
    input: { id: req.params.id, marked, actor_id: req.auth_context.actor_id },
  })
  res.json({ order: await loadOrderDetail(req.scope, result.walmart_order_id) })
}
