import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartWebhooksResponse } from "../../../../../../types/http"
import { subscribeWalmartWebhooksWorkflow } from "../../../../../../workflows/webhooks/walmart-webhooks"
import { loadWebhooks } from "../../load-webhooks"

/** An account's webhooks and Walmart's subscriptions. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartWebhooksResponse>
): Promise<void> {
  res.json({ webhooks: await loadWebhooks(req.scope, req.params.id) })
}

/** Subscribes an account to Walmart's events about orders, or renews the subscription. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartWebhooksResponse>
): Promise<void> {
  const { id } = req.params
  await subscribeWalmartWebhooksWorkflow(req.scope).run({ input: { account_id: id } })
  res.json({ webhooks: await loadWebhooks(req.scope, id) })
}
