import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { createOrder } from "../medusa/create-order"
import type { LocatedOrder } from "./plan-walmart-order"

/**
 * Creates the Medusa order unless it exists. Not undone when a later step fails: the next run goes on from it, and taking it
 * back could take away an order that another run has just finished.
 */
export const createImportedWalmartOrderStep = createStep(
  "create-imported-walmart-order",
  async ({ planned, ids }: LocatedOrder, { container }) => {
    if (!planned || !ids) return new StepResponse({ created: false })
    return new StepResponse({ created: await createOrder(container, planned, ids) })
  }
)
