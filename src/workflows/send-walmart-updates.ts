import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createHook,
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { drainWalmartMailboxesStep } from "./steps/drain-mailboxes"

/** Which updates to send. */
export interface SendWalmartUpdatesInput {
  /** Only those of this Walmart order; all that are due when left out. */
  walmart_order_id?: string
}

export const sendWalmartUpdatesWorkflowId = "send-walmart-updates"

/**
 * One round of sending what is due, run by the scheduled job and by nudges alike. Emits `walmart.update.sent`,
 * `walmart.update.failed` and `walmart.order.attention_needed`. A store extends it by the hook `updatesSettled`.
 */
export const sendWalmartUpdatesWorkflow = createWorkflow(
  sendWalmartUpdatesWorkflowId,
  function (input: SendWalmartUpdatesInput) {
    const result = drainWalmartMailboxesStep(input)
    const sent = transform({ result }, (data) =>
      data.result.settled.filter(({ status }) => status === "sent")
    )
    const failed = transform({ result }, (data) =>
      data.result.settled.filter(({ status }) => status === "needs_attention")
    )
    const attention = transform({ failed }, (data) =>
      data.failed.map((update) => ({ id: update.walmart_order_id, code: update.error_code }))
    )
    when({ sent }, (data) => data.sent.length > 0).then(() =>
      emitEventStep({ eventName: "walmart.update.sent", data: sent }).config({ name: "emit-sent" })
    )
    when({ failed }, (data) => data.failed.length > 0).then(() => {
      emitEventStep({ eventName: "walmart.update.failed", data: failed }).config({
        name: "emit-failed",
      })
      emitEventStep({ eventName: "walmart.order.attention_needed", data: attention }).config({
        name: "emit-attention",
      })
    })
    const updatesSettled = createHook("updatesSettled", { settled: result.settled })
    return new WorkflowResponse(result, { hooks: [updatesSettled] })
  }
)
