import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { importWalmartOrderWorkflow } from "./import-walmart-order"
import { refreshWalmartOrderStep, type RefreshOrderStepInput } from "../updates/steps/refresh-order"

export const retryWalmartImportWorkflowId = "retry-walmart-import"

/** Imports an order a person names. Reading it first says in words why Walmart cannot be asked. */
export const retryWalmartImportWorkflow = createWorkflow(
  retryWalmartImportWorkflowId,
  function (input: RefreshOrderStepInput) {
    const order = refreshWalmartOrderStep(input)
    const wanted = transform({ order }, (data) => ({
      walmart_order_id: data.order.walmart_order_id,
    }))
    const imported = importWalmartOrderWorkflow.runAsStep({ input: wanted })
    return new WorkflowResponse(imported)
  }
)
