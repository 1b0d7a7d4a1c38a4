import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { noteWalmartOrderStep, type NoteOrderStepInput } from "./steps/note-order"

export const noteWalmartOrderWorkflowId = "note-walmart-order"

/** Keeps what staff write about an order for each other; nothing of it is sent to Walmart. */
export const noteWalmartOrderWorkflow = createWorkflow(
  noteWalmartOrderWorkflowId,
  function (input: WorkflowData<NoteOrderStepInput>) {
    return new WorkflowResponse(noteWalmartOrderStep(input))
  }
)
