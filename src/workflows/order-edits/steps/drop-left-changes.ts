import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { dropLeftChanges } from "../../shared/open-change"

/**
 * Drops changes of orders that a process left open which died while it made them: each keeps its order from being shipped, edited and
 * refunded. Not undone: nobody works on them any more.
 */
export const dropLeftChangesStep = createStep(
  "drop-left-changes",
  async (_input: Record<string, never>, { container }) => {
    await dropLeftChanges(container)
    return new StepResponse({})
  }
)
