import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { checkWalmartLabelsStep, type NewFulfillment } from "./steps/check-labels"

export type { NewFulfillment }

export const checkWalmartLabelsWorkflowId = "check-walmart-labels"

/** Asked before a fulfillment is saved that has its labels from the start. */
export const checkWalmartLabelsWorkflow = createWorkflow(
  checkWalmartLabelsWorkflowId,
  function (input: NewFulfillment) {
    return new WorkflowResponse(checkWalmartLabelsStep(input))
  }
)
