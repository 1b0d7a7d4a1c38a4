import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type { OrderSort, PageSearch } from "../../../../modules/walmart/reports/find-orders-sql"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type { AdminWalmartOrderListResponse } from "../../../../types/http"
import type { AdminWalmartOrdersQuery } from "../validators"
import { loadOrders, ordersByDisplayId } from "./load-orders"

/** Walmart orders, searched, filtered, sorted and paged. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminWalmartOrdersQuery>,
  res: MedusaResponse<AdminWalmartOrderListResponse>
): Promise<void> {
  const { limit, offset, q } = req.validatedQuery
  const walmart = req.scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const textOrderIds = await ordersByDisplayId(req.scope, q)
  const found = await walmart.findOrders({ ...searchOf(req.validatedQuery), textOrderIds })
  const orders = await loadOrders(req.scope, found.ids, req.queryConfig.fields)
  res.json({ orders, count: found.count, offset, limit })
}

function searchOf(query: AdminWalmartOrdersQuery): PageSearch {
  return {
    accountIds: query.account_id,
    orderIds: query.order_id,
    statuses: query.status,
    syncStatuses: query.sync_status,
    importStatuses: query.import_status,
    deadline: query.deadline,
    shipBy: rangeOf(query.ship_by),
    orderedAt: rangeOf(query.ordered_at),
    text: query.q,
    sort: query.order.replace(/^-/, "") as OrderSort,
    descending: query.order.startsWith("-"),
    limit: query.limit,
    offset: query.offset,
  }
}

function rangeOf(range: AdminWalmartOrdersQuery["ship_by"]) {
  return range && { from: range.$gte, to: range.$lte }
}
