import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"

/** A Medusa order that is about to be refunded, canceled or edited. */
export interface WatchOrderStepInput {
  order_id: string
}

/**
 * Has the sweep look at an order for a day, however long ago it was closed at Walmart, so that what is done to it is found should the event
 * be lost. A look changes nothing, so there is nothing to undo.
 */
export const watchOrderStep = createStep(
  "watch-order",
  async ({ order_id }: WatchOrderStepInput, { container }) => {
    await container.resolve<WalmartModuleService>(WALMART_MODULE).watchOrder(order_id)
    return new StepResponse({})
  }
)
