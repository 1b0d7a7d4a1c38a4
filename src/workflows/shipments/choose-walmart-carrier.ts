import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { chooseWalmartCarrierStep, type ChooseCarrierStepInput } from "./steps/choose-carrier"

export const chooseWalmartCarrierWorkflowId = "choose-walmart-carrier"

/** Keeps the carrier of a fulfillment before it is shipped, because Medusa's Ship screen has no field for it. */
export const chooseWalmartCarrierWorkflow = createWorkflow(
  chooseWalmartCarrierWorkflowId,
  function (input: ChooseCarrierStepInput) {
    return new WorkflowResponse(chooseWalmartCarrierStep(input))
  }
)
