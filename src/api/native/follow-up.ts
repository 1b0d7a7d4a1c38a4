import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import { planWalmartUpdatesWorkflow } from "../../workflows/updates/plan-walmart-updates"
import { reconcileWalmartOrderEditWorkflow } from "../../workflows/order-edits/reconcile-walmart-order-edit"
import { settleWalmartReturnWorkflow } from "../../workflows/returns/settle-walmart-return"
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

/**
 * Settles the order's returns, as the receipt's event does too: a refund that comes in before it would give back what was received once
 * more, and what a canceled return was owed is owed no longer.
 */
export const returnFollowUp: FollowUp = async (scope, { account_id, purchase_order_id }) => {
  const walmart = scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const filters = { account_id, purchase_order_id }
  const rows = await walmart.listWalmartReturns(filters, { select: ["id"], take: null })
  for (const { id } of rows) {
    const { result } = await settleWalmartReturnWorkflow(scope).run({
      input: { id, is_held: true },
    })
    if (!result?.wanted) continue
    await scope.resolve(Modules.EVENT_BUS).emit({ name: "walmart.return.due", data: { id } })
  }
}
