import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type { AdminWalmartKeysResponse } from "../../../../types/http"
import { loadKeys } from "./load-keys"

/** Which keys are in force for each account of the options; never a key. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartKeysResponse>
): Promise<void> {
  const { keys, webhookSecrets } = req.scope.resolve<WalmartModuleService>(WALMART_MODULE)
  await Promise.all([keys.refresh(), webhookSecrets.refresh()])
  res.json(loadKeys(req.scope))
}
