import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartNoteBody, AdminWalmartOrderResponse } from "../../../../../../types/http"
import { noteWalmartOrderWorkflow } from "../../../../../../workflows/updates/notes/note-walmart-order"
import { loadOrderDetail } from "../../load-order-detail"

/** Keeps a note on an order for colleagues; an empty one takes it away. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartNoteBody>,
  res: MedusaResponse<AdminWalmartOrderResponse>
): Promise<void> {
  const { note } = req.validatedBody
  const { result } = await noteWalmartOrderWorkflow(req.scope).run({
    input: { id: req.params.id, note, actor_id: req.auth_context.actor_id },
  })
  res.json({ order: await loadOrderDetail(req.scope, result.walmart_order_id) })
}
