import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { metricsText } from "../../../../walmart/monitoring/metrics"
import { loadFigures } from "./load-figures"

/** Figures of every account in Prometheus' text format. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const text = metricsText(await loadFigures(req.scope))
  res.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8").send(text)
}
