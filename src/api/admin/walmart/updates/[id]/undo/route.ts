import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartUpdateResponse } from "../../../../../../types/http"
import { undoWalmartDismissalWorkflow } from "../../../../../../workflows/updates/dismissal/undo-walmart-dismissal"
import { loadUpdateDetail } from "../../load-update-detail"

/** Takes a dismissal back, so that the update can be sent after all. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartUpdateResponse>
): Promise<void> {
  const { id } = req.params
  await undoWalmartDismissalWorkflow(req.scope).run({
    input: { id, actor_id: req.auth_context.actor_id },
  })
  res.json({ update: await loadUpdateDetail(req.scope, id, false) })
}
