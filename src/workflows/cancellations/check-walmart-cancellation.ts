import { createHook, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  checkWalmartCancellationStep,
  type CheckCancellationStepInput,
} from "./steps/check-cancellation"
import { watchOrderStep } from "../shared/watch-order"

export const checkWalmartCancellationWorkflowId = "check-walmart-cancellation"

/** Asked by the native Cancel route before anything is saved. A store adds its own rules with the hook `validateCancellation`. */
export const checkWalmartCancellationWorkflow = createWorkflow(
  checkWalmartCancellationWorkflowId,
  function (input: CheckCancellationStepInput) {
    const checked = checkWalmartCancellationStep(input)
    const validateCancellation = createHook("validateCancellation", {
      cancellation: input,
      checked,
    })
    watchOrderStep(input)
    return new WorkflowResponse(checked, { hooks: [validateCancellation] })
  }
)
