import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { WALMART_MODULE } from "../../../../../modules/walmart"
import type WalmartModuleService from "../../../../../modules/walmart/service"
import type { AdminWalmartOrderCountsResponse } from "../../../../../types/http"
import type { AdminWalmartOrderCountsQuery } from "../../queries"

/** Numbers for the status cards and the deadline badges. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminWalmartOrderCountsQuery>,
  res: MedusaResponse<AdminWalmartOrderCountsResponse>
): Promise<void> {
  const walmart = req.scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const { account_id, time_zone } = req.validatedQuery
  const counts = await walmart.orderCounts(account_id ?? null, time_zone)
  res.json({ counts })
}
