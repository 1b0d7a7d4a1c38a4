import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type { AdminWalmartUpdateListResponse } from "../../../../types/http"
import type { AdminWalmartUpdatesQuery } from "../queries"
import { showUpdates } from "./load-updates"

/** Updates of all orders, filtered, sorted and paged. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminWalmartUpdatesQuery>,
  res: MedusaResponse<AdminWalmartUpdateListResponse>
): Promise<void> {
  const { limit, offset, order, ...filters } = req.validatedQuery
  const walmart = req.scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const direction = order.startsWith("-") ? "DESC" : "ASC"
  const page = {
    take: limit,
    skip: offset,
    order: { [order.replace(/^-/, "")]: direction, id: direction },
  }
  const [rows, count] = await Promise.all([
    walmart.listWalmartUpdates(filters, page),
    walmart.countUpdates(filters),
  ])
  const updates = await showUpdates(walmart, rows)
  res.json({ updates, count, offset, limit })
}
