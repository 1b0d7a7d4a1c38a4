import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartStockListResponse } from "../../../../types/http"
import type { AdminWalmartStockQuery } from "../queries"
import { loadStock } from "./load-stock"

/** Figures of stock that Walmart was or shall be sent, filtered and paged. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminWalmartStockQuery>,
  res: MedusaResponse<AdminWalmartStockListResponse>
): Promise<void> {
  const { limit, offset, q, account_id: accountIds, state: states } = req.validatedQuery
  const found = await loadStock(req.scope, { text: q, accountIds, states, limit, offset })
  res.json({ ...found, offset, limit })
}
