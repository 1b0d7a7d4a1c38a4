import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logLine } from "../../../modules/walmart/common/failure"
import { type Sign, signsOf } from "../../../walmart/monitoring/health"
import { walmartOf } from "../../../workflows/import/store/load-store"
import { loadFigures } from "../../admin/walmart/metrics/load-figures"

/** For how long an answer is repeated: the route is public, and each look costs the database some statements. */
const KEPT_MS = 10_000

/** What is wrong: `tables` before the database is migrated, `unreadable` while it does not answer. */
interface Health {
  failing: (Sign | "tables" | "unreadable")[]
}

let kept: { at: number; health: Promise<Health> } | null = null

/** For uptime checks: 200 while the plugin's work continues, otherwise 503 with what is wrong. Says nothing of accounts or orders. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  if (!kept || Date.now() - kept.at > KEPT_MS) kept = { at: Date.now(), health: look(req) }
  const { failing } = await kept.health
  if (failing.includes("unreadable")) kept = null
  res.status(failing.length > 0 ? 503 : 200).json({ ok: failing.length === 0, failing })
}

async function look({ scope }: MedusaRequest): Promise<Health> {
  try {
    if (!(await walmartOf(scope).tables.ready())) return { failing: ["tables"] }
    return { failing: signsOf(await loadFigures(scope)) }
  } catch (error) {
    const logger = scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(logLine("Walmart: the figures of the health check could not be read", error))
    return { failing: ["unreadable"] }
  }
}
