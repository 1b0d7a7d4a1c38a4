import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartSettingsChange,
  AdminWalmartSettingsResponse,
} from "../../../../../../types/http"
import { changeWalmartSettingsWorkflow } from "../../../../../../workflows/accounts/change-walmart-account"
import { loadSettings } from "../../load-accounts"

/** Settings of an account. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartSettingsResponse>
): Promise<void> {
  res.json(await loadSettings(req.scope, req.params.id))
}

/** Changes settings of an account; what is left out stays. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartSettingsChange>,
  res: MedusaResponse<AdminWalmartSettingsResponse>
): Promise<void> {
  const { id } = req.params
  const { changes, ...settings } = req.validatedBody
  await changeWalmartSettingsWorkflow(req.scope).run({ input: { id, settings, changes } })
  res.json(await loadSettings(req.scope, id))
}
