import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"

/** Deletes a batch of records older than the retention. Deleting by age cannot be undone and need not be. */
export const pruneWalmartRecordsStep = createStep(
  "prune-walmart-records",
  async (_input: Record<string, never>, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    return new StepResponse({ deleted: await walmart.prune() })
  }
)
