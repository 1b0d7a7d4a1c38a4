import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { findWalmartOrder } from "../../../shared/find-walmart-rows"
import { notAllowed } from "../../../shared/refusals"
import { phrases } from "../../../../walmart/words/phrase"
import type { Refusal } from "../../../../modules/walmart/common/refusal"

/** An order whose differences a person has looked at. */
export interface DismissDiscrepanciesStepInput {
  /** Walmart order, its Medusa order, or its purchase order number. */
  id: string
  /** Why it may stay so; kept with each difference. */
  note: string
  /** Who said so. */
  actor_id: string
}

/**
 * Dismisses all differences that are on record for an order. Not undone: what a person decided stands.
 * @throws MedusaError NOT_FOUND, NOT_ALLOWED when there are none
 */
export const dismissWalmartDiscrepanciesStep = createStep(
  "dismiss-walmart-discrepancies",
  async ({ id, note, actor_id: by }: DismissDiscrepanciesStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const order = await findWalmartOrder(walmart, id)
    const dismissed = await walmart.dismissDiscrepancies(order.id, { by, note })
    if (dismissed === 0) throw noDifference(order.purchase_order_id)
    return new StepResponse({ walmart_order_id: order.id, dismissed })
  }
)

function noDifference(order: string): Refusal {
  return notAllowed(phrases("difference_gone", { order }))
}
