import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logLine, saidOf } from "../../../modules/walmart/common/failure"
import { unfinishedImports } from "../../../modules/walmart/orders/import-sql"
import type WalmartModuleService from "../../../modules/walmart/service"
import type { OrderQuery } from "../../../walmart/api/order-search"
import {
  AccountError,
  NO_CALL,
  StoppedError,
  ThrottledError,
  WalmartError,
} from "../../../walmart/api/errors/errors"
import { pollWindows } from "../../../walmart/import/poll-searches"
import type { Phrase } from "../../../walmart/words/phrase"
import { pollClock } from "../../../walmart/api/walmart-clock"
import { importerOf } from "./import-one"
import { keepOrders } from "./keep-orders"
import { importFrom, walmartOf } from "../store/load-store"
import { ordersWithoutEmail } from "./refresh-emails"
import { errorOf, NO_ERROR, type PollError } from "./poll-error"
import { walkOrders } from "./walk-orders"

/** What a poll of one account did. */
export interface PollResult extends PollError {
  account_id: string
  /** Orders Walmart answered with. */
  seen: number
  /** Medusa orders made. */
  imported: number
  /** Orders whose import did not succeed. */
  failed: number
}

/** Failed imports tried again in one poll, those tried longest ago first; the others come with the next polls. */
const RETRIES = 200

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
  const importOne = importerOf(container, accountId)
  const imports: Imports = {
    ...{ container, accountId, result, importOne },
    ...{ tried: new Set(), isAnswered: false },
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

/** Walmart's clock; null when it cannot be asked, which the poll itself then says. */
async function walmartTime(
  walmart: WalmartModuleService,
  accountId: string
): Promise<number | null> {
  try {
    return await walmart.client(accountId).now()
  } catch (error) {
    if (error instanceof WalmartError) return null
    throw error
  }
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
    goOn(walmart)
    await importUntried(imports, PAGE_MS)
    readAt = await walmart.databaseNow()
  })
  return [...faults, ...lost]
}

/** The imports of one poll. */
interface Imports {
  container: MedusaContainer
  accountId: string
  result: PollResult
  /** Orders that it has tried, each once. */
  tried: Set<string>
  importOne: ReturnType<typeof importerOf>
  /** Walmart has answered a search. */
  isAnswered: boolean
}

/** Imports what was never tried, the oldest first, or as much of it as the time allows. */
async function importUntried(imports: Imports, ms: number): Promise<[]> {
  const db = imports.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const ids = await unfinishedImports(db, imports.accountId, { failed: false })
  return importAll(imports, ids, Date.now() + ms)
}

/** Tries again some of what failed. */
async function importFailed(imports: Imports): Promise<[]> {
  const db = imports.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const which = { failed: true, limit: RETRIES }
  const ids = await unfinishedImports(db, imports.accountId, which)
  return importAll(imports, ids, Infinity)
}

async function importAll(imports: Imports, ids: string[], until: number): Promise<[]> {
  const { container, result, tried, importOne } = imports
  for (const id of ids.filter((one) => !tried.has(one))) {
    if (Date.now() >= until) break
    goOn(walmartOf(container))
    tried.add(id)
    const outcome = (await importOne(id))?.outcome
    if (outcome === "imported") result.imported++
    if (outcome === undefined || outcome === "needs_attention") result.failed++
  }
  return []
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
    goOn(walmart)
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
    const order = await walmart.client(row.account_id).getOrder(row.purchase_order_id)
    await keepOrders(container, row.account_id, { orders: [order], failures: [], readAt })
  } catch (error) {
    const isOfAccount = error instanceof AccountError || error instanceof ThrottledError
    if (isOfAccount || !(error instanceof WalmartError)) throw error
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(logLine(`Walmart: order ${row.purchase_order_id} has no e-mail address yet`, error))
  }
}

/**
 * A first poll may walk through years of orders, and must not keep a store from ending for minutes.
 * @throws StoppedError when the store is about to end
 */
function goOn({ isStopping }: WalmartModuleService): void {
  if (isStopping) throw new StoppedError("The store was stopped during the poll.", NO_CALL)
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
