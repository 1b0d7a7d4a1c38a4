import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { requestReadsStep } from "./steps/request-reads"

export const requestWalmartReadsWorkflowId = "request-walmart-reads"

/**
 * Asks for a read of every open or recent order that Walmart has not shown for a day, whatever polls and events have missed; the read
 * compares both sides in full. Repeating it asks for nothing more. Answers how many it asked for.
 */
export const requestWalmartReadsWorkflow = createWorkflow(
  requestWalmartReadsWorkflowId,
  function () {
    return new WorkflowResponse(requestReadsStep({}))
  }
)
