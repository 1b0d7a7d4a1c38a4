import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../../modules/walmart"
import type { PageSearch } from "../../../../../modules/walmart/reports/find-orders-sql"
import type WalmartModuleService from "../../../../../modules/walmart/service"
import { chunks } from "../../../../../walmart/common/chunks"
import { ORDER_LIST_FIELDS } from "../../query-config"
import type { AdminWalmartOrdersQuery } from "../../queries"
import { CSV_HEAD, csvLine } from "../csv"
import { loadOrders } from "../load-orders"
import { searchOf } from "../search-of"

/** Orders that are found at once: few enough for memory, so many that the search is not begun anew for each few hundred. */
const FOUND_AT_ONCE = 20_000

/** Orders that are read at once. */
const READ_AT_ONCE = 200

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
  for (let offset = 0; ; offset += FOUND_AT_ONCE) {
    const { ids } = await walmart.findOrders({ ...search, limit: FOUND_AT_ONCE, offset })
    for (const some of chunks(ids, READ_AT_ONCE)) {
      const orders = await loadOrders(container, some, ORDER_LIST_FIELDS)
      yield orders.map(csvLine).join("")
    }
    if (ids.length < FOUND_AT_ONCE) return
  }
}
