import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { type SettleReturnStepInput, settleWalmartReturnStep } from "./steps/settle-return"

export const settleWalmartReturnWorkflowId = "settle-walmart-return"

/**
 * Does in Medusa what is left to do for one return of Walmart's: its Medusa return, the refund of what was received, and the books.
 * Emits `walmart.order.changed` when units came back, so that both sides are compared. May be repeated at any time.
 */
export const settleWalmartReturnWorkflow = createWorkflow(
  settleWalmartReturnWorkflowId,
  function (input: WorkflowData<SettleReturnStepInput>) {
    const settled = settleWalmartReturnStep(input)
    when({ settled }, (data) => data.settled?.received === true).then(() => {
      emitEventStep({ eventName: "walmart.order.changed", data: settled })
    })
    return new WorkflowResponse(settled)
  }
)
