import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  pollWalmartAccountStep,
  type PollWalmartAccountStepInput,
} from "./steps/poll-walmart-account"

export const pollWalmartOrdersWorkflowId = "poll-walmart-orders"

/**
 * Takes over what is new at Walmart: imports new orders, refreshes known ones, tries failed imports again. Safe to run at any
 * time and twice at once. Answers what was done per account.
 */
export const pollWalmartOrdersWorkflow = createWorkflow(
  pollWalmartOrdersWorkflowId,
  function (input: WorkflowData<PollWalmartAccountStepInput>) {
    return new WorkflowResponse(pollWalmartAccountStep(input))
  }
)
