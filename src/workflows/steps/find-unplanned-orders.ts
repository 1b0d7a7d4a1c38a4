import type { Logger } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logLine } from "../../modules/walmart/failure"
import { planUpdates } from "../../walmart/plan"
import { type LoadedPlan, loadPlans } from "../load-plans"

const CHUNK = 100

/**
 * Looks through all orders that are still open at Walmart, or changed there lately, for something the planner would add. Its
 * cost grows with open orders, never with history. Reads only, so there is nothing to undo. Answers Medusa order ids.
 */
export const findUnplannedWalmartOrdersStep = createStep(
  "find-unplanned-walmart-orders",
  async (_input: Record<string, never>, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const unplanned: string[] = []
    let after = ""
    for (;;) {
      const chunk = await walmart.sweepChunk(after, CHUNK)
      if (chunk.length === 0) return new StepResponse(unplanned)
      const plans = await loadPlans(
        container,
        chunk.map(({ order_id: id }) => id)
      )
      unplanned.push(...plans.filter((plan) => isUnplanned(plan, logger)).map((p) => p.order_id))
      after = chunk[chunk.length - 1].id
    }
  }
)

/** An order that cannot be planned for does not hide the others. */
function isUnplanned({ order_id: id, input }: LoadedPlan, logger: Logger): boolean {
  try {
    const { add, supersede } = planUpdates(input)
    return add.length + supersede.length > 0
  } catch (error) {
    logger.error(logLine(`Walmart: the sweep could not plan for order ${id}`, error))
    return false
  }
}
