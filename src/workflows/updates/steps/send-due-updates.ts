import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { stockReader } from "../../stock/read-stock"

/** Which queues to send for. */
export interface SendDueUpdatesStepInput {
  /** Only the subject of this id, such as a Walmart order, for a wake-up. */
  subject_id?: string
}

/** One send run. What reached Walmart cannot be undone. */
export const sendDueUpdatesStep = createStep(
  "send-due-updates",
  async ({ subject_id: subjectId }: SendDueUpdatesStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    return new StepResponse(await walmart.sendDue({ subjectId, readStock: stockReader(container) }))
  }
)
