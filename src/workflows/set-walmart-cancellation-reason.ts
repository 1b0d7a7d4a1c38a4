import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  setWalmartCancellationReasonStep,
  type SetCancellationReasonStepInput,
} from "./steps/set-cancellation-reason"

export const setWalmartCancellationReasonWorkflowId = "set-walmart-cancellation-reason"

/** Keeps the reason with which an order is going to be canceled; Medusa's own cancel then uses it. */
export const setWalmartCancellationReasonWorkflow = createWorkflow(
  setWalmartCancellationReasonWorkflowId,
  function (input: SetCancellationReasonStepInput) {
    return new WorkflowResponse(setWalmartCancellationReasonStep(input))
  }
)
