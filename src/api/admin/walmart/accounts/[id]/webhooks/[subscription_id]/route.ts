import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartWebhooksResponse } from "../../../../../../../types/http"
import { unsubscribeWalmartWebhookWorkflow } from "../../../../../../../workflows/webhooks/walmart-webhooks"
import { loadWebhooks } from "../../../load-webhooks"

/** Ends one of an account's subscriptions. */
export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartWebhooksResponse>
): Promise<void> {
  const { id, subscription_id } = req.params
  const input = { account_id: id, subscription_id }
  await unsubscribeWalmartWebhookWorkflow(req.scope).run({ input })
  res.json({ webhooks: await loadWebhooks(req.scope, id) })
}
