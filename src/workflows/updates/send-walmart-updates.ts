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

/** What to send. */
export interface SendWalmartUpdatesInput {
  /** Only what waits for this order or return; all that is due when left out. */
  subject_id?: string
}

export const sendWalmartUpdatesWorkflowId = "send-walmart-updates"

/**
 * Sends what is due, once; started by the scheduled job and by wake-ups. Emits `walmart.update.sent`,
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
