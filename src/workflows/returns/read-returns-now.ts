import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { logLine } from "../../modules/walmart/common/failure"
import { within } from "../../modules/walmart/common/within"
import { WalmartError } from "../../walmart/api/errors/errors"
import { walmartOf } from "../import/store/load-store"

/** How long a person waits for Walmart's answer before what the last poll read has to do, in milliseconds. */
const LIMIT_MS = 1_500

/** A customer order whose returns are asked for. */
export interface ReturnsOfOrder {
  account_id: string
  customer_order_id: string
}

/**
 * Reads the returns of a customer order before a person refunds something of it, so that what Walmart refunds for a return a moment ago
 * is not refunded once more. Never rejects: where Walmart cannot be asked, or not in time, what the last poll read counts, and a
 * late answer is kept when it comes.
 */
export async function readReturnsNow(
  container: MedusaContainer,
  order: ReturnsOfOrder
): Promise<void> {
  await within(LIMIT_MS, read(container, order))
}

async function read(
  container: MedusaContainer,
  { account_id: accountId, customer_order_id: customerOrderId }: ReturnsOfOrder
): Promise<void> {
  const walmart = walmartOf(container)
  try {
    const source = {
      accountId,
      client: walmart.client(accountId),
      market: walmart.market(accountId),
    }
    const count = await walmart.returns.readOf(source, customerOrderId)
    if (count > 0) await settle(container, accountId)
  } catch (error) {
    if (error instanceof WalmartError) return
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const doing = `Walmart: the returns of customer order ${customerOrderId} could not be read anew`
    logger.error(logLine(doing, error))
  }
}

/** The poll makes of what was kept what is left to do in Medusa. */
async function settle(container: MedusaContainer, account_id: string): Promise<void> {
  const event = { name: "walmart.returns.due", data: { account_id } }
  await container.resolve(Modules.EVENT_BUS).emit(event)
}
