import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import { differencesOf, isChanged, NO_PLAN, tryPlan } from "../compare-sides"
import { toPlan } from "../load-plans"
import { type LoadedSides, loadSides, type UnreadableSides } from "../load-sides"

const CHUNK = 100

/**
 * Looks through all orders that are still open at Walmart, or changed there lately, for something the planner would add and for
 * differences that are not on record. Its cost grows with open orders, never with history. Reads only, so there is nothing to undo. Answers Medusa order ids.
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
      const loaded = await loadSides(
        container,
        chunk.map(({ order_id: id }) => id)
      )
      unplanned.push(...loaded.filter((one) => isNews(walmart, one)).map((one) => one.order_id))
      after = chunk[chunk.length - 1].id
    }
  }
)

/** An order that cannot be read or planned for is news once: then it is on record as such, and does not hide the others. */
function isNews(walmart: WalmartModuleService, loaded: LoadedSides | UnreadableSides): boolean {
  const isPlanned = !("error" in loaded) && walmart.hasAccount(loaded.account_id)
  const plan = isPlanned ? tryPlan(toPlan(walmart, loaded).input) : { ...NO_PLAN, error: null }
  if (plan.add.length + plan.supersede.length > 0) return true
  return isChanged(loaded, differencesOf(walmart, loaded, plan))
}
