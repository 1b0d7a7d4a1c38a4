import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { withoutValues } from "../../../modules/walmart/common/failure"
import type { DraftOrder } from "../../../walmart/import/draft"
import { createOnce } from "./create-once"
import { type ChosenIds, toOrderInput } from "./medusa-draft"

/**
 * Creates the Medusa order under its chosen id, with items, shipping, address and the transaction of Walmart's money in one
 * database transaction: it is there whole or not at all. What it throws says nothing of the buyer.
 * @returns whether this call created it
 */
export async function createOrder(
  container: MedusaContainer,
  draft: DraftOrder,
  ids: ChosenIds
): Promise<boolean> {
  const orders = container.resolve(Modules.ORDER)
  const exists = async () => (await orders.listOrders({ id: ids.orderId })).length > 0
  const create = () => orders.createOrders([toOrderInput(draft, ids)])
  return withoutValues(() => createOnce(exists, create))
}
