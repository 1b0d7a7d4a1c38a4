import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  reserveBeyondStockStep,
  type ReserveBeyondStockStepInput,
} from "./steps/reserve-beyond-stock"

export const prepareWalmartFulfillmentCancelWorkflowId = "prepare-walmart-fulfillment-cancel"

/** Run before Medusa cancels a fulfillment of a Walmart order, so that an oversold one can be canceled like any other. */
export const prepareWalmartFulfillmentCancelWorkflow = createWorkflow(
  prepareWalmartFulfillmentCancelWorkflowId,
  function (input: ReserveBeyondStockStepInput) {
    return new WorkflowResponse(reserveBeyondStockStep(input))
  }
)
