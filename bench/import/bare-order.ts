import type { CreateOrderDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createWorkflow, transform, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import {
  createOrdersStep,
  createPaymentCollectionsStep,
  createRemoteLinkStep,
  createReservationsStep,
} from "@medusajs/medusa/core-flows"

/** An order as an import makes one, and where its stock lies. */
export interface BareOrder {
  order: CreateOrderDTO
  inventoryItemId: string
  locationId: string
  amount: number
}

/**
 * The floor that an import is held against: Medusa's own steps for an order, its reservations and a payment collection, and nothing that
 * an import does besides: no read of Walmart, no plan, no record of what was shown, no acknowledgment.
 */
export const bareOrderWorkflow = createWorkflow(
  "bare-order",
  function (input: WorkflowData<BareOrder>) {
    const orders = createOrdersStep(transform({ input }, ({ input: { order } }) => [order]))
    createReservationsStep(
      transform({ input, orders }, ({ input: { inventoryItemId, locationId }, orders: made }) =>
        (made[0].items ?? []).map(({ id, quantity }) => ({
          line_item_id: id,
          inventory_item_id: inventoryItemId,
          location_id: locationId,
          quantity: Number(quantity),
          allow_backorder: true,
        }))
      )
    )
    const collections = createPaymentCollectionsStep(
      transform({ input }, ({ input: { amount } }) => [{ currency_code: "usd", amount }])
    )
    createRemoteLinkStep(
      transform({ orders, collections }, (made) => [
        {
          [Modules.ORDER]: { order_id: made.orders[0].id },
          [Modules.PAYMENT]: { payment_collection_id: made.collections[0].id },
        },
      ])
    )
  }
)
