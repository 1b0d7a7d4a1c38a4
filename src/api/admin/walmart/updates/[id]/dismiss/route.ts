import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartDismissBody,
  AdminWalmartUpdateResponse,
} from "../../../../../../types/http"
import { dismissWalmartUpdateWorkflow } from "../../../../../../workflows/updates/dismissal/dismiss-walmart-update"
import { loadUpdateDetail } from "../../load-update-detail"

/** Takes an update out of the queue; the note says why. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartDismissBody>,
  res: MedusaResponse<AdminWalmartUpdateResponse>
): Promise<void> {
  const { id } = req.params
  const actor_id = req.auth_context.actor_id
  await dismissWalmartUpdateWorkflow(req.scope).run({
    input: { id, note: req.validatedBody.note, actor_id },
  })
  res.json({ update: await loadUpdateDetail(req.scope, id, false) })
}
