import type WalmartModuleService from "../../modules/walmart/service"
import type { OlderOrders } from "../../walmart/doctor/facts"
import { importFrom } from "../import/store/load-store"

/** Orders that the seller still has to do something about. */
const OPEN = ["Created", "Acknowledged"] as const

/**
 * How many open orders Walmart holds from before an account's imports begin, without those that were imported by hand.
 * @throws WalmartError when Walmart cannot be asked
 */
export async function loadOlderOrders(
  walmart: WalmartModuleService,
  accountId: string
): Promise<OlderOrders> {
  const { created_at } = await walmart.retrieveWalmartAccount(accountId)
  const before = importFrom(walmart, accountId, created_at.getTime())
  const client = walmart.client(accountId)
  const pages = await Promise.all(
    OPEN.map((status) => client.listOrders({ status, createdEndDate: before }))
  )
  const counted = pages.reduce(
    (sum, { totalCount, orders }) => sum + (totalCount ?? orders.length),
    0
  )
  const [, known] = await walmart.listAndCountWalmartOrders(
    { account_id: accountId, status: "open", ordered_at: { $lt: new Date(before) } },
    { take: 1, select: ["id"] }
  )
  return { before, count: Math.max(0, counted - known) }
}
