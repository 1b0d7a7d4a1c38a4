import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { checkWalmartCancellationWorkflow } from "./check-walmart-cancellation"
import {
  setWalmartCancellationReasonStep,
  type SetCancellationReasonStepInput,
} from "./steps/set-cancellation-reason"
import { validateWalmartOrderCancelableStep } from "./steps/validate-cancelable"

export const cancelWalmartOrderWorkflowId = "cancel-walmart-order"

/**
 * Chooses the reason and cancels the Medusa order in one go, with the checks of the native route. The cancellation for Walmart
 * is planned by Medusa's own event, as after the native cancel. When Medusa refuses, the reason is as it was.
 */
export const cancelWalmartOrderWorkflow = createWorkflow(
  cancelWalmartOrderWorkflowId,
  function (input: SetCancellationReasonStepInput) {
    const order = validateWalmartOrderCancelableStep(input)
    setWalmartCancellationReasonStep(input)
    const wanted = transform({ input, order }, (data) => ({
      order_id: data.order.order_id,
      actor_id: data.input.actor_id,
      canceled_by: data.input.actor_id,
    }))
    checkWalmartCancellationWorkflow.runAsStep({ input: wanted })
    cancelOrderWorkflow.runAsStep({ input: wanted })
    return new WorkflowResponse(order)
  }
)
