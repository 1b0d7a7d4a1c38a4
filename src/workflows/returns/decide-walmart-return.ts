import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { type DecideReturnStepInput, decideWalmartReturnStep } from "./steps/decide-return"

export const decideWalmartReturnWorkflowId = "decide-walmart-return"

/** Applies what a person decided about a return: refund it through Walmart, try again, or dismiss it with a note. */
export const decideWalmartReturnWorkflow = createWorkflow(
  decideWalmartReturnWorkflowId,
  function (input: WorkflowData<DecideReturnStepInput>) {
    const decided = decideWalmartReturnStep(input)
    emitEventStep({ eventName: "walmart.return.due", data: decided })
    return new WorkflowResponse(decided)
  }
)
