import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { findUnreconciledEditsStep } from "./steps/find-unreconciled-edits"

export const sweepWalmartOrderEditsWorkflowId = "sweep-walmart-order-edits"

/** Finds edited orders whose reservations or refund were left undone. Answers their Medusa order ids. */
export const sweepWalmartOrderEditsWorkflow = createWorkflow(
  sweepWalmartOrderEditsWorkflowId,
  function () {
    return new WorkflowResponse(findUnreconciledEditsStep({}))
  }
)
