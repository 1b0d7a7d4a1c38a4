import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartAccountListResponse } from "../../../../types/http"
import type { AdminWalmartPageQuery } from "../queries"
import { loadAccounts } from "./load-accounts"

/** The connected accounts. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminWalmartPageQuery>,
  res: MedusaResponse<AdminWalmartAccountListResponse>
): Promise<void> {
  const { limit, offset } = req.validatedQuery
  const all = await loadAccounts(req.scope)
  res.json({ accounts: all.slice(offset, offset + limit), count: all.length, offset, limit })
}
