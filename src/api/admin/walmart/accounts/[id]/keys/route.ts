import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { WALMART_MODULE } from "../../../../../../modules/walmart"
import type WalmartModuleService from "../../../../../../modules/walmart/service"
import type { AdminWalmartKeysBody, AdminWalmartKeysResponse } from "../../../../../../types/http"
import {
  changeWalmartKeysWorkflow,
  removeWalmartKeysWorkflow,
} from "../../../../../../workflows/accounts/change-walmart-keys"
import { loadKeys } from "../../../keys/load-keys"

/** Sets an account's keys; refused when Walmart refuses them. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartKeysBody>,
  res: MedusaResponse<AdminWalmartKeysResponse>
): Promise<void> {
  const walmart = req.scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const { id } = walmart.configured(req.params.id)
  const { client_id: clientId, client_secret: clientSecret } = req.validatedBody
  const keys = walmart.keys.seal(id, { clientId, clientSecret })
  const { actor_id } = req.auth_context
  await changeWalmartKeysWorkflow(req.scope).run({ input: { keys, actor_id } })
  res.json(loadKeys(req.scope))
}

/** Takes away the keys that were set, so that those of the plugin's options are in force again. */
export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartKeysResponse>
): Promise<void> {
  await removeWalmartKeysWorkflow(req.scope).run({ input: { id: req.params.id } })
  res.json(loadKeys(req.scope))
}
