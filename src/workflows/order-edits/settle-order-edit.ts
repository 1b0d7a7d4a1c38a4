import type { MedusaContainer } from "@medusajs/framework/types"
import { holdOrder } from "../shared/hold-order"
import { reconcileWalmartOrderEditWorkflow } from "./reconcile-walmart-order-edit"

/** How long the order may be held by a person's request, in seconds; what takes longer is left to the next sweep. */
const WAIT_SECONDS = 20

/**
 * Reconciles an order edit while no request changes the order: between the steps of core's cancel or refund its money and its
 * reservations look like something that an edit left undone.
 * @throws the locking module's error when somebody holds the order for too long
 */
export async function settleOrderEdit(container: MedusaContainer, order_id: string): Promise<void> {
  await holdOrder(container, order_id, WAIT_SECONDS, () =>
    reconcileWalmartOrderEditWorkflow(container).run({ input: { order_id } })
  )
}
