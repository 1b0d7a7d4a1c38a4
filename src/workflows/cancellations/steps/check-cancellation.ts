import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { checkCancellation } from "../../../walmart/checks/check-cancellation"
import { loadPlans } from "../../reconciliation/load-plans"
import { refuseOpenChange } from "../../shared/open-change"
import { invalid } from "../../shared/refusals"
import type { Phrase } from "../../../walmart/words/phrase"

/** An order that staff are about to cancel. */
export interface CheckCancellationStepInput {
  order_id: string
  /** Who cancels. */
  actor_id: string
  /** How old what is known of Walmart's side is, for the refusal; empty when it was read just now. */
  caveat?: Phrase[]
}

/**
 * Refuses a cancellation that Walmart would refuse, or that lacks a reason, before anything is saved. Changes nothing: a reason
 * that no person chose is derived anew when the cancellation is planned.
 * @throws MedusaError INVALID_DATA or NOT_ALLOWED that says what is wrong and what to do
 */
export const checkWalmartCancellationStep = createStep(
  "check-walmart-cancellation",
  async ({ order_id, actor_id, caveat = [] }: CheckCancellationStepInput, { container }) => {
    const [plan] = await loadPlans(container, [order_id])
    if (!plan) return new StepResponse({ is_walmart: false })
    const checked = checkCancellation(plan.input, actor_id)
    if (!checked.allowed) throw invalid([...checked.refusal, ...caveat])
    const { purchaseOrderId } = plan.input.walmart
    await refuseOpenChange(container, { order_id, purchaseOrderId })
    return new StepResponse({ is_walmart: true })
  }
)
