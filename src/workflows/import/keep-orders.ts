import type { MedusaContainer } from "@medusajs/framework/types"
import type { Order } from "../../walmart/order"
import { walmartOf } from "./load-store"
import { type KnownOrder, refreshEmails } from "./refresh-emails"

/**
 * Keeps what Walmart shows of some orders that were read at once, and hands e-mail addresses on.
 * @returns rows that still wait for their import
 */
export async function keepOrders(
  container: MedusaContainer,
  accountId: string,
  orders: Order[],
  readAt: Date
): Promise<string[]> {
  const known: KnownOrder[] = []
  const waiting: string[] = []
  for (const order of orders) {
    const saved = await walmartOf(container).saveOrder(accountId, order, readAt)
    if (saved.orderId === null) continue
    if (saved.importedAt) known.push({ orderId: saved.orderId, order })
    else waiting.push(saved.id)
  }
  await refreshEmails(container, known)
  return waiting
}
