import {
  beginOrderEditOrderWorkflow,
  emitEventStep,
  orderEditUpdateItemQuantityWorkflow,
} from "@medusajs/medusa/core-flows"
import { OrderEditWorkflowEvents } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { planWalmartUpdatesWorkflow } from "../updates/plan-walmart-updates"
import {
  checkWalmartLineCancellationStep,
  type CheckLineCancellationStepInput,
} from "./steps/check-line-cancellation"
import { confirmWalmartOrderEditStep } from "../order-edits/steps/confirm-order-edit"
import { keepWalmartLineCancellationStep } from "./steps/keep-line-cancellation"
import { releaseCanceledUnitsStep } from "./steps/release-canceled-units"
import { walmartOrderId } from "../../walmart/common/ids"
import { emitQueueDue } from "../shared/emit-queue-due"
import { CANCELED_UNITS } from "../shared/open-change"

export const cancelWalmartOrderLinesWorkflowId = "cancel-walmart-order-lines"

/**
 * Cancels some units of an order in one go: takes them out of the Medusa order by an order edit of just these units, queues the
 * cancellation for Walmart with its own reason, frees their stock, and refunds them in Medusa's books. When a part fails before
 * the cancellation is queued, everything is as it was; afterwards it cannot be taken back, and the sweep settles what is left.
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
      internal_note: CANCELED_UNITS,
    }))
    const change = beginOrderEditOrderWorkflow.runAsStep({ input: edit })
    orderEditUpdateItemQuantityWorkflow.runAsStep({ input: edit })
    keepWalmartLineCancellationStep(
      transform({ input, checked, change }, (data) => ({
        checked: data.checked,
        change_id: data.change.id,
        actor_id: data.input.actor_id,
      }))
    )
    const confirmed = confirmWalmartOrderEditStep(edit)
    planWalmartUpdatesWorkflow.runAsStep({ input: edit })
    releaseCanceledUnitsStep(edit)
    emitEventStep({ eventName: OrderEditWorkflowEvents.CONFIRMED, data: confirmed }).config({
      name: "emit-order-edit-confirmed",
    })
    const due = transform({ checked }, (data) => ({
      id: walmartOrderId(data.checked.walmart_order_id),
    }))
    emitQueueDue(due).config({
      name: "emit-walmart-queue-due",
    })
    return new WorkflowResponse(checked)
  }
)
