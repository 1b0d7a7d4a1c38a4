import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type LoadedPlan, loadPlans } from "../load-plans"

/** A Medusa order to plan for. */
export interface LoadPlanStepInput {
  order_id: string
}

/** Reads what the planner needs; null when the order is not one of Walmart's. Reads only, so there is nothing to undo. */
export const loadWalmartPlanStep = createStep(
  "load-walmart-plan",
  async ({ order_id }: LoadPlanStepInput, { container }) => {
    const [plan] = await loadPlans(container, [order_id])
    return new StepResponse<LoadedPlan | null>(plan ?? null)
  }
)
