import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { pruneWalmartRecordsStep } from "./steps/prune-records"

export const pruneWalmartRecordsWorkflowId = "prune-walmart-records"

/** Deletes attempts older than the retention, never those of unfinished work. Answers how many. */
export const pruneWalmartRecordsWorkflow = createWorkflow(
  pruneWalmartRecordsWorkflowId,
  function () {
    return new WorkflowResponse(pruneWalmartRecordsStep({}))
  }
)
