import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { invalid } from "../../shared/refusals"

/** A fulfillment that staff are about to mark as delivered. */
export interface RefuseUnshippedDeliveryStepInput {
  fulfillment_id: string
}

/**
 * Refuses to mark a fulfillment as delivered that was never shipped. Changes nothing.
 * @throws MedusaError INVALID_DATA
 */
export const refuseUnshippedWalmartDeliveryStep = createStep(
  "refuse-unshipped-walmart-delivery",
  async ({ fulfillment_id: id }: RefuseUnshippedDeliveryStepInput, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const fields = ["id", "shipped_at"]
    const { data } = await query.graph({ entity: "fulfillment", fields, filters: { id } })
    if (data[0]?.shipped_at) return new StepResponse(null)
    throw invalid(
      `Fulfillment ${id} has not been shipped, so Walmart has no tracking number for it. Mark it as shipped with its tracking number first, then as delivered.`
    )
  }
)
