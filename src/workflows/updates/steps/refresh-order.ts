import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { isNotUnderstood } from "../../../walmart/api/errors/errors"
import { compareOrders } from "../../reconciliation/compare-orders"
import { findWalmartOrder } from "../../shared/find-walmart-rows"
import { callFailed } from "../../shared/refusals"

/** A Walmart order to read again. */
export interface RefreshOrderStepInput {
  /** Walmart order, its Medusa order, or its purchase order number. */
  id: string
}

/**
 * Reads an order from Walmart and keeps what it shows, or that it cannot be understood. Not undone: what Walmart shows is true
 * whatever fails later.
 * @throws MedusaError NOT_ALLOWED with the cause and the next step when Walmart cannot be read
 */
export const refreshWalmartOrderStep = createStep(
  "refresh-walmart-order",
  async ({ id }: RefreshOrderStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const row = await findWalmartOrder(walmart, id)
    const { account_id, purchase_order_id } = row
    const readAt = await walmart.databaseNow()
    const reading = walmart.readOrder(account_id, purchase_order_id, readAt)
    const order = await reading.catch(async (error: unknown) => {
      if (isNotUnderstood(error)) await compareOrders(container, [row.id])
      throw callFailed(error)
    })
    const saved = await walmart.saveOrder(row.account_id, order, readAt)
    return new StepResponse({ walmart_order_id: saved.id, order_id: saved.orderId ?? "" })
  }
)
