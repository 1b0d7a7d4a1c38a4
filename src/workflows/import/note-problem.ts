import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { oneLine } from "../../modules/walmart/common/failure"
import { noteImportProblem } from "../../modules/walmart/orders/import-sql"
import { WALMART_AWAY } from "../../walmart/import/walmart-away"
import type { Attention } from "../../walmart/updates/model/update"
import { walmartOf } from "./store/load-store"

/**
 * Keeps why an order cannot be imported, where staff see it, and in the log when it is news.
 * @returns whether it is news for people: an outage at Walmart is not, because there is nothing to do about an order
 */
export async function noteProblem(
  container: MedusaContainer,
  id: string,
  attention: Attention
): Promise<boolean> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  if (!(await noteImportProblem(db, id, attention))) return false
  const { account_id, purchase_order_id } = await walmartOf(container).retrieveWalmartOrder(id)
  const which = `Walmart: order ${purchase_order_id} of account ${account_id} is not imported`
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.warn(oneLine(`${which} (${attention.code}): ${attention.message}`))
  return attention.code !== WALMART_AWAY
}
