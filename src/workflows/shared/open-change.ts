import type { MedusaContainer } from "@medusajs/framework/types"
import { phrases } from "../../walmart/words/phrase"
import { readGraph } from "./read-graph"
import { notAllowed } from "./refusals"

/** A change of an order that is not confirmed yet: an edit, or what is being put together or received of a return. */
export interface OpenChange {
  id: string
  created_by: string | null
}

/** The order's open change, of which Medusa allows one at a time. */
export async function openChangeOf(
  container: MedusaContainer,
  order_id: string
): Promise<OpenChange | undefined> {
  const [open] = await readGraph<OpenChange>(container, {
    entity: "order_change",
    fields: ["id", "created_by"],
    filters: { order_id, status: ["pending", "requested"] },
  })
  return open
}

/**
 * Refuses what needs a change of its own. Core's words do not say where the other one is, and core's cancel and refund find it only
 * once they have refunded the payment, which they do not take back.
 * @throws MedusaError NOT_ALLOWED while a change of the order is open
 */
export async function refuseOpenChange(
  container: MedusaContainer,
  { order_id, purchaseOrderId: order }: { order_id: string; purchaseOrderId: string }
): Promise<void> {
  const open = await openChangeOf(container, order_id)
  if (open) throw notAllowed(phrases("order_edit_open", { order, change: open.id }))
}
