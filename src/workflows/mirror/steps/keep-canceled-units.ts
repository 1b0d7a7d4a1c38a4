import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { MIRRORED_BY } from "../../../walmart/updates/model/sides"

/** Units that Walmart canceled and that an open order change takes out. */
export interface KeepCanceledUnitsStepInput {
  walmart_order_id: string
  /** Id of Medusa's order change. */
  change_id: string
  /** Units of each line that are canceled afterwards. */
  totals: { lineNumber: string; total: number }[]
}

/**
 * Keeps that Walmart canceled these units itself, so that an older answer of Walmart's has nothing of it told. Forgotten when something
 * later fails.
 */
export const keepCanceledUnitsStep = createStep(
  "keep-canceled-units",
  async (input: KeepCanceledUnitsStepInput, { container }) => {
    const { walmart_order_id, change_id: id, totals: lines } = input
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const kept = { id, reason: "", by: MIRRORED_BY, lines }
    await walmart.keepLineCancellation(walmart_order_id, kept)
    return new StepResponse(null, { walmart_order_id, id })
  },
  async (kept, { container }) => {
    if (!kept) return
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    await walmart.forgetLineCancellation(kept.walmart_order_id, kept.id)
  }
)
