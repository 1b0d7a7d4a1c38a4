import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartMissListResponse } from "../../../../../../types/http"
import type { AdminWalmartMissesQuery } from "../../../queries"
import { loadMisses } from "../../load-performance"

/** The orders behind what an account missed, the newest first. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminWalmartMissesQuery>,
  res: MedusaResponse<AdminWalmartMissListResponse>
): Promise<void> {
  const { days, measure, limit, offset } = req.validatedQuery
  res.json(await loadMisses(req.scope, req.params.id, { days, measure, limit, offset }))
}
