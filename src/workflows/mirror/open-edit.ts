import type { MedusaContainer } from "@medusajs/framework/types"
import { cancelBeginOrderEditWorkflow } from "@medusajs/medusa/core-flows"
import { MIRRORED_BY } from "../../walmart/updates/model/sides"
import { notAllowed } from "../shared/refusals"
import { openChangeOf } from "../shared/open-change"
import { phrase } from "../../walmart/words/phrase"

/**
 * Makes sure that no change of the order is open, since Medusa allows one at a time. One that a process left behind that died while
 * it took canceled units out is dropped; a person's own is not touched.
 * @throws MedusaError NOT_ALLOWED while a person changes the order
 */
export async function dropOwnEdit(container: MedusaContainer, order_id: string): Promise<void> {
  const open = await openChangeOf(container, order_id)
  if (!open) return
  if (open.created_by !== MIRRORED_BY) {
    throw notAllowed([phrase("order_edit_open", "message_mirror", { change: open.id })])
  }
  await cancelBeginOrderEditWorkflow(container).run({ input: { order_id } })
}
