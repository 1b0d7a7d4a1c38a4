import {
  beginOrderEditOrderWorkflow,
  confirmOrderEditRequestWorkflow,
  orderEditUpdateItemQuantityWorkflow,
} from "@medusajs/medusa/core-flows"
import type { TestStore } from "../../helpers/store"

/** Edits the first item of an order as a store's own code may: past the routes, which refuse what Walmart would not follow. */
export async function editByWorkflow(
  store: TestStore,
  order_id: string,
  change: { quantity: number; unit_price?: number }
): Promise<void> {
  const [{ id }] = (await store.order(order_id)).items
  const container = store.container()
  await beginOrderEditOrderWorkflow(container).run({ input: { order_id } })
  const input = { order_id, items: [{ id, ...change }] }
  await orderEditUpdateItemQuantityWorkflow(container).run({ input })
  const confirmed = { order_id, confirmed_by: "user_1" }
  await confirmOrderEditRequestWorkflow(container).run({ input: confirmed })
}
