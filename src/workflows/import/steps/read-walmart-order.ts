import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Order } from "../../../walmart/orders/order"
import { english } from "../../../walmart/words/phrase"
import { notAllowed } from "../../shared/refusals"
import { walmartOf } from "../store/load-store"

/** A Walmart order by its row, or by Walmart's own number when it may not be known yet. */
export type ReadWalmartOrderStepInput =
  { walmart_order_id: string } | { account_id: string; purchase_order_id: string }

/** The order as Walmart shows it now, and the row it is kept in. */
export interface ReadWalmartOrder {
  walmart_order_id: string
  account_id: string
  /** Id chosen for the Medusa order; null for an order that is kept without one. */
  order_id: string | null
  is_imported: boolean
  order: Order
}

/**
 * Asks Walmart for the order and keeps what it says. Saving the same again changes nothing, so there is nothing to undo.
 * @throws WalmartError when Walmart cannot be asked; MedusaError NOT_FOUND for an unknown row, NOT_ALLOWED for the account of a seller
 *   whose orders another account has
 */
export const readWalmartOrderStep = createStep(
  "read-walmart-order",
  async (input: ReadWalmartOrderStepInput, { container }) => {
    const walmart = walmartOf(container)
    const { accountId, purchaseOrderId } = await numbersOf(input)
    const readAt = await walmart.databaseNow()
    const order = await walmart.client(accountId).getOrder(purchaseOrderId)
    const saved = await walmart.saveOrder(accountId, order, readAt)
    return new StepResponse<ReadWalmartOrder>({
      walmart_order_id: saved.id,
      account_id: accountId,
      order_id: saved.orderId,
      is_imported: saved.importedAt !== null,
      order,
    })

    async function numbersOf(wanted: ReadWalmartOrderStepInput) {
      if ("account_id" in wanted) {
        const mistake = await walmart.sellerMistake(wanted.account_id)
        if (mistake) throw notAllowed(english([mistake]))
        return { accountId: wanted.account_id, purchaseOrderId: wanted.purchase_order_id }
      }
      const [row] = await walmart.listWalmartOrders({ id: wanted.walmart_order_id })
      if (row) return { accountId: row.account_id, purchaseOrderId: row.purchase_order_id }
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `There is no Walmart order "${wanted.walmart_order_id}". Open it from the list of Walmart orders.`
      )
    }
  }
)
