import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  refuseUnshippedWalmartDeliveryStep,
  type RefuseUnshippedDeliveryStepInput,
} from "./steps/refuse-unshipped-walmart-delivery"

export const refuseUnshippedWalmartDeliveryWorkflowId = "refuse-unshipped-walmart-delivery"

/** Asked by the native *Mark as delivered* before anything is saved. */
export const refuseUnshippedWalmartDeliveryWorkflow = createWorkflow(
  refuseUnshippedWalmartDeliveryWorkflowId,
  function (input: RefuseUnshippedDeliveryStepInput) {
    return new WorkflowResponse(refuseUnshippedWalmartDeliveryStep(input))
  }
)
