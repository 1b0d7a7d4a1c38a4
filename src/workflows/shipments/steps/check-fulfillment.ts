import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { checkFulfillment } from "../../../walmart/checks/check-shipment"
import { loadPlans } from "../../reconciliation/load-plans"
import { invalid } from "../../shared/refusals"

/** A fulfillment that staff are about to make. */
export interface CheckFulfillmentStepInput {
  order_id: string
  /** Line items of the Medusa order. */
  items: { id: string; quantity: number }[]
}

/**
 * Refuses to pack units that Walmart canceled, or that were shipped elsewhere, before anything is saved. Changes nothing.
 * @throws MedusaError INVALID_DATA with both sides' figures and what to do
 */
export const checkWalmartFulfillmentStep = createStep(
  "check-walmart-fulfillment",
  async ({ order_id, items }: CheckFulfillmentStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const [[plan], [order]] = await Promise.all([
      loadPlans(container, [order_id]),
      walmart.orderSides([order_id]),
    ])
    if (!plan) return new StepResponse(null)
    const wanted = items.flatMap(({ id, quantity }) => {
      const line = order.lines.find(({ line_item_id }) => line_item_id === id)
      return line ? [{ lineNumber: line.line_number, quantity }] : []
    })
    const refusals = checkFulfillment(plan.input, wanted)
    if (refusals.length > 0) throw invalid(refusals.flat())
    return new StepResponse(null)
  }
)
