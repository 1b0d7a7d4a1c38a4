import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartOrderResponse } from "../../../../../types/http"
import { loadOrderDetail } from "../load-order-detail"

/** Everything about one Walmart order; the id may be its own, its Medusa order's, or the purchase order number. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartOrderResponse>
): Promise<void> {
  res.json({ order: await loadOrderDetail(req.scope, req.params.id) })
}
