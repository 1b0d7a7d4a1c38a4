import type { MedusaContainer } from "@medusajs/framework/types"
import type WalmartModuleService from "../../modules/walmart/service"
import type { WantedStock } from "../../modules/walmart/queue/stock/want-sql"
import { walmartOf } from "../import/store/load-store"

/** What may have changed: every SKU of a Walmart order, or single figures. */
export type ChangedStock = { walmartOrderId: string; accountId: string } | WantedStock[]

/**
 * Has figures sent that may have changed at Walmart, as after a cancellation there. Each is computed when it is sent, so saying it
 * twice sends it once. Accounts whose `stock` is `off` are left out.
 * @returns ids of the rows
 */
export async function enqueueStock(
  container: MedusaContainer,
  changed: ChangedStock
): Promise<string[]> {
  const walmart = walmartOf(container)
  const isOn = (accountId: string) => isStockSent(walmart, accountId)
  if (Array.isArray(changed)) {
    return walmart.stock.want(changed.filter(({ accountId }) => isOn(accountId)))
  }
  return isOn(changed.accountId) ? walmart.stock.wantOfOrder(changed.walmartOrderId) : []
}

/** Walmart is sent figures of an account: it has its keys, and its stock is not off. */
export function isStockSent(walmart: WalmartModuleService, accountId: string): boolean {
  return walmart.hasAccount(accountId) && walmart.account(accountId).stock !== "off"
}
