import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartOrderResponse } from "../../../../../../types/http"
import { refreshWalmartOrderWorkflow } from "../../../../../../workflows/updates/refresh-walmart-order"
import { loadOrderDetail } from "../../load-order-detail"

/** Reads an order from Walmart now. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartOrderResponse>
): Promise<void> {
  const { result } = await refreshWalmartOrderWorkflow(req.scope).run({
    input: { id: req.params.id },
  })
  res.json({ order: await loadOrderDetail(req.scope, result.walmart_order_id) })
}
