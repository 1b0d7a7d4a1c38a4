import {
  createHook,
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { compareSettledWalmartOrdersStep } from "./steps/compare-orders"
import { drainWalmartMailboxesStep } from "./steps/drain-mailboxes"
import { tellSettledWalmartUpdatesStep } from "./steps/tell-settled"

/** Which updates to send. */
export interface SendWalmartUpdatesInput {
  /** Only those of this Walmart order; all that are due when left out. */
  walmart_order_id?: string
}

export const sendWalmartUpdatesWorkflowId = "send-walmart-updates"

/**
 * One round of sending what is due, run by the scheduled job and by nudges alike. Emits `walmart.update.sent`,
 * `walmart.update.failed` and `walmart.order.attention_needed`. A store extends it by the hook `updatesSettled`.
 */
export const sendWalmartUpdatesWorkflow = createWorkflow(
  sendWalmartUpdatesWorkflowId,
  function (input: WorkflowData<SendWalmartUpdatesInput>) {
    const result = drainWalmartMailboxesStep(input)
    tellSettledWalmartUpdatesStep(result)
    compareSettledWalmartOrdersStep(result)
    const updatesSettled = createHook("updatesSettled", { settled: result.settled })
    return new WorkflowResponse(result, { hooks: [updatesSettled] })
  }
)
