import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { planWalmartUpdatesWorkflow } from "../../workflows/updates/plan-walmart-updates"
import { reconcileWalmartOrderEditWorkflow } from "../../workflows/order-edits/reconcile-walmart-order-edit"
import { type QueueDue, walmartOrderId } from "../../walmart/common/ids"
import type { NativeOrder } from "./walmart-order"

/** What is done about an order once a request for it has been answered, before the next one's checks begin. */
export type FollowUp = (scope: MedusaContainer, order: NativeOrder) => Promise<void>

/** Plans for the order, as the route's event does too: the next refund is checked against what this one has claimed. */
export const planFollowUp: FollowUp = async (scope, { id, order_id }) => {
  const { result } = await planWalmartUpdatesWorkflow(scope).run({ input: { order_id } })
  if (result.added.length === 0) return
  const data: QueueDue = { id: walmartOrderId(id) }
  await scope.resolve(Modules.EVENT_BUS).emit({ name: "walmart.queue.due", data })
}

/**
 * Plans and reconciles after an order edit. Money that the edit left owing is settled first: core takes a refund or a cancel that
 * comes in between for its settlement, and both would be in the books for it.
 */
export const editFollowUp: FollowUp = async (scope, order) => {
  await planFollowUp(scope, order)
  await reconcileWalmartOrderEditWorkflow(scope).run({ input: { order_id: order.order_id } })
}
