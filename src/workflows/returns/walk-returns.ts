import type { MedusaContainer } from "@medusajs/framework/types"
import {
  NO_CALL,
  NotFoundError,
  StoppedError,
  UnreadableError,
} from "../../walmart/api/errors/errors"
import type { ReturnQuery } from "../../walmart/api/returns"
import type { ReturnOrder } from "../../walmart/orders/return-order"
import { sharesOf } from "../../walmart/returns/plan-return"
import type { ShownReturn, UnreadableReturns } from "../../walmart/returns/unreadable-returns"
import { walmartOf } from "../import/store/load-store"

/** What a walk was shown until now; it grows while the walk goes on. */
export interface ReturnsWalk {
  account_id: string
  shown: ShownReturn[]
}

/**
 * Keeps every return order that a search finds and that can be read, page by page, and then those that earlier polls could not read.
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
    goOn(container)
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
  let page = await returns.list(query)
  for (;;) {
    for (const one of page.returns) {
      await keep(container, account_id, one, readAt)
      shown.push({ returnOrderId: one.returnOrderId, reason: null })
    }
    shown.push(...page.failures)
    goOn(container)
    if (page.nextCursor === null) return
    readAt = await walmart.databaseNow()
    page = await returns.next(page.nextCursor)
  }
}

/** @returns why it still cannot be read; null when it can, or when Walmart has it no more */
async function readAgain(
  container: MedusaContainer,
  accountId: string,
  returnOrderId: string
): Promise<string | null> {
  const walmart = walmartOf(container)
  const readAt = await walmart.databaseNow()
  try {
    const order = await walmart.client(accountId).returns.get(returnOrderId)
    await keep(container, accountId, order, readAt)
    return null
  } catch (error) {
    if (error instanceof NotFoundError) return null
    if (error instanceof UnreadableError) return error.message
    throw error
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

function goOn(container: MedusaContainer): void {
  if (!walmartOf(container).isStopping) return
  throw new StoppedError("The store was stopped during the poll; the next poll goes on.", NO_CALL)
}
