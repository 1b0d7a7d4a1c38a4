import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { type PollReturnsStepInput, pollWalmartReturnsStep } from "./steps/poll-returns"

export const pollWalmartReturnsWorkflowId = "poll-walmart-returns"

/** Takes over what is new about Walmart's return orders. Safe to run at any time and twice at once. */
export const pollWalmartReturnsWorkflow = createWorkflow(
  pollWalmartReturnsWorkflowId,
  function (input: WorkflowData<PollReturnsStepInput>) {
    return new WorkflowResponse(pollWalmartReturnsStep(input))
  }
)
