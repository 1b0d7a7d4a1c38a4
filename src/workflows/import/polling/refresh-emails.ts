import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { withoutValues } from "../../../modules/walmart/common/failure"
import type { Order } from "../../../walmart/orders/order"

/** An imported order as Walmart shows it now. */
export interface KnownOrder {
  orderId: string
  order: Order
}

/**
 * Gives Medusa orders that were imported while Walmart still showed a placeholder the buyer's relay address. An address that is
 * there already stays, because staff may have put it there. What it throws says nothing of the buyer.
 */
export async function refreshEmails(
  container: MedusaContainer,
  known: KnownOrder[]
): Promise<void> {
  const emails = new Map(
    known.flatMap(({ orderId, order }) =>
      order.customerEmail ? [[orderId, order.customerEmail] as const] : []
    )
  )
  if (emails.size === 0) return
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "email"],
    filters: { id: [...emails.keys()], email: null },
  })
  const missing = data.map(({ id }) => ({ id, email: emails.get(id) }))
  if (missing.length === 0) return
  await withoutValues(() => container.resolve(Modules.ORDER).updateOrders(missing))
}

/** Which orders without an address are looked for. */
export interface MissingEmails {
  accountId: string
  /** Creation of the Medusa order. */
  since: Date
  /** Most orders, the newest ones. */
  take: number
}

/** Medusa order ids of an account's orders that have no e-mail address yet. */
export async function ordersWithoutEmail(
  container: MedusaContainer,
  { accountId, since, take }: MissingEmails
): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id"],
    filters: {
      email: null,
      created_at: { $gte: since },
      metadata: { walmart_account_id: accountId },
    },
    pagination: { take, order: { created_at: "DESC" } },
  })
  return data.map(({ id }) => id)
}
