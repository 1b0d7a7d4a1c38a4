import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { checkOrderEdit, type EditAction } from "../../../walmart/checks/check-order-edit"
import { loadOrderChange } from "../load-order-change"
import { loadPlans } from "../../reconciliation/load-plans"
import { invalid } from "../../shared/refusals"

/** An order edit that staff put together or finish. */
export interface CheckOrderEditStepInput {
  /** Medusa order. */
  order_id: string
  /** What is about to be added to the edit; null when it is about to be requested or confirmed as it is. */
  action: EditAction | null
}

/**
 * Refuses an order edit that Walmart would not follow, before it is saved. Reads only.
 * @throws MedusaError INVALID_DATA that says what is wrong, with which value, and what to do
 */
export const checkWalmartOrderEditStep = createStep(
  "check-walmart-order-edit",
  async ({ order_id, action }: CheckOrderEditStepInput, { container }) => {
    const [plan] = await loadPlans(container, [order_id])
    if (!plan) return new StepResponse({ is_walmart: false })
    const { items, actions } = await loadOrderChange(container, plan)
    const refusal = checkOrderEdit({
      ...{ input: plan.input, items },
      actions: action ? [action] : actions,
      isFinal: action === null,
    })
    if (refusal.length > 0) throw invalid(refusal)
    return new StepResponse({ is_walmart: true })
  }
)
