import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { walmartOrderId } from "../../walmart/common/ids"
import { emitQueueDue } from "../shared/emit-queue-due"
import { refreshWalmartOrderStep } from "../updates/steps/refresh-order"
import { retryWalmartImportWorkflow } from "./retry-walmart-import"
import {
  acknowledgeUnimportedStep,
  cancelUnimportedStep,
  checkUnimportedStep,
  type CancelUnimportedInput,
  chooseProductStep,
  type ChooseProductInput,
} from "./unimported/steps"
import type { UnimportedOrderInput } from "./unimported/unimported-order"

/*
 * What a person can do about an order that could not be imported. Before Walmart is told anything it is asked for the order, so that
 * nothing is decided by what was true some time ago.
 */

export const acknowledgeUnimportedWalmartOrderWorkflowId = "acknowledge-unimported-walmart-order"

/** Acknowledges an order at Walmart before it exists in Medusa, so that its deadline is kept while somebody fixes the import. */
export const acknowledgeUnimportedWalmartOrderWorkflow = createWorkflow(
  acknowledgeUnimportedWalmartOrderWorkflowId,
  function (input: UnimportedOrderInput) {
    checkUnimportedStep(input)
    refreshWalmartOrderStep(input)
    const queued = acknowledgeUnimportedStep(input)
    emitQueueDue(transform({ queued }, dueOf))
    return new WorkflowResponse(queued)
  }
)

export const cancelUnimportedWalmartOrderWorkflowId = "cancel-unimported-walmart-order"

/** Cancels at Walmart the open units of an order that has no Medusa order. */
export const cancelUnimportedWalmartOrderWorkflow = createWorkflow(
  cancelUnimportedWalmartOrderWorkflowId,
  function (input: CancelUnimportedInput) {
    checkUnimportedStep(input)
    refreshWalmartOrderStep(input)
    const queued = cancelUnimportedStep(input)
    emitQueueDue(transform({ queued }, dueOf))
    return new WorkflowResponse(queued)
  }
)

export const chooseWalmartProductWorkflowId = "choose-walmart-product"

/** Keeps which product a Walmart SKU is, for all orders of the account, and imports the order at once. */
export const chooseWalmartProductWorkflow = createWorkflow(
  chooseWalmartProductWorkflowId,
  function (input: ChooseProductInput) {
    const chosen = chooseProductStep(input)
    const imported = retryWalmartImportWorkflow.runAsStep({ input: chosen })
    return new WorkflowResponse(imported)
  }
)

function dueOf({ queued }: { queued: { walmart_order_id: string } }) {
  return { id: walmartOrderId(queued.walmart_order_id) }
}
