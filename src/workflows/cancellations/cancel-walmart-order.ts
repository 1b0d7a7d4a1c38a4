import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { checkWalmartCancellationWorkflow } from "./check-walmart-cancellation"
import { releaseReasonlessWalmartUpdatesStep } from "../updates/retry/steps/release-updates"
import {
  setWalmartCancellationReasonStep,
  type SetCancellationReasonStepInput,
} from "./steps/set-cancellation-reason"
import { validateWalmartOrderCancelableStep } from "./steps/validate-cancelable"
import { emitQueueDue } from "../shared/emit-queue-due"

export const cancelWalmartOrderWorkflowId = "cancel-walmart-order"

/**
 * Chooses the reason and cancels the Medusa order in one go, with the checks of the native route. The cancellation for Walmart
 * is planned by Medusa's own event, as after the native cancel; units that were taken out before without a reason get this one.
 * When Medusa refuses, the reason is as it was.
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
    const release = transform({ input, order }, (data) => ({ ...data.input, ...data.order }))
    const due = releaseReasonlessWalmartUpdatesStep(release)
    emitQueueDue(due)
    return new WorkflowResponse(order)
  }
)
