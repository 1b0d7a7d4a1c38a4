import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { withoutValues } from "../../../modules/walmart/common/failure"
import type { PlannedOrder } from "../../../walmart/import/planned-order"
import { createOnce } from "./create-once"
import { type ChosenIds, toOrderInput } from "./order-input"

/**
 * Creates the Medusa order under its chosen id, with items, shipping, address and the transaction of Walmart's money in one
 * database transaction: it is there whole or not at all. What it throws says nothing of the buyer.
 * @returns whether this call created it
 */
export async function createOrder(
  container: MedusaContainer,
  planned: PlannedOrder,
  ids: ChosenIds
): Promise<boolean> {
  const orders = container.resolve(Modules.ORDER)
  const exists = async () => (await orders.listOrders({ id: ids.orderId })).length > 0
  const create = () => orders.createOrders([toOrderInput(planned, ids)])
  return withoutValues(() => createOnce(exists, create))
}
