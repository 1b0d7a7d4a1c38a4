import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../../modules/walmart"
import { logLine, oneLine } from "../../modules/walmart/common/failure"
import type WalmartModuleService from "../../modules/walmart/service"
import { planWalmartUpdatesWorkflow } from "./plan-walmart-updates"
import { settleOrderEdit } from "../order-edits/settle-order-edit"
import { sweepWalmartOrderEditsWorkflow } from "../order-edits/sweep-walmart-order-edits"
import { sweepWalmartOrdersWorkflow } from "./sweep-walmart-orders"

/**
 * One sweep: plans for every order whose event was lost, has it sent at once, and settles order edits. Every find is logged,
 * because there should be none.
 */
export async function planSweptOrders(container: MedusaContainer): Promise<void> {
  const { result: orderIds } = await sweepWalmartOrdersWorkflow(container).run()
  for (const orderId of orderIds) await planFor(container, orderId)
  if (orderIds.length > 0) {
    container.resolve<WalmartModuleService>(WALMART_MODULE).clock.start("send")
  }
  const { result: editedIds } = await sweepWalmartOrderEditsWorkflow(container).run()
  for (const orderId of editedIds) await settleFor(container, orderId)
}

async function planFor(container: MedusaContainer, order_id: string): Promise<void> {
  const found = `the sweep found news of order ${order_id} that no event had told`
  await guarded(container, found, `planning for order ${order_id}`, () =>
    planWalmartUpdatesWorkflow(container).run({ input: { order_id } })
  )
}

async function settleFor(container: MedusaContainer, order_id: string): Promise<void> {
  const found = `the sweep found an edit of order ${order_id} that no event had finished`
  await guarded(container, found, `settling the edit of order ${order_id}`, () =>
    settleOrderEdit(container, order_id)
  )
}

/** An order that fails, by a store's hook for instance, does not stop those after it. */
async function guarded(
  container: MedusaContainer,
  found: string,
  doing: string,
  work: () => Promise<unknown>
): Promise<void> {
  if (container.resolve<WalmartModuleService>(WALMART_MODULE).isStopping) return
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.warn(oneLine(`Walmart: ${found}`))
  try {
    await work()
  } catch (error) {
    logger.error(logLine(`Walmart: ${doing} failed; the next sweep tries again`, error))
  }
}
