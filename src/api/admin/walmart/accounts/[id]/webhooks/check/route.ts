import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartWebhookCheckResponse } from "../../../../../../../types/http"
import { checkWalmartWebhooksWorkflow } from "../../../../../../../workflows/webhooks/walmart-webhooks"

/** Has Walmart deliver a sample to this store. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartWebhookCheckResponse>
): Promise<void> {
  const input = { account_id: req.params.id }
  const { result } = await checkWalmartWebhooksWorkflow(req.scope).run({ input })
  res.json({ ok: result.problem === null, problem: result.problem })
}
