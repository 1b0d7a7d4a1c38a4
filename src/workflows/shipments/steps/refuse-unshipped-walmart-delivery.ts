import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { leavesAtOnce } from "../../reconciliation/medusa-side/departure"
import { readGraph } from "../../shared/read-graph"
import { invalid } from "../../shared/refusals"
import { phrases } from "../../../walmart/words/phrase"

/** A fulfillment that staff are about to mark as delivered. */
export interface RefuseUnshippedDeliveryStepInput {
  fulfillment_id: string
  account_id: string
}

interface FulfillmentRow {
  shipped_at: string | Date | null
  labels: { tracking_number: string }[]
}

/**
 * Refuses to mark a fulfillment as delivered that was never shipped. Changes nothing.
 * @throws MedusaError INVALID_DATA
 */
export const refuseUnshippedWalmartDeliveryStep = createStep(
  "refuse-unshipped-walmart-delivery",
  async ({ fulfillment_id: id, account_id }: RefuseUnshippedDeliveryStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const [fulfillment] = await readGraph<FulfillmentRow>(container, {
      entity: "fulfillment",
      fields: ["id", "shipped_at", "labels.tracking_number"],
      filters: { id },
    })
    if (fulfillment?.shipped_at) return new StepResponse(null)
    const { shipWhen } = walmart.hasAccount(account_id)
      ? walmart.account(account_id)
      : { shipWhen: "shipped" as const }
    if (fulfillment && leavesAtOnce(fulfillment, shipWhen)) return new StepResponse(null)
    throw invalid(phrases("fulfillment_unshipped", {}))
  }
)
