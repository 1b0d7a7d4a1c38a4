import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { checkStockStep } from "./steps/check-stock"

export const checkWalmartStockWorkflowId = "check-walmart-stock"

/** Finds figures that Walmart shows otherwise than the store, and has them sent anew. */
export const checkWalmartStockWorkflow = createWorkflow(checkWalmartStockWorkflowId, function () {
  return new WorkflowResponse(checkStockStep({}))
})
