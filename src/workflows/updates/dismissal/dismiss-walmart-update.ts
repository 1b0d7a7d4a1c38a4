import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  dismissWalmartUpdateStep,
  type DismissUpdateStepInput,
  finishDismissedUpdateStep,
} from "./steps/dismiss-update"
import { walmartOrderId } from "../../../walmart/common/ids"
import { emitQueueDue } from "../../shared/emit-queue-due"

export const dismissWalmartUpdateWorkflowId = "dismiss-walmart-update"

/**
 * Takes an update out of the queue with a note, and has those after it sent. What it leaves different and nothing can change any
 * more is dismissed with it; units that Walmart still waits for need attention until both sides agree.
 */
export const dismissWalmartUpdateWorkflow = createWorkflow(
  dismissWalmartUpdateWorkflowId,
  function (input: DismissUpdateStepInput) {
    const dismissed = dismissWalmartUpdateStep(input)
    finishDismissedUpdateStep(dismissed)
    const due = transform({ dismissed }, (data) => ({
      id: walmartOrderId(data.dismissed.walmart_order_id),
    }))
    emitQueueDue(due)
    return new WorkflowResponse(dismissed)
  }
)
