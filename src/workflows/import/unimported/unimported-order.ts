import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { isFulfilledByOthers } from "../../../walmart/orders/order"
import { findWalmartOrder, type WalmartOrderRow } from "../../shared/find-walmart-rows"
import { notAllowed } from "../../shared/refusals"
import { walmartOf } from "../store/load-store"
import { phrases } from "../../../walmart/words/phrase"

/** An order that a person decides about, though Medusa has no order of it. */
export interface UnimportedOrderInput {
  /** Walmart order, or its purchase order number. */
  id: string
  /** Who decides. */
  actor_id: string
}

/**
 * The row of an order that could not be imported, and that nobody else ships.
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED for an order that Medusa has, or that Walmart or a partner ships
 */
export async function findUnimported(
  container: MedusaContainer,
  id: string
): Promise<WalmartOrderRow> {
  const order = await findWalmartOrder(walmartOf(container), id)
  const shipNode = { type: order.ship_node_type }
  if (order.order_id === null || isFulfilledByOthers({ shipNode })) {
    throw notAllowed(phrases("fulfilled_by_others", { order: order.purchase_order_id }, "order"))
  }
  const known = await container.resolve(Modules.ORDER).listOrders({ id: order.order_id })
  if (order.imported_at === null && known.length === 0) return order
  throw notAllowed(phrases("order_in_medusa", { order: order.purchase_order_id }))
}
