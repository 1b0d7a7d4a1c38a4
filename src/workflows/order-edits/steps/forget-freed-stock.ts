import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { walmartOf } from "../../import/store/load-store"

/** A Medusa order of which reservations are about to end. */
export interface ForgetFreedStockStepInput {
  order_id: string
}

/**
 * Has the stock of an order's canceled units sent again afterwards: a figure that went before their reservations ended counted them as held.
 * It is forgotten first, so that a process that dies in between leaves it to the sweep. Not undone: a figure that is sent once more is the
 * same.
 */
export const forgetFreedStockStep = createStep(
  "forget-freed-stock",
  async ({ order_id }: ForgetFreedStockStepInput, { container }) => {
    await walmartOf(container).stock.forgetFreed(order_id)
    return new StepResponse({})
  }
)
