import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartStockResponse } from "../../../../../../types/http"
import { pushWalmartStockWorkflow } from "../../../../../../workflows/stock/push-walmart-stock"
import { loadOneStock } from "../../load-stock"

/** Sends a figure now; for one that waits for a recount it says that the items were counted. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartStockResponse>
): Promise<void> {
  const { id } = req.params
  await pushWalmartStockWorkflow(req.scope).run({ input: { id } })
  res.json({ stock: await loadOneStock(req.scope, id) })
}
