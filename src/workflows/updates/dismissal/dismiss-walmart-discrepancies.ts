import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  dismissWalmartDiscrepanciesStep,
  type DismissDiscrepanciesStepInput,
} from "./steps/dismiss-discrepancies"

export const dismissWalmartDiscrepanciesWorkflowId = "dismiss-walmart-discrepancies"

/** Lets an order stay as different as it is, with a note; a difference counts again once its figures change. */
export const dismissWalmartDiscrepanciesWorkflow = createWorkflow(
  dismissWalmartDiscrepanciesWorkflowId,
  function (input: WorkflowData<DismissDiscrepanciesStepInput>) {
    return new WorkflowResponse(dismissWalmartDiscrepanciesStep(input))
  }
)
