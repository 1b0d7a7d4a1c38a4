import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { checkShipment, type ShipmentCheck } from "../../walmart/check-shipment"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import { loadPlans } from "../load-plans"

/** A shipment that staff are about to save. */
export interface CheckShipmentStepInput {
  fulfillment_id: string
  labels: { tracking_number: string; tracking_url?: string | null }[]
  /** Carrier an API client passed in `additional_data.walmart_carrier`. */
  carrier?: string | null
}

/** What was found; `is_walmart` is false for orders of other channels, which are never touched. */
export interface CheckedShipment {
  is_walmart: boolean
  order_id: string | null
  warnings: string[]
}

const NOT_WALMART: CheckedShipment = { is_walmart: false, order_id: null, warnings: [] }

/**
 * Refuses a shipment that Walmart would hold against the seller, before anything is saved. Keeps the carrier an API client
 * named. Other changes it makes none, so there is nothing to undo.
 * @throws MedusaError INVALID_DATA that says what is wrong, with which value, and what to do
 */
export const checkWalmartShipmentStep = createStep(
  "check-walmart-shipment",
  async (input: CheckShipmentStepInput, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "fulfillment",
      fields: ["id", "order.id"],
      filters: { id: input.fulfillment_id },
    })
    const orderId = (data[0] as { order?: { id: string } } | undefined)?.order?.id
    const [plan] = orderId ? await loadPlans(container, [orderId]) : []
    if (!plan || !orderId) return new StepResponse(NOT_WALMART)
    const fulfillment = plan.input.medusa.fulfillments.find(({ id }) => id === input.fulfillment_id)
    if (!fulfillment) return new StepResponse(NOT_WALMART)
    const chosen = input.carrier
      ? { carrier: input.carrier, trackingUrl: null }
      : fulfillment.chosen
    const labels = input.labels.map((label) => ({
      trackingNumber: label.tracking_number,
      trackingUrl: label.tracking_url ?? null,
    }))
    const checked = checkShipment({
      ...plan.input,
      fulfillment: { ...fulfillment, chosen, labels },
    })
    refuse(checked)
    if (input.carrier) {
      const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
      await walmart.chooseCarrier(input.fulfillment_id, { carrier: input.carrier, by: "api" })
    }
    return new StepResponse<CheckedShipment>({
      is_walmart: true,
      order_id: orderId,
      warnings: checked.warnings,
    })
  }
)

function refuse({ refusals }: ShipmentCheck): void {
  if (refusals.length === 0) return
  throw new MedusaError(MedusaError.Types.INVALID_DATA, refusals.join(" "))
}
