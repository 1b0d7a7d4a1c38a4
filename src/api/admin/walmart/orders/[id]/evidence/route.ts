import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartEvidenceResponse } from "../../../../../../types/http"
import { loadEvidence } from "../../load-evidence"

/** Everything that is known of an order, for a ticket at Walmart. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartEvidenceResponse>
): Promise<void> {
  res.json({ evidence: await loadEvidence(req.scope, req.params.id) })
}
