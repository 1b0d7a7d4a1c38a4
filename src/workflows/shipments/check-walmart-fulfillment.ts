import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  checkWalmartFulfillmentStep,
  type CheckFulfillmentStepInput,
} from "./steps/check-fulfillment"

export const checkWalmartFulfillmentWorkflowId = "check-walmart-fulfillment"

/** Asked by the native Fulfill route before anything is saved. */
export const checkWalmartFulfillmentWorkflow = createWorkflow(
  checkWalmartFulfillmentWorkflowId,
  function (input: CheckFulfillmentStepInput) {
    return new WorkflowResponse(checkWalmartFulfillmentStep(input))
  }
)
