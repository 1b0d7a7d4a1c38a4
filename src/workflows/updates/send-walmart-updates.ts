import {
  createHook,
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { compareFinishedOrdersStep } from "./steps/compare-orders"
import { sendDueUpdatesStep } from "./steps/send-due-updates"
import { emitFinishedUpdatesStep } from "./steps/emit-finished"
import { recordSentRefundsStep } from "./steps/record-refunds"

/** Which updates to send. */
export interface SendWalmartUpdatesInput {
  /** Only those of this Walmart order; all that are due when left out. */
  subject_id?: string
}

export const sendWalmartUpdatesWorkflowId = "send-walmart-updates"

/**
 * One send run what is due, run by the scheduled job and by wake-ups alike. Emits `walmart.update.sent`,
 * `walmart.update.failed` and `walmart.order.attention_needed`. A store extends it by the hook `updatesFinished`.
 */
export const sendWalmartUpdatesWorkflow = createWorkflow(
  sendWalmartUpdatesWorkflowId,
  function (input: WorkflowData<SendWalmartUpdatesInput>) {
    const result = sendDueUpdatesStep(input)
    emitFinishedUpdatesStep(result)
    compareFinishedOrdersStep(result)
    recordSentRefundsStep(result)
    const updatesFinished = createHook("updatesFinished", { finished: result.finished })
    return new WorkflowResponse(result, { hooks: [updatesFinished] })
  }
)
