import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { RetryRequest } from "./retry-update"
import { correctMedusaLabelsStep } from "./steps/correct-labels"
import {
  retryWalmartUpdatesStep,
  type RetryUpdatesStepInput,
  retryWalmartUpdateStep,
} from "./steps/retry-updates"
import { walmartOrderId } from "../../../walmart/common/ids"
import { emitQueueDue } from "../../shared/emit-queue-due"

export const retryWalmartUpdateWorkflowId = "retry-walmart-update"

/** Corrects one update, in Medusa too, and has it sent. */
export const retryWalmartUpdateWorkflow = createWorkflow(
  retryWalmartUpdateWorkflowId,
  function (input: RetryRequest) {
    const retried = retryWalmartUpdateStep(input)
    const due = transform({ retried }, (data) => ({
      id: walmartOrderId(data.retried.walmart_order_id),
    }))
    emitQueueDue(due)
    correctMedusaLabelsStep(retried.labels)
    return new WorkflowResponse(retried)
  }
)

export const retryWalmartUpdatesWorkflowId = "retry-walmart-updates"

/** Sends many updates again; answers what became of each. */
export const retryWalmartUpdatesWorkflow = createWorkflow(
  retryWalmartUpdatesWorkflowId,
  function (input: RetryUpdatesStepInput) {
    const retried = retryWalmartUpdatesStep(input)
    const due = transform({ retried }, (data) =>
      data.retried.walmart_order_ids.map((id) => ({ id: walmartOrderId(id) }))
    )
    emitQueueDue(due)
    return new WorkflowResponse(retried)
  }
)
