import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { failureOf, logLine } from "../../modules/walmart/common/failure"
import type { ReturnPage } from "../../walmart/api/schemas/return-schema"
import { returnWindow } from "../../walmart/returns/return-window"
import { sharesOf } from "../../walmart/returns/plan-return"
import { importFrom, walmartOf } from "../import/store/load-store"
import { settleReturn } from "./settle-return"

/** What a poll of one account's returns did. */
export interface ReturnsPollResult {
  account_id: string
  /** Return orders that Walmart answered with. */
  seen: number
  /** Why the poll is not complete; null when it is. Its mark stays where it was then. */
  error: string | null
}

/**
 * Polls the return orders of one account: keeps everything that changed since the mark, moves the mark only after all of it was kept,
 * and does in Medusa what is left to do for each. What fails does not stop what comes after it.
 */
export async function pollReturns(
  container: MedusaContainer,
  accountId: string
): Promise<ReturnsPollResult> {
  const walmart = walmartOf(container)
  await walmart.ensureAccounts()
  const account = await walmart.retrieveWalmartAccount(accountId)
  const startedAt = await walmart.databaseNow()
  const result: ReturnsPollResult = { account_id: accountId, seen: 0, error: null }
  const query = returnWindow({
    polledUntil: account.returns_polled_until?.getTime() ?? null,
    importFrom: importFrom(walmart, accountId, account.created_at.getTime()),
    now: startedAt.getTime(),
    overlapMs: walmart.options.pollOverlapMs,
  })
  try {
    result.error = await walmart.sellerMistake(accountId)
    if (result.error === null) await walk(container, query, result)
  } catch (error) {
    result.error = failureOf(error).message
  }
  await settleAll(container, accountId)
  const mark = result.error === null ? { returns_polled_until: startedAt } : {}
  await walmart.updateWalmartAccounts({
    id: accountId,
    last_returns_poll_at: await walmart.databaseNow(),
    last_returns_poll_error: result.error,
    ...mark,
  })
  return result
}

async function walk(
  container: MedusaContainer,
  query: ReturnType<typeof returnWindow>,
  result: ReturnsPollResult
): Promise<void> {
  const walmart = walmartOf(container)
  const { returns } = walmart.client(result.account_id)
  const { leastMoney } = walmart.market(result.account_id)
  let readAt = await walmart.databaseNow()
  let page: ReturnPage | null = await returns.list(query)
  while (page) {
    for (const share of page.returns.flatMap((one) => sharesOf(one, leastMoney))) {
      await walmart.returns.save(result.account_id, share, readAt)
    }
    result.seen += page.returns.length
    result.error ??= page.failures.at(0) ?? null
    if (walmart.isStopping) result.error ??= "The store was stopped during the poll."
    readAt = await walmart.databaseNow()
    page = page.nextCursor && !walmart.isStopping ? await returns.next(page.nextCursor) : null
  }
}

/** A return that cannot be settled now stops no other, and is tried again by the next poll. */
async function settleAll(container: MedusaContainer, accountId: string): Promise<void> {
  const walmart = walmartOf(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const id of await walmart.returns.unsettled(accountId)) {
    if (walmart.isStopping) return
    try {
      await settleReturn(container, id)
    } catch (error) {
      logger.error(logLine(`Walmart: return ${id} could not be settled; it is tried again`, error))
    }
  }
}
