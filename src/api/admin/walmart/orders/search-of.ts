import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderSort, PageSearch } from "../../../../modules/walmart/reports/find-orders-sql"
import type { AdminWalmartOrdersQuery } from "../queries"
import { ordersByDisplayId } from "./load-orders"
import { ordersByBuyer } from "./orders-by-buyer"

/** What a query of the list asks for. What only Medusa knows of the searched text is read there first. */
export async function searchOf(
  container: MedusaContainer,
  query: AdminWalmartOrdersQuery
): Promise<PageSearch> {
  const [numbered, bought] = await Promise.all([
    ordersByDisplayId(container, query.q),
    ordersByBuyer(container, query.q),
  ])
  return {
    accountIds: query.account_id,
    orderIds: query.order_id,
    statuses: query.status,
    syncStatuses: query.sync_status,
    importStatuses: query.import_status,
    deadlines: query.deadline,
    timeZone: query.time_zone,
    shippedBy: query.shipped_by,
    shipBy: rangeOf(query.ship_by),
    orderedAt: rangeOf(query.ordered_at),
    text: query.q,
    textOrderIds: [...numbered, ...bought],
    sort: query.order.replace(/^-/, "") as OrderSort,
    descending: query.order.startsWith("-"),
    limit: query.limit,
    offset: query.offset,
  }
}

function rangeOf(range: AdminWalmartOrdersQuery["ship_by"]) {
  return range && { from: range.$gte, to: range.$lte }
}
