import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartDismissBody,
  AdminWalmartReturnResponse,
} from "../../../../../../types/http"
import { decideWalmartReturnWorkflow } from "../../../../../../workflows/returns/decide-walmart-return"
import { loadOneReturn } from "../../load-returns"

/** Sends nothing more of a return, because a person says that it is done with. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartDismissBody>,
  res: MedusaResponse<AdminWalmartReturnResponse>
): Promise<void> {
  const { id } = req.params
  const { note } = req.validatedBody
  const input = { id, decision: "dismiss" as const, note, by: req.auth_context.actor_id }
  await decideWalmartReturnWorkflow(req.scope).run({ input })
  res.json({ return: await loadOneReturn(req.scope, id) })
}
