import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  sendStockFreedByHandStep,
  type SendStockFreedByHandStepInput,
} from "./steps/send-stock-freed-by-hand"

export const sendStockFreedByHandWorkflowId = "send-walmart-stock-freed-by-hand"

/**
 * Has the stock sent of units that Walmart had canceled when a person took them out of Medusa: no cancellation follows, so nothing else
 * says that they are free.
 */
export const sendStockFreedByHandWorkflow = createWorkflow(
  sendStockFreedByHandWorkflowId,
  function (input: WorkflowData<SendStockFreedByHandStepInput>) {
    return new WorkflowResponse(sendStockFreedByHandStep(input))
  }
)
