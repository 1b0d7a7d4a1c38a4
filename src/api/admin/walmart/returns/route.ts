import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartReturnListResponse } from "../../../../types/http"
import type { AdminWalmartReturnsQuery } from "../queries"
import { loadReturns } from "./load-returns"

/** Walmart's return orders, filtered and paged. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminWalmartReturnsQuery>,
  res: MedusaResponse<AdminWalmartReturnListResponse>
): Promise<void> {
  const { limit, offset, q, account_id: accountIds, state: states, ...rest } = req.validatedQuery
  const { deadline, order_id: orderId, refunded_by_walmart: byWalmart } = rest
  const search = { text: q, accountIds, states, deadline, orderId, byWalmart, limit, offset }
  res.json({ ...(await loadReturns(req.scope, search)), offset, limit })
}
