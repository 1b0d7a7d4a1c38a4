import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { failureOf, logLine } from "../../modules/walmart/common/failure"
import { followCursors } from "../../walmart/api/cursors"
import { NotFoundError, UnreadableError } from "../../walmart/api/errors/errors"
import type { ReturnQuery } from "../../walmart/api/returns"
import type { ReturnOrder } from "../../walmart/orders/return-order"
import { sharesOf } from "../../walmart/returns/plan-return"
import type { ShownReturn, UnreadableReturns } from "../../walmart/returns/unreadable-returns"
import { walmartOf } from "../import/store/load-store"
import { endWithStore } from "../shared/end-with-store"
import type { AccountId, Loose, ReturnOrderId } from "../../walmart/common/ids"

/** What a walk was shown until now; it grows during the walk. */
export interface ReturnsWalk {
  account_id: string
  shown: ShownReturn[]
}

/**
 * Keeps every return order that a search finds and that can be read and saved, page by page, and then those that earlier polls could not read.
 * @throws WalmartError when Walmart does not answer, StoppedError when the store is about to end
 */
export async function walkReturns(
  container: MedusaContainer,
  query: ReturnQuery,
  walk: ReturnsWalk,
  before: UnreadableReturns
): Promise<void> {
  await walkSearch(container, query, walk)
  const seen = new Set(walk.shown.map(({ returnOrderId }) => returnOrderId))
  for (const id of Object.keys(before).filter((one) => !seen.has(one))) {
    endWithStore(walmartOf(container))
    walk.shown.push({ returnOrderId: id, reason: await readAgain(container, walk.account_id, id) })
  }
}

async function walkSearch(
  container: MedusaContainer,
  query: ReturnQuery,
  { account_id, shown }: ReturnsWalk
): Promise<void> {
  const walmart = walmartOf(container)
  const { returns } = walmart.client(account_id)
  let readAt = await walmart.databaseNow()
  const follow = followCursors()
  const numbers = new Set<string | null>()
  let page = await returns.list(query)
  for (;;) {
    for (const one of page.returns) {
      const reason = await whyNotKept(container, account_id, one, readAt)
      shown.push({ returnOrderId: one.returnOrderId, reason })
    }
    shown.push(...page.failures)
    endWithStore(walmart)
    for (const { returnOrderId } of [...page.returns, ...page.failures]) numbers.add(returnOrderId)
    const { nextCursor: next, totalCount: counted } = page
    const cursor = follow({ cursor: next, seen: numbers.size, counted })
    if (cursor === null) return
    readAt = await walmart.databaseNow()
    page = await returns.next(cursor)
  }
}

/** @returns why it still cannot be read or kept; null when it can, or when Walmart has it no more */
async function readAgain(
  container: MedusaContainer,
  accountId: Loose<AccountId>,
  returnOrderId: ReturnOrderId
): Promise<string | null> {
  const walmart = walmartOf(container)
  const readAt = await walmart.databaseNow()
  try {
    const order = await walmart.client(accountId).returns.get(returnOrderId)
    return await whyNotKept(container, accountId, order, readAt)
  } catch (error) {
    if (error instanceof NotFoundError) return null
    if (error instanceof UnreadableError) return error.message
    throw error
  }
}

/**
 * Keeps a return order. One that the database does not take stops no other and is asked for again by its number.
 * @returns why it could not be kept; null when it could
 * @throws what a database that does not answer at all throws, which says nothing of this return order
 */
async function whyNotKept(
  container: MedusaContainer,
  accountId: string,
  order: ReturnOrder,
  readAt: Date
): Promise<string | null> {
  const keepIt = () => keep(container, accountId, order, readAt)
  try {
    // What a lost connection spoiled works the second time.
    await keepIt().catch(keepIt)
    return null
  } catch (error) {
    await walmartOf(container).databaseNow()
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const reason = `Return order ${order.returnOrderId} could not be saved`
    logger.error(logLine(`Walmart: ${reason}`, error))
    return `${reason}: ${failureOf(error).message}`
  }
}

async function keep(
  container: MedusaContainer,
  accountId: string,
  order: ReturnOrder,
  readAt: Date
): Promise<void> {
  const walmart = walmartOf(container)
  for (const share of sharesOf(order, walmart.market(accountId).leastMoney)) {
    await walmart.returns.save(accountId, share, readAt)
  }
}
