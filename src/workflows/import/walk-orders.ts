import type { OrderQuery, WalmartClient } from "../../walmart/client"
import type { Order } from "../../walmart/order"
import type { OrderFailure, OrderPage } from "../../walmart/schemas"

/** Wishes of Walmart's search: one kind of ship node per call, and its own default hides what others fulfill. */
const SHIP_NODES = ["SellerFulfilled", "WFSFulfilled", "3PLFulfilled"] as const

/**
 * Walks all pages of some searches, for the seller's own fulfillment and for that of others. Pages are handed on as they come, because
 * a cursor lives for minutes only. @returns orders that could not be read
 */
export async function walkOrders(
  client: WalmartClient,
  windows: OrderQuery[],
  visit: (orders: Order[]) => Promise<void>
): Promise<OrderFailure[]> {
  const failures: OrderFailure[] = []
  for (const query of windows) {
    for (const shipNodeType of SHIP_NODES) {
      let page: OrderPage | null = await client.listOrders({ ...query, shipNodeType })
      while (page) {
        failures.push(...page.failures)
        await visit(page.orders)
        page = page.nextCursor ? await client.nextOrders(page.nextCursor) : null
      }
    }
  }
  return failures
}
