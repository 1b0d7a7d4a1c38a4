import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { phrases } from "../../../walmart/words/phrase"
import { readGraph } from "../../shared/read-graph"
import { invalid } from "../../shared/refusals"

/** A fulfillment that is about to be canceled beside its order. */
export interface RefuseCountedFulfillmentStepInput {
  order_id: string
  purchase_order_id: string
  fulfillment_id: string
}

interface FulfillmentRow {
  shipped_at: string | Date | null
  canceled_at: string | Date | null
}

interface ChangeRow {
  actions?: { action: string; reference_id: string | null }[]
}

/**
 * Refuses to cancel beside its order a fulfillment whose units the order counts: core cancels the fulfillment alone, and what the
 * order goes on counting as fulfilled can be fulfilled never again, nor does its stock come back. Changes nothing.
 * @throws MedusaError INVALID_DATA
 */
export const refuseCountedWalmartFulfillmentStep = createStep(
  "refuse-counted-walmart-fulfillment",
  async (input: RefuseCountedFulfillmentStepInput, { container }) => {
    const { order_id, purchase_order_id: order, fulfillment_id: id } = input
    const [fulfillment] = await readGraph<FulfillmentRow>(container, {
      ...{ entity: "fulfillment", fields: ["id", "shipped_at", "canceled_at"], filters: { id } },
    })
    // What has left or is canceled is core's to refuse.
    if (!fulfillment || fulfillment.shipped_at || fulfillment.canceled_at)
      return new StepResponse(null)
    const changes = await readGraph<ChangeRow>(container, {
      ...{ entity: "order_change", filters: { order_id } },
      fields: ["id", "actions.action", "actions.reference_id"],
    })
    const isCounted = changes
      .flatMap(({ actions = [] }) => actions)
      .some(({ action, reference_id }) => action === "FULFILL_ITEM" && reference_id === id)
    if (isCounted) throw invalid(phrases("fulfillment_counted", { order }))
    return new StepResponse(null)
  }
)
