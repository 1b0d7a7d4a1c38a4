import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartOrderResponse } from "../../../../../../types/http"
import { acknowledgeUnimportedWalmartOrderWorkflow } from "../../../../../../workflows/import/decide-unimported-order"
import { loadOrderDetail } from "../../load-order-detail"

/** Acknowledges an order at Walmart that could not be imported; of an imported one the plugin does it automatically. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartOrderResponse>
): Promise<void> {
  const { id } = req.params
  const actor_id = req.auth_context.actor_id
  await acknowledgeUnimportedWalmartOrderWorkflow(req.scope).run({ input: { id, actor_id } })
  res.json({ order: await loadOrderDetail(req.scope, id) })
}
