import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { readWalmartOrderNowStep, type ReadNowStepInput } from "./steps/read-now"

export const readWalmartOrderNowWorkflowId = "read-walmart-order-now"

/** Reads an order from Walmart before a person's change of it is saved; answers how far the last read can be trusted. */
export const readWalmartOrderNowWorkflow = createWorkflow(
  readWalmartOrderNowWorkflowId,
  function (input: ReadNowStepInput) {
    return new WorkflowResponse(readWalmartOrderNowStep(input))
  }
)
