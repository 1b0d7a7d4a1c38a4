import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartReturnResponse } from "../../../../../../types/http"
import { decideWalmartReturnWorkflow } from "../../../../../../workflows/returns/decide-walmart-return"
import { loadOneReturn } from "../../load-returns"

/** Refunds a return through Walmart: what was received, or all of it when nothing was. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartReturnResponse>
): Promise<void> {
  const { id } = req.params
  const input = { id, decision: "refund" as const, by: req.auth_context.actor_id }
  await decideWalmartReturnWorkflow(req.scope).run({ input })
  res.json({ return: await loadOneReturn(req.scope, id) })
}
