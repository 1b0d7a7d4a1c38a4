import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { undoWalmartDismissalStep, type UndoDismissalStepInput } from "./steps/undo-dismissal"

export const undoWalmartDismissalWorkflowId = "undo-walmart-dismissal"

/** Takes a dismissal back: the update needs a person again, who sends it or dismisses it. */
export const undoWalmartDismissalWorkflow = createWorkflow(
  undoWalmartDismissalWorkflowId,
  function (input: WorkflowData<UndoDismissalStepInput>) {
    return new WorkflowResponse(undoWalmartDismissalStep(input))
  }
)
