import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { setUpAccountStep, type SetUpAccountStepInput } from "./steps/set-up-account"

export const setUpWalmartWorkflowId = "set-up-walmart"

/**
 * Makes what a store lacks for an account's orders: sales channel, region, stock location, shipping profile and options, and the
 * map of ship nodes; nothing but what was agreed to.
 * @returns what was done, and where it stopped
 */
export const setUpWalmartWorkflow = createWorkflow(
  setUpWalmartWorkflowId,
  function (input: SetUpAccountStepInput) {
    return new WorkflowResponse(setUpAccountStep(input))
  }
)
