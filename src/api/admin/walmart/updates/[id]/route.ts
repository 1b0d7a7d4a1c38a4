import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartUpdateResponse } from "../../../../../types/http"
import type { AdminWalmartUpdateQuery } from "../../queries"
import { loadUpdateDetail } from "../load-update-detail"

/** One update with its timeline and, after asking Walmart, what would be sent now. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminWalmartUpdateQuery>,
  res: MedusaResponse<AdminWalmartUpdateResponse>
): Promise<void> {
  const withPreview = req.validatedQuery.preview === "true"
  res.json({ update: await loadUpdateDetail(req.scope, req.params.id, withPreview) })
}
