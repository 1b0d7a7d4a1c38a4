import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartImportResponse,
  AdminWalmartProductBody,
} from "../../../../../../types/http"
import { chooseWalmartProductWorkflow } from "../../../../../../workflows/import/decide-unimported-order"
import { loadOrderDetail } from "../../load-order-detail"
import { showAttention } from "../../../present"

/** Says which product an item's SKU is, for all orders of the account, and imports the order again. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartProductBody>,
  res: MedusaResponse<AdminWalmartImportResponse>
): Promise<void> {
  const actor_id = req.auth_context.actor_id
  const { result } = await chooseWalmartProductWorkflow(req.scope).run({
    input: { ...req.validatedBody, id: req.params.id, actor_id },
  })
  const { outcome, problem } = result
  const order = await loadOrderDetail(req.scope, result.walmart_order_id)
  res.json({ order, import: { outcome, problem: problem && showAttention(problem) } })
}
