import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { withoutValues } from "../../../modules/walmart/common/failure"
import type { PlannedOrder } from "../../../walmart/import/planned-order"
import { createOnce } from "./create-once"
import { type ChosenIds, toOrderInput } from "./order-input"

/** A Medusa order to create, and the ids chosen for it. */
export interface OrderToCreate {
  planned: PlannedOrder
  ids: ChosenIds
}

/**
 * Creates Medusa orders under their chosen ids, with items, shipping, address and the transaction of Walmart's money, all in one
 * database transaction: an order is there whole or not at all. What it throws says nothing of the buyers.
 * @returns ids of those that this call created
 */
export async function createOrders(
  container: MedusaContainer,
  wanted: OrderToCreate[]
): Promise<Set<string>> {
  const orders = container.resolve(Modules.ORDER)
  const create = (missing: ReturnType<typeof toOrderInput>[]) => orders.createOrders(missing)
  return withoutValues(() =>
    createOnce(
      wanted.map(({ planned, ids }) => toOrderInput(planned, ids)),
      (ids) => existingOrders(container, ids),
      create
    )
  )
}

/** Which of these ids of Medusa orders exist. */
export async function existingOrders(container: MedusaContainer, ids: string[]): Promise<string[]> {
  const orders = container.resolve(Modules.ORDER)
  const found = await orders.listOrders({ id: ids }, { select: ["id"], take: null })
  return found.map(({ id }) => id)
}
