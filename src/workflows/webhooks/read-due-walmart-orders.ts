import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { readDueWalmartOrdersStep } from "./steps/read-due-orders"

export const readDueWalmartOrdersWorkflowId = "read-due-walmart-orders"

/**
 * Reads some of the orders that webhooks ask for: refreshes known ones, imports new ones. Safe to run at any time and several times
 * at once. Answers how many it took on; none is left when that is 0.
 */
export const readDueWalmartOrdersWorkflow = createWorkflow(
  readDueWalmartOrdersWorkflowId,
  function () {
    return new WorkflowResponse(readDueWalmartOrdersStep({}))
  }
)
