import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../../modules/walmart"
import type { PageSearch } from "../../../../../modules/walmart/reports/find-orders-sql"
import type WalmartModuleService from "../../../../../modules/walmart/service"
import { ORDER_LIST_FIELDS } from "../../query-config"
import type { AdminWalmartOrdersQuery } from "../../queries"
import { CSV_HEAD, csvLine } from "../csv"
import { loadOrders } from "../load-orders"
import { searchOf } from "../search-of"

/** Orders that are read at once. */
const BATCH = 200

/** All orders that the list's filters find, as a CSV file, written while it is read. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminWalmartOrdersQuery>,
  res: MedusaResponse
): Promise<void> {
  const search = await searchOf(req.scope, req.validatedQuery)
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", 'attachment; filename="walmart-orders.csv"')
  await pipeline(Readable.from(linesOf(req.scope, search)), res)
}

async function* linesOf(container: MedusaContainer, search: PageSearch): AsyncGenerator<string> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  yield CSV_HEAD
  for (let offset = 0; ; offset += BATCH) {
    const { ids } = await walmart.findOrders({ ...search, limit: BATCH, offset })
    const orders = await loadOrders(container, ids, ORDER_LIST_FIELDS)
    yield orders.map(csvLine).join("")
    if (ids.length < BATCH) return
  }
}
