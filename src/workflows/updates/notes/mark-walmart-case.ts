import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { markWalmartCaseStep, type MarkCaseStepInput } from "./steps/mark-case"

export const markWalmartCaseWorkflowId = "mark-walmart-case"

/** Marks an order as a case at Walmart, so that its evidence is kept beyond the retention, or ends that. */
export const markWalmartCaseWorkflow = createWorkflow(
  markWalmartCaseWorkflowId,
  function (input: WorkflowData<MarkCaseStepInput>) {
    return new WorkflowResponse(markWalmartCaseStep(input))
  }
)
