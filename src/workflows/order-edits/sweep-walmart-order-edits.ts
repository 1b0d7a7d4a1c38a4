import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { dropLeftChangesStep } from "./steps/drop-left-changes"
import { findUnreconciledEditsStep } from "./steps/find-unreconciled-edits"

export const sweepWalmartOrderEditsWorkflowId = "sweep-walmart-order-edits"

/**
 * Drops what processes left of changes that they died over, and finds edited orders whose reservations or refund were left undone. Answers
 * the Medusa order ids of these.
 */
export const sweepWalmartOrderEditsWorkflow = createWorkflow(
  sweepWalmartOrderEditsWorkflowId,
  function () {
    dropLeftChangesStep({})
    return new WorkflowResponse(findUnreconciledEditsStep({}))
  }
)
