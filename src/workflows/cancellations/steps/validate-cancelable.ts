import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { findWalmartOrder } from "../../shared/find-walmart-rows"
import { type LoadedPlan, loadPlanOf } from "../../reconciliation/load-plans"
import { notAllowed } from "../../shared/refusals"

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
export function medusaRefusal(
  purchaseOrderId: string,
  plan: LoadedPlan | undefined
): string | null {
  if (!plan) {
    return `Purchase order ${purchaseOrderId} has no Medusa order that could be canceled. Import it first, or cancel it in Seller Center.`
  }
  const { canceledAt, fulfillments } = plan.input.medusa
  if (canceledAt !== null) {
    return `Order ${purchaseOrderId} is canceled in Medusa already. There is nothing to do.`
  }
  const place = fulfillments.findIndex((fulfillment) => fulfillment.canceledAt === null)
  if (place < 0) return null
  // Medusa's order page numbers them so.
  const name = `Fulfillment #${place + 1}`
  return fulfillments[place].shippedAt === null
    ? `${name} is still open. Cancel it first, then the order.`
    : `${name} has been shipped, so the order cannot be canceled as a whole. Cancel the items that are left instead.`
}
