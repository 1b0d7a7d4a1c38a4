import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { WALMART_MODULE } from "../../../../../../modules/walmart"
import { webhookNameOf } from "../../../../../../modules/walmart/config/webhook-options"
import type WalmartModuleService from "../../../../../../modules/walmart/service"
import type {
  AdminWalmartKeysResponse,
  AdminWalmartWebhookSecretBody,
} from "../../../../../../types/http"
import {
  changeWalmartWebhookSecretWorkflow,
  removeWalmartWebhookSecretWorkflow,
} from "../../../../../../workflows/accounts/change-walmart-webhook-secret"
import { invalid, notAllowed } from "../../../../../../workflows/shared/refusals"
import { loadKeys } from "../../../keys/load-keys"
import { phrase, phrases } from "../../../../../../walmart/words/phrase"

/** Sets what Walmart proves an account's events by; Walmart knows it once the account is subscribed again. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartWebhookSecretBody>,
  res: MedusaResponse<AdminWalmartKeysResponse>
): Promise<void> {
  const walmart = req.scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const { id, webhooks } = walmart.configured(req.params.id)
  if (!webhooks)
    throw notAllowed([phrase("webhooks_unavailable", "message_unset_block", { account: id })])
  const { name = "", secret } = req.validatedBody
  const named = webhookNameOf(webhooks)
  if (named && !name) throw invalid(phrases("webhook_secret_unnamed", { account: id, name: named }))
  const pair = { clientId: named ? name : "", clientSecret: secret }
  const keys = walmart.webhookSecrets.seal(id, pair)
  const { actor_id } = req.auth_context
  await changeWalmartWebhookSecretWorkflow(req.scope).run({ input: { keys, actor_id } })
  res.json(loadKeys(req.scope))
}

/** Takes away the secret that was set, so that the one of the plugin's options is in force again. */
export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartKeysResponse>
): Promise<void> {
  await removeWalmartWebhookSecretWorkflow(req.scope).run({ input: { id: req.params.id } })
  res.json(loadKeys(req.scope))
}
