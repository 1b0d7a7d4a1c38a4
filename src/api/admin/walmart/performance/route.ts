import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartPerformanceListResponse } from "../../../../types/http"
import type { AdminWalmartPerformanceQuery } from "../queries"
import { loadPerformance } from "./load-performance"

/** How each account did with its orders of the last days, next to Walmart's limits. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminWalmartPerformanceQuery>,
  res: MedusaResponse<AdminWalmartPerformanceListResponse>
): Promise<void> {
  const { days } = req.validatedQuery
  res.json({ performance: await loadPerformance(req.scope, days), days })
}
