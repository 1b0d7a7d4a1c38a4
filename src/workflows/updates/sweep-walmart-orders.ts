import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { findUnplannedWalmartOrdersStep } from "./steps/find-unplanned-orders"

export const sweepWalmartOrdersWorkflowId = "sweep-walmart-orders"

/** Finds the orders whose events were lost: Medusa wants something that no update covers. Answers their Medusa order ids. */
export const sweepWalmartOrdersWorkflow = createWorkflow(sweepWalmartOrdersWorkflowId, function () {
  return new WorkflowResponse(findUnplannedWalmartOrdersStep({}))
})
