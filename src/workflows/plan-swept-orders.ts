import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { planWalmartUpdatesWorkflow } from "./plan-walmart-updates"
import { sweepWalmartOrdersWorkflow } from "./sweep-walmart-orders"

/** One sweep: plans for every order whose event was lost. Every find is logged, because there should be none. */
export async function planSweptOrders(container: MedusaContainer): Promise<void> {
  const { result: orderIds } = await sweepWalmartOrdersWorkflow(container).run()
  for (const orderId of orderIds) await planFor(container, orderId)
}

/** An order that fails, by a store's hook for instance, does not stop those behind it. */
async function planFor(container: MedusaContainer, order_id: string): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.warn(`Walmart: the sweep found news of order ${order_id} that no event had told`)
  try {
    await planWalmartUpdatesWorkflow(container).run({ input: { order_id } })
  } catch (error) {
    logger.error(
      `Walmart: planning for order ${order_id} failed; the next sweep tries again`,
      error as Error
    )
  }
}
