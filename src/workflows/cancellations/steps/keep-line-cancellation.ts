import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import type { CheckedLineCancellation } from "./check-line-cancellation"

/** Units that an open order change takes out. */
export interface KeepLineCancellationStepInput {
  checked: CheckedLineCancellation
  /** Id of Medusa's order change. */
  change_id: string
  /** Who cancels. */
  actor_id: string
}

/**
 * Keeps the reason of these units, before Medusa confirms that they are out: from then on it can be planned from the database
 * alone, also after a crash. Forgotten when something later fails.
 */
export const keepWalmartLineCancellationStep = createStep(
  "keep-walmart-line-cancellation",
  async ({ checked, change_id, actor_id }: KeepLineCancellationStepInput, { container }) => {
    const { walmart_order_id, reason, totals: lines } = checked
    if (reason === null) return new StepResponse(null, null)
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const kept = { id: change_id, reason, by: actor_id, lines }
    await walmart.keepLineCancellation(walmart_order_id, kept)
    return new StepResponse(null, { walmart_order_id, change_id })
  },
  async (kept, { container }) => {
    if (!kept) return
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    await walmart.forgetLineCancellation(kept.walmart_order_id, kept.change_id)
  }
)
