import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { findWalmartOrder } from "../../shared/find-walmart-rows"
import { type LoadedPlan, loadPlanOf } from "../../reconciliation/load-plans"
import { notAllowed } from "../../shared/refusals"
import { type Phrase, phrases } from "../../../walmart/words/phrase"

/** An order that is to be canceled in Medusa and at Walmart. */
export interface ValidateCancelableStepInput {
  /** Walmart order, its Medusa order, or its purchase order number. */
  id: string
}

/**
 * Refuses what Medusa's own cancel would refuse, in words that say what to do first.
 * @throws MedusaError NOT_ALLOWED
 */
export const validateWalmartOrderCancelableStep = createStep(
  "validate-walmart-order-cancelable",
  async ({ id }: ValidateCancelableStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const order = await findWalmartOrder(walmart, id)
    const plan = await loadPlanOf(container, order)
    const refusal = medusaRefusal(order.purchase_order_id, plan)
    if (refusal) throw notAllowed(refusal)
    return new StepResponse({ walmart_order_id: order.id, order_id: plan?.order_id ?? "" })
  }
)

/** Why Medusa would not cancel the order now, with what to do; null when it would. */
export function medusaRefusal(order: string, plan: LoadedPlan | undefined): Phrase[] | null {
  if (!plan) return phrases("cancel_not_imported", { order })
  const { canceledAt, fulfillments } = plan.input.medusa
  if (canceledAt !== null) return phrases("cancel_done", { order })
  const place = fulfillments.findIndex((fulfillment) => fulfillment.canceledAt === null)
  if (place < 0) return null
  // Medusa's order page numbers them so.
  const number = place + 1
  const how = fulfillments[place].shippedAt === null ? "open" : "shipped"
  return phrases("fulfillment_in_the_way", { number }, how)
}
