import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseReasonlessWalmartUpdatesStep } from "../updates/retry/steps/release-updates"
import {
  setWalmartCancellationReasonStep,
  type SetCancellationReasonStepInput,
} from "./steps/set-cancellation-reason"
import { emitQueueDue } from "../shared/emit-queue-due"

export const setWalmartCancellationReasonWorkflowId = "set-walmart-cancellation-reason"

/**
 * Keeps the reason with which an order is going to be canceled; Medusa's own cancel then uses it. Units that were taken out without
 * a reason get it at once, and are sent with everything that waits behind them.
 */
export const setWalmartCancellationReasonWorkflow = createWorkflow(
  setWalmartCancellationReasonWorkflowId,
  function (input: SetCancellationReasonStepInput) {
    const chosen = setWalmartCancellationReasonStep(input)
    const release = transform({ input, chosen }, (data) => ({
      ...data.input,
      walmart_order_id: data.chosen.walmart_order_id,
    }))
    const due = releaseReasonlessWalmartUpdatesStep(release)
    emitQueueDue(due)
    return new WorkflowResponse(chosen)
  }
)
