import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  eraseWalmartCustomerStep,
  type EraseWalmartCustomerStepInput,
} from "./steps/erase-customer"

export const eraseWalmartCustomerWorkflowId = "erase-walmart-customer"

/**
 * Blanks who bought a Walmart order, in Medusa and in the plugin's records. What was bought, shipped and paid stays. Refuses an
 * order with work left.
 */
export const eraseWalmartCustomerWorkflow = createWorkflow(
  eraseWalmartCustomerWorkflowId,
  function (input: WorkflowData<EraseWalmartCustomerStepInput>) {
    return new WorkflowResponse(eraseWalmartCustomerStep(input))
  }
)
