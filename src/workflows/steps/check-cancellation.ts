import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import { checkCancellation } from "../../walmart/check-cancellation"
import { loadPlans } from "../load-plans"
import { invalid } from "../refusals"

/** An order that staff are about to cancel. */
export interface CheckCancellationStepInput {
  order_id: string
  /** Who cancels. */
  actor_id: string
  /** How old what is known of Walmart's side is, for the refusal; empty when it was read just now. */
  caveat?: string
}

/**
 * Refuses a cancellation that Walmart would refuse, or that lacks a reason, before anything is saved. A preselected reason is
 * kept on the order, so that it is the one that was checked. Keeping it needs no undo: it says nothing until the order is canceled.
 * @throws MedusaError INVALID_DATA that says what is wrong and what to do
 */
export const checkWalmartCancellationStep = createStep(
  "check-walmart-cancellation",
  async ({ order_id, actor_id, caveat = "" }: CheckCancellationStepInput, { container }) => {
    const [plan] = await loadPlans(container, [order_id])
    if (!plan) return new StepResponse({ is_walmart: false })
    const checked = checkCancellation(plan.input)
    if (!checked.allowed) throw invalid(checked.refusal, caveat)
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    await walmart.updateWalmartOrders({
      id: plan.walmart_order_id,
      cancellation_reason: checked.reason || null,
      cancellation_reason_by: actor_id,
    })
    return new StepResponse({ is_walmart: true })
  }
)
