import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"

/** Which mailboxes to send for. */
export interface DrainMailboxesStepInput {
  /** Only this Walmart order, for a nudge. */
  walmart_order_id?: string
}

/** One round of sending. What reached Walmart cannot be undone. */
export const drainWalmartMailboxesStep = createStep(
  "drain-walmart-mailboxes",
  async ({ walmart_order_id: walmartOrderId }: DrainMailboxesStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    return new StepResponse(await walmart.drain({ walmartOrderId }))
  }
)
