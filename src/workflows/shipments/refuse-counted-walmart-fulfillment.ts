import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  refuseCountedWalmartFulfillmentStep,
  type RefuseCountedFulfillmentStepInput,
} from "./steps/refuse-counted-walmart-fulfillment"

export const refuseCountedWalmartFulfillmentWorkflowId = "refuse-counted-walmart-fulfillment"

/** Asked by the route that cancels a fulfillment beside its order, before anything is saved. */
export const refuseCountedWalmartFulfillmentWorkflow = createWorkflow(
  refuseCountedWalmartFulfillmentWorkflowId,
  function (input: RefuseCountedFulfillmentStepInput) {
    return new WorkflowResponse(refuseCountedWalmartFulfillmentStep(input))
  }
)
