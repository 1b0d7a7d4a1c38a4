import { createHook, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { watchOrderStep } from "../shared/watch-order"
import { checkWalmartOrderEditStep, type CheckOrderEditStepInput } from "./steps/check-order-edit"

export const checkWalmartOrderEditWorkflowId = "check-walmart-order-edit"

/** Asked by the native order edit routes before anything is saved. A store adds its own rules with the hook `validateOrderEdit`. */
export const checkWalmartOrderEditWorkflow = createWorkflow(
  checkWalmartOrderEditWorkflowId,
  function (input: CheckOrderEditStepInput) {
    const checked = checkWalmartOrderEditStep(input)
    const validateOrderEdit = createHook("validateOrderEdit", { edit: input, checked })
    watchOrderStep(input)
    return new WorkflowResponse(checked, { hooks: [validateOrderEdit] })
  }
)
