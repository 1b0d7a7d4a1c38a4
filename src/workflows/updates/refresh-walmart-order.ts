import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { mirrorWalmartChangesWorkflow } from "../mirror/mirror-walmart-changes"
import { planWalmartUpdatesWorkflow } from "./plan-walmart-updates"
import { refreshWalmartOrderStep, type RefreshOrderStepInput } from "./steps/refresh-order"
import { walmartOrderId } from "../../walmart/common/ids"
import { emitQueueDue } from "../shared/emit-queue-due"

export const refreshWalmartOrderWorkflowId = "refresh-walmart-order"

/** Reads one order from Walmart, makes in Medusa what was made there, plans for what is new, and has it sent. */
export const refreshWalmartOrderWorkflow = createWorkflow(
  refreshWalmartOrderWorkflowId,
  function (input: RefreshOrderStepInput) {
    const order = refreshWalmartOrderStep(input)
    mirrorWalmartChangesWorkflow.runAsStep({ input: order })
    planWalmartUpdatesWorkflow.runAsStep({ input: order })
    const due = transform({ order }, (data) => ({
      id: walmartOrderId(data.order.walmart_order_id),
    }))
    emitQueueDue(due)
    return new WorkflowResponse(order)
  }
)
