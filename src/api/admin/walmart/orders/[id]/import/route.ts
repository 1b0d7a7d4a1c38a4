import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartImportResponse } from "../../../../../../types/http"
import { retryWalmartImportWorkflow } from "../../../../../../workflows/import/retry-walmart-import"
import { loadOrderDetail } from "../../load-order-detail"
import { showAttention } from "../../../present"

/** Imports an order again. Repeating it makes no second Medusa order; what still prevents it is in the answer. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartImportResponse>
): Promise<void> {
  const { result } = await retryWalmartImportWorkflow(req.scope).run({
    input: { id: req.params.id },
  })
  const { outcome, problem } = result
  const order = await loadOrderDetail(req.scope, result.walmart_order_id)
  res.json({ order, import: { outcome, problem: problem && showAttention(problem) } })
}
