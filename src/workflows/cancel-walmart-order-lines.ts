import {
  beginOrderEditOrderWorkflow,
  emitEventStep,
  orderEditUpdateItemQuantityWorkflow,
} from "@medusajs/medusa/core-flows"
import { OrderEditWorkflowEvents } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { planWalmartUpdatesWorkflow } from "./plan-walmart-updates"
import { settleWalmartOrderEditWorkflow } from "./settle-walmart-order-edit"
import {
  checkWalmartLineCancellationStep,
  type CheckLineCancellationStepInput,
} from "./steps/check-line-cancellation"
import { confirmWalmartOrderEditStep } from "./steps/confirm-order-edit"

export const cancelWalmartOrderLinesWorkflowId = "cancel-walmart-order-lines"

/**
 * Cancels some units of an order in one go: takes them out of the Medusa order by an order edit of just these units, frees
 * their stock, refunds them in Medusa's books, and queues the cancellation for Walmart with the chosen reason. When a part
 * fails, everything is as it was.
 */
export const cancelWalmartOrderLinesWorkflow = createWorkflow(
  cancelWalmartOrderLinesWorkflowId,
  function (input: CheckLineCancellationStepInput) {
    const checked = checkWalmartLineCancellationStep(input)
    const edit = transform({ input, checked }, (data) => ({
      order_id: data.checked.order_id,
      items: data.checked.items,
      created_by: data.input.actor_id,
      confirmed_by: data.input.actor_id,
      internal_note: "Canceled at Walmart",
    }))
    beginOrderEditOrderWorkflow.runAsStep({ input: edit })
    orderEditUpdateItemQuantityWorkflow.runAsStep({ input: edit })
    const confirmed = confirmWalmartOrderEditStep(edit)
    settleWalmartOrderEditWorkflow.runAsStep({ input: edit })
    planWalmartUpdatesWorkflow.runAsStep({ input: edit })
    emitEventStep({ eventName: OrderEditWorkflowEvents.CONFIRMED, data: confirmed }).config({
      name: "emit-order-edit-confirmed",
    })
    const due = transform({ checked }, (data) => ({ id: data.checked.walmart_order_id }))
    emitEventStep({ eventName: "walmart.mailbox.due", data: due }).config({
      name: "emit-walmart-mailbox-due",
    })
    return new WorkflowResponse(checked)
  }
)
