import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartWebhookCheckResponse } from "../../../../../../../types/http"
import { englishOf } from "../../../../../../../walmart/words/phrase"
import { checkWalmartWebhooksWorkflow } from "../../../../../../../workflows/webhooks/walmart-webhooks"

/** Has Walmart deliver a sample to this store. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartWebhookCheckResponse>
): Promise<void> {
  const input = { account_id: req.params.id }
  const { result } = await checkWalmartWebhooksWorkflow(req.scope).run({ input })
  const { problem } = result
  res.json({ ok: problem === null, problem: englishOf(problem), problem_words: problem })
}
