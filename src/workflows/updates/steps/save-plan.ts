import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { usedReasons } from "../../../walmart/updates/cancellation/used-reasons"
import { trackingNumbersOf } from "../../../walmart/updates/kinds"
import type { Plan } from "../../../walmart/updates/plan"
import { sharedWarnings } from "../../../walmart/checks/shared-numbers"
import type { PlannedUpdate } from "../../../walmart/updates/model/update"

/** A plan and the Walmart order it is for. */
export interface SavePlanStepInput {
  walmart_order_id: string
  plan: Plan
  /** The Medusa order is canceled as a whole. */
  is_canceled: boolean
}

/**
 * Writes a plan, all of it or nothing: new updates under their unique key, unwanted ones superseded. Not undone when something later
 * fails: the plan follows from Medusa's state, and the next run would write it again.
 */
export const saveWalmartPlanStep = createStep(
  "save-walmart-plan",
  async ({ walmart_order_id, plan, is_canceled }: SavePlanStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const updates = await withSharedNumbers(walmart, walmart_order_id, plan.add)
    const added = await walmart.savePlan(walmart_order_id, {
      ...{ updates, supersede: plan.supersede },
      usedReasons: is_canceled ? [] : usedReasons(plan.add),
    })
    return new StepResponse({ added, changed: added.length + plan.supersede.length })
  }
)

/**
 * A shipment that was made past the Ship screen was not asked about the numbers that it shares with other orders. One that waits
 * for a person is looked at when it is corrected: its numbers may be none.
 */
function withSharedNumbers(
  walmart: WalmartModuleService,
  walmartOrderId: string,
  updates: PlannedUpdate[]
): Promise<PlannedUpdate[]> {
  return Promise.all(
    updates.map(async (update) => {
      if (update.attention) return update
      const shared = await walmart.sharedNumbers(walmartOrderId, trackingNumbersOf(update.payload))
      return { ...update, warnings: [...update.warnings, ...sharedWarnings(shared)] }
    })
  )
}
