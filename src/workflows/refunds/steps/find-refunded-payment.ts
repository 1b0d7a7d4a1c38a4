import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { findWalmartOrder } from "../../shared/find-walmart-rows"
import { readGraph } from "../../shared/read-graph"
import { notAllowed } from "../../shared/refusals"
import { PROVIDER } from "../../shared/walmart-payments"
import { phrases } from "../../../walmart/words/phrase"

/** An order that is to be refunded. */
export interface FindRefundedPaymentStepInput {
  /** Walmart order, its Medusa order, or its purchase order number. */
  id: string
}

interface OrderRow {
  id: string
  payment_collections?: { payments?: { id: string; provider_id: string; captures?: object[] }[] }[]
}

/**
 * Finds the payment that the import recorded.
 * @throws MedusaError NOT_ALLOWED for an order that has none
 */
export const findRefundedPaymentStep = createStep(
  "find-refunded-payment",
  async ({ id }: FindRefundedPaymentStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const { order_id, purchase_order_id: number } = await findWalmartOrder(walmart, id)
    const payment = "payment_collections.payments"
    const [row] = await readGraph<OrderRow>(container, {
      entity: "order",
      fields: ["id", `${payment}.id`, `${payment}.provider_id`, `${payment}.captures.id`],
      filters: { id: order_id ?? "" },
    })
    const payments = (row?.payment_collections ?? []).flatMap(({ payments: all = [] }) => all)
    const found = payments.find(
      ({ provider_id: provider, captures = [] }) => provider === PROVIDER && captures.length > 0
    )
    if (row && found) return new StepResponse({ order_id: row.id, payment_id: found.id })
    throw notAllowed(phrases("refund_no_payment", { order: number }))
  }
)
