import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import { planUpdates } from "../../walmart/plan"
import { loadPlans } from "../load-plans"

const CHUNK = 100

/**
 * Looks through all orders that are still open at Walmart, or changed there lately, for something the planner would add. Its
 * cost grows with open orders, never with history. Reads only, so there is nothing to undo. Answers Medusa order ids.
 */
export const findUnplannedWalmartOrdersStep = createStep(
  "find-unplanned-walmart-orders",
  async (_input: Record<string, never>, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const unplanned: string[] = []
    let after = ""
    for (;;) {
      const chunk = await walmart.sweepChunk(after, CHUNK)
      if (chunk.length === 0) return new StepResponse(unplanned)
      const plans = await loadPlans(
        container,
        chunk.map(({ order_id: id }) => id)
      )
      for (const { order_id: id, input } of plans) {
        const { add, supersede } = planUpdates(input)
        if (add.length + supersede.length > 0) unplanned.push(id)
      }
      after = chunk[chunk.length - 1].id
    }
  }
)
