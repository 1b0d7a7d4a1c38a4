import { createHook, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { checkWalmartRefundStep, type CheckRefundStepInput } from "./steps/check-refund"
import { watchOrderStep } from "../shared/watch-order"

export const checkWalmartRefundWorkflowId = "check-walmart-refund"

/** Asked by the native Refund route before anything is saved. A store adds its own rules with the hook `validateRefund`. */
export const checkWalmartRefundWorkflow = createWorkflow(
  checkWalmartRefundWorkflowId,
  function (input: CheckRefundStepInput) {
    const checked = checkWalmartRefundStep(input)
    const validateRefund = createHook("validateRefund", { refund: input, checked })
    watchOrderStep(input)
    return new WorkflowResponse(checked, { hooks: [validateRefund] })
  }
)
