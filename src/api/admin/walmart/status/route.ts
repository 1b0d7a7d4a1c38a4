import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartStatusResponse } from "../../../../types/http"
import { loadStatus } from "./load-status"

/** Connection, backlog, latency and limits, for the health card and for monitoring. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartStatusResponse>
): Promise<void> {
  res.json(await loadStatus(req.scope))
}
