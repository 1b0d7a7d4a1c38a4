import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { planWalmartUpdatesWorkflow } from "./plan-walmart-updates"
import { refreshWalmartOrderStep, type RefreshOrderStepInput } from "./steps/refresh-order"

export const refreshWalmartOrderWorkflowId = "refresh-walmart-order"

/** Reads one order from Walmart, plans for what is new, and has it sent. */
export const refreshWalmartOrderWorkflow = createWorkflow(
  refreshWalmartOrderWorkflowId,
  function (input: RefreshOrderStepInput) {
    const order = refreshWalmartOrderStep(input)
    planWalmartUpdatesWorkflow.runAsStep({ input: order })
    const due = transform({ order }, (data) => ({ id: data.order.walmart_order_id }))
    emitEventStep({ eventName: "walmart.mailbox.due", data: due })
    return new WorkflowResponse(order)
  }
)
