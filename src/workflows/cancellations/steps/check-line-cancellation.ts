import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { reasonOf } from "../../../walmart/updates/model/chosen-reason"
import { checkLineCancellation } from "../../../walmart/checks/check-line-cancellation"
import { findWalmartOrder, type WalmartOrderRow } from "../../shared/find-walmart-rows"
import { refuseOpenChange } from "../../shared/open-change"
import { loadPlanOf } from "../../reconciliation/load-plans"
import { invalid, notAllowed } from "../../shared/refusals"
import { medusaRefusal } from "./validate-cancelable"

/** Units of an order that staff are about to cancel. */
export interface CheckLineCancellationStepInput {
  /** Walmart order, its Medusa order, or its purchase order number. */
  id: string
  lines: { line_number: string; quantity: number }[]
  /** A code of the market; left out, the one this person chose, that of the order, the customer's own, or the account's default. */
  reason?: string
  /** Who cancels. */
  actor_id: string
}

/** The order edit that takes the units out. */
export interface CheckedLineCancellation {
  walmart_order_id: string
  order_id: string
  /** Line items with the quantity they keep. */
  items: { id: string; quantity: number }[]
  /** What Walmart is given; null when it has canceled these units already. */
  reason: string | null
  /** Units of each named line that are canceled afterwards, with all earlier ones. */
  totals: { lineNumber: string; total: number }[]
}

/**
 * Refuses what cannot be canceled at Walmart or taken out in Medusa, before anything is changed.
 * @throws MedusaError INVALID_DATA or NOT_ALLOWED that says what is wrong, with which value, and what to do
 */
export const checkWalmartLineCancellationStep = createStep(
  "check-walmart-line-cancellation",
  async (input: CheckLineCancellationStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const order = await findWalmartOrder(walmart, input.id)
    const plan = await loadPlanOf(container, order)
    if (!plan) throw notAllowed(medusaRefusal(order.purchase_order_id, plan) ?? [])
    const { purchaseOrderId } = plan.input.walmart
    await refuseOpenChange(container, { order_id: plan.order_id, purchaseOrderId })
    const lines = input.lines.map(({ line_number, quantity }) => ({
      lineNumber: line_number,
      quantity,
    }))
    const chosen = reasonOf(plan.input.medusa, input.actor_id).reason
    const checked = checkLineCancellation(plan.input, lines, input.reason ?? chosen)
    if (!checked.allowed) throw invalid(checked.refusal)
    const items = checked.left.map(({ lineNumber, quantity }) => ({
      id: itemOf(order, lineNumber),
      quantity,
    }))
    const result: CheckedLineCancellation = {
      ...{ walmart_order_id: order.id, order_id: plan.order_id, items },
      reason: checked.reason,
      totals: checked.left.map(({ lineNumber, quantity }) => ({
        lineNumber,
        total: orderedUnits(order, lineNumber) - quantity,
      })),
    }
    return new StepResponse(result)
  }
)

function orderedUnits({ lines }: WalmartOrderRow, lineNumber: string): number {
  return lines.find(({ line_number: number }) => number === lineNumber)?.quantity ?? 0
}

function itemOf({ lines }: WalmartOrderRow, lineNumber: string): string {
  return lines.find(({ line_number: number }) => number === lineNumber)?.line_item_id ?? ""
}
