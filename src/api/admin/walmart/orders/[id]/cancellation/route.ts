import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartCancellationChoiceResponse } from "../../../../../../types/http"
import { loadCancellationChoice } from "../../load-cancellation-choice"

/** What staff choose from when they cancel some units of an order. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartCancellationChoiceResponse>
): Promise<void> {
  res.json(await loadCancellationChoice(req.scope, req.params.id))
}
