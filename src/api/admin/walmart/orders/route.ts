import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type { AdminWalmartOrderListResponse } from "../../../../types/http"
import type { AdminWalmartOrdersQuery } from "../queries"
import { loadOrders } from "./load-orders"
import { searchOf } from "./search-of"

/** Walmart orders, searched, filtered, sorted and paged. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminWalmartOrdersQuery>,
  res: MedusaResponse<AdminWalmartOrderListResponse>
): Promise<void> {
  const { limit, offset } = req.validatedQuery
  const walmart = req.scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const found = await walmart.findOrders(await searchOf(req.scope, req.validatedQuery))
  const orders = await loadOrders(req.scope, found.ids, req.queryConfig.fields)
  res.json({ orders, count: found.count, offset, limit })
}
