import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { diagnoseStep } from "./steps/diagnose"

export const diagnoseWalmartWorkflowId = "diagnose-walmart"

/**
 * The doctor: checks keys, permissions, clocks, webhooks, sales channel, region, stock location, shipping options, SKUs, tables,
 * Medusa's modules and the queue of every account, before and after the first order.
 * @returns what was found, each with its remedy
 */
export const diagnoseWalmartWorkflow = createWorkflow(diagnoseWalmartWorkflowId, function () {
  return new WorkflowResponse(diagnoseStep({}))
})
