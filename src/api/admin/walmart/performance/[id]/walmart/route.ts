import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartMeasuredResponse } from "../../../../../../types/http"
import type { AdminWalmartPerformanceQuery } from "../../../queries"
import { loadMeasured } from "../../load-performance"

/** What Walmart itself says of an account's performance; asks Walmart. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminWalmartPerformanceQuery>,
  res: MedusaResponse<AdminWalmartMeasuredResponse>
): Promise<void> {
  res.json(await loadMeasured(req.scope, req.params.id, req.validatedQuery.days))
}
