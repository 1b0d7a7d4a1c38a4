import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { RefundLine } from "../../walmart/refunds/find-lines"
import { checkWalmartRefundWorkflow } from "./check-walmart-refund"
import { readWalmartOrderNowStep } from "../reconciliation/steps/read-now"
import { findRefundedPaymentStep } from "./steps/find-refunded-payment"
import { sumOfAmounts } from "../../walmart/common/sums"

export const refundWalmartOrderWorkflowId = "refund-walmart-order"

/** A refund of named lines. */
export interface RefundWalmartOrderInput {
  /** Walmart order, its Medusa order, or its purchase order number. */
  id: string
  lines: RefundLine[]
  /** One of Walmart's refund reasons; left out, the one for Medusa's reason. */
  reason?: string
  /** One of Medusa's refund reasons. */
  refund_reason_id?: string
  /** For the shop alone; Walmart is not sent it. */
  note?: string
  /** Who refunds. */
  actor_id: string
}

/**
 * Refunds named lines of an order: makes Medusa's own refund of its payment, with what it is for, after the checks of the native Refund
 * route. Walmart is sent it as after Medusa's own screen.
 */
export const refundWalmartOrderWorkflow = createWorkflow(
  refundWalmartOrderWorkflowId,
  function (input: RefundWalmartOrderInput) {
    const payment = findRefundedPaymentStep(input)
    const read = readWalmartOrderNowStep(payment)
    const asked = transform({ input, payment, read }, (data) => ({
      order_id: data.payment.order_id,
      payment_id: data.payment.payment_id,
      amount: majorUnits(data.input.lines),
      lines: data.input.lines,
      reason: data.input.reason,
      refund_reason_id: data.input.refund_reason_id,
      actor_id: data.input.actor_id,
      caveat: data.read.caveat,
    }))
    const checked = checkWalmartRefundWorkflow.runAsStep({ input: asked })
    const refund = transform({ input, asked, checked }, (data) => ({
      payment_id: data.asked.payment_id,
      amount: data.asked.amount,
      created_by: data.input.actor_id,
      refund_reason_id: data.input.refund_reason_id,
      note: data.input.note,
      metadata: data.checked.metadata,
    }))
    refundPaymentWorkflow.runAsStep({ input: refund })
    return new WorkflowResponse(payment)
  }
)

function majorUnits(lines: RefundLine[]): number {
  return sumOfAmounts(lines) / 100
}
