import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logLine } from "../../../modules/walmart/common/failure"
import { AccountError, ThrottledError, WalmartError } from "../../../walmart/api/errors/errors"
import { endWithStore } from "../../shared/end-with-store"
import { walmartOf } from "../store/load-store"
import { keepOrders } from "./keep-orders"
import { ordersWithoutEmail } from "./refresh-emails"

/** Days after its creation that an order without an address is asked for again. */
const PLACEHOLDER_DAYS = 7
const PLACEHOLDERS = 50

/**
 * Orders do not always count as modified when their placeholder is replaced, so those few are asked for one by one.
 * @throws what keeps the account's other orders from being read too
 */
export async function refreshPlaceholders(
  container: MedusaContainer,
  accountId: string,
  now: Date
): Promise<[]> {
  const walmart = walmartOf(container)
  const since = new Date(now.getTime() - PLACEHOLDER_DAYS * 86_400_000)
  const orders = await ordersWithoutEmail(container, { accountId, since, take: PLACEHOLDERS })
  const rows = await walmart.listWalmartOrders({ order_id: orders, account_id: accountId })
  for (const row of rows) {
    endWithStore(walmart)
    await refreshPlaceholder(container, row)
  }
  return []
}

/** An order that cannot be read now is asked for again with the next poll, and stops no other. */
async function refreshPlaceholder(
  container: MedusaContainer,
  row: { account_id: string; purchase_order_id: string }
): Promise<void> {
  const walmart = walmartOf(container)
  const readAt = await walmart.databaseNow()
  try {
    const order = await walmart.readOrder(row.account_id, row.purchase_order_id, readAt)
    await keepOrders(container, row.account_id, { orders: [order], failures: [], readAt })
  } catch (error) {
    const isOfAccount = error instanceof AccountError || error instanceof ThrottledError
    if (isOfAccount || !(error instanceof WalmartError)) throw error
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(logLine(`Walmart: order ${row.purchase_order_id} has no e-mail address yet`, error))
  }
}
