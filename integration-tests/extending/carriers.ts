import { StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  checkWalmartShipmentWorkflow,
  type MapCarriersInput,
  planWalmartUpdatesWorkflow,
} from "medusa-plugin-walmart/workflows"

/** Parcels of five units and more are fetched by OnTrac, whatever their number looks like. */
const carriers = async ({ loaded }: MapCarriersInput) => {
  const fulfillments = loaded?.input.medusa.fulfillments ?? []
  const large = fulfillments.filter(
    ({ lines }) => lines.reduce((sum, { quantity }) => sum + quantity, 0) >= 5
  )
  return new StepResponse(Object.fromEntries(large.map(({ id }) => [id, "OnTrac"])))
}

checkWalmartShipmentWorkflow.hooks.mapCarriers(carriers)
planWalmartUpdatesWorkflow.hooks.mapCarriers(carriers)
