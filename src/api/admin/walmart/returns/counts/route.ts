import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartReturnCountsResponse } from "../../../../../types/http"
import { walmartOf } from "../../../../../workflows/import/store/load-store"
import type { AdminWalmartReturnCountsQuery } from "../../queries"

/** How many returns are in each state. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminWalmartReturnCountsQuery>,
  res: MedusaResponse<AdminWalmartReturnCountsResponse>
): Promise<void> {
  const { account_id: accountIds } = req.validatedQuery
  res.json({ counts: await walmartOf(req.scope).returns.counts(accountIds ?? null) })
}
