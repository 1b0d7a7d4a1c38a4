import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { WalmartClient } from "../../../../walmart/api/client"
import { followCursors } from "../../../../walmart/api/cursors"
import type { Market } from "../../../../walmart/markets/market"
import { sharesOf } from "../../../../walmart/returns/plan-return"
import { databaseNow } from "../../orders/order-sql"
import { saveReturn } from "./return-sql"

/** Where an account's returns are read from and kept. */
export interface ReturnSource {
  accountId: string
  client: Pick<WalmartClient, "returns">
  market: Pick<Market, "leastMoney">
}

/**
 * Asks Walmart for the return orders of one customer order, and keeps what can be read of them; a poll notes what cannot.
 * @returns how many there are
 * @throws WalmartError when Walmart does not answer
 */
export async function readReturnsOf(
  db: Knex,
  { accountId, client, market }: ReturnSource,
  customerOrderId: string
): Promise<number> {
  const follow = followCursors()
  const numbers = new Set<string | null>()
  let readAt = await databaseNow(db)
  let page = await client.returns.list({ customerOrderId })
  for (;;) {
    const shares = page.returns.flatMap((order) => sharesOf(order, market.leastMoney))
    for (const share of shares) await saveReturn(db, accountId, share, readAt)
    for (const { returnOrderId } of [...page.returns, ...page.failures]) numbers.add(returnOrderId)
    const { nextCursor: cursor, totalCount: counted } = page
    const next = follow({ cursor, seen: numbers.size, counted })
    if (next === null) return numbers.size
    readAt = await databaseNow(db)
    page = await client.returns.next(next)
  }
}
