import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logLine, saidOf } from "../../../modules/walmart/common/failure"
import type WalmartModuleService from "../../../modules/walmart/service"
import type { OrderQuery } from "../../../walmart/api/order-search"
import { AccountError, ThrottledError, WalmartError } from "../../../walmart/api/errors/errors"
import { pollWindows } from "../../../walmart/import/poll-searches"
import type { Phrase } from "../../../walmart/words/phrase"
import { pollClock } from "../../../walmart/api/walmart-clock"
import { keepOrders } from "./keep-orders"
import { importFrom, walmartOf } from "../store/load-store"
import { endWithStore } from "../../shared/end-with-store"
import { ordersWithoutEmail } from "./refresh-emails"
import { importFailed, type Imports, importUntried } from "./poll-imports"
import type { PollResult } from "./poll-result"
import { errorOf, NO_ERROR } from "../../shared/poll-error"
import { walmartTime } from "../../shared/walmart-time"
import { walkOrders } from "./walk-orders"

/** How long what waits from before is imported before Walmart is asked: what changed there meanwhile must be seen soon too. */
const BEFORE_MS = 15_000

/** How long what is new is imported behind a page: the cursor to the next one lives for minutes only. */
const PAGE_MS = 30_000

/**
 * Polls one account: imports what waits from before, keeps everything Walmart shows since the mark, imports what is new, tries again what could not be imported,
 * and moves the mark only after all of it was kept. What fails does not stop what comes after it; it is kept on the account's
 * row and not thrown. A paused account is polled too: only its sends are held.
 */
export async function pollAccount(
  container: MedusaContainer,
  accountId: string
): Promise<PollResult> {
  const walmart = walmartOf(container)
  const result: PollResult = { account_id: accountId, seen: 0, imported: 0, failed: 0, ...NO_ERROR }
  await walmart.ensureAccounts()
  const account = await walmart.retrieveWalmartAccount(accountId)
  const startedAt = await walmart.databaseNow()
  const mistake = await walmart.sellerMistake(accountId)
  if (mistake !== null) {
    Object.assign(result, errorOf([[mistake]]))
    await notePoll(walmart, result, { until: startedAt, isAnswered: false })
    return result
  }
  const { now, fault } = pollClock(startedAt.getTime(), await walmartTime(walmart, accountId))
  const firstStart = account.created_at.getTime() + now - startedAt.getTime()
  const windows = pollWindows({
    now,
    polledUntil: account.polled_until?.getTime() ?? null,
    importFrom: importFrom(walmart, accountId, firstStart),
    overlapMs: walmart.options.pollOverlapMs,
  })
  const imports: Imports = {
    ...{ container, accountId, result },
    ...{ tried: new Set(), shown: new Map(), isAnswered: false },
  }
  const faults: Phrase[][] = fault === null ? [] : [[fault]]
  for (const part of [
    () => importUntried(imports, BEFORE_MS),
    () => takeOrders(imports, windows),
    () => importUntried(imports, Infinity),
    () => importFailed(imports),
    () => refreshPlaceholders(container, accountId, startedAt),
  ]) {
    faults.push(...(await faultsOf(container, accountId, part)))
  }
  Object.assign(result, errorOf(faults))
  // The next process must poll at once, and nobody needs to know of a store that was stopped.
  const { isAnswered } = imports
  if (!walmart.isStopping) await notePoll(walmart, result, { until: new Date(now), isAnswered })
  return result
}

async function faultsOf(
  container: MedusaContainer,
  accountId: string,
  part: () => Promise<Phrase[][]>
): Promise<Phrase[][]> {
  try {
    return await part()
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    if (!(error instanceof WalmartError))
      logger.error(logLine(`Walmart: a part of polling account ${accountId} failed`, error))
    return [saidOf(error)]
  }
}

/**
 * Keeps what the searches find, hands e-mail addresses on, and imports what is new page by page, so that a poll that is cut off has
 * got somewhere. @returns what must be read again
 */
async function takeOrders(imports: Imports, windows: OrderQuery[]): Promise<Phrase[][]> {
  const { container, accountId, result } = imports
  const walmart = walmartOf(container)
  const seen = new Set<string>()
  const lost: Phrase[][] = []
  let readAt = await walmart.databaseNow()
  const faults = await walkOrders(walmart.client(accountId), windows, async (page) => {
    imports.isAnswered = true
    const kept = await keepOrders(container, accountId, { ...page, readAt })
    lost.push(...kept.lost)
    for (const { purchaseOrderId } of page.orders) seen.add(purchaseOrderId)
    result.seen = seen.size
    endWithStore(walmart)
    imports.shown = kept.shown
    await importUntried(imports, PAGE_MS)
    imports.shown = new Map()
    readAt = await walmart.databaseNow()
  })
  return [...faults, ...lost]
}

/** Days after its creation that an order without an address is asked for again. */
const PLACEHOLDER_DAYS = 7
const PLACEHOLDERS = 50

/** Orders do not always count as modified when their placeholder is replaced, so those few are asked for one by one. */
async function refreshPlaceholders(
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

/** @param until the mark, by Walmart's clock */
async function notePoll(
  walmart: WalmartModuleService,
  { account_id: id, error, error_words }: PollResult,
  { until, isAnswered }: { until: Date; isAnswered: boolean }
): Promise<void> {
  const last_poll_at = await walmart.databaseNow()
  const mark = error === null ? { polled_until: until } : {}
  const answered = isAnswered ? { last_answered_at: last_poll_at } : {}
  const noted = {
    last_poll_at,
    last_poll_error: error,
    last_poll_error_words: error_words && { ...error_words },
    ...answered,
    ...mark,
  }
  await walmart.updateWalmartAccounts({ id, ...noted })
}
