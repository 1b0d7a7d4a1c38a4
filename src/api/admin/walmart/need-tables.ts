import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"

/** Refuses what cannot be answered before the database is migrated, and says what to do. */
export async function needTables(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  await req.scope.resolve<WalmartModuleService>(WALMART_MODULE).tables.needed()
  next()
}
