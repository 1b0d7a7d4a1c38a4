import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logLine, saidOf } from "../../../modules/walmart/common/failure"
import type WalmartModuleService from "../../../modules/walmart/service"
import type { OrderQuery } from "../../../walmart/api/order-search"
import { WalmartError } from "../../../walmart/api/errors/errors"
import { pollWindows } from "../../../walmart/import/poll-searches"
import type { Phrase } from "../../../walmart/words/phrase"
import { pollClock } from "../../../walmart/api/walmart-clock"
import { keepOrders } from "./keep-orders"
import { importFrom, walmartOf } from "../store/load-store"
import { endWithStore } from "../../shared/end-with-store"
import { importFailed, type Imports, importUntried } from "./poll-imports"
import type { PollResult } from "./poll-result"
import { refreshPlaceholders } from "./refresh-placeholders"
import { errorOf, NO_ERROR } from "../../shared/poll-error"
import { walmartTime } from "../../shared/walmart-time"
import { walkOrders } from "./walk-orders"

/** How long what waits from before is imported before Walmart is asked: what changed there meanwhile must be seen soon too. */
const BEFORE_MS = 15_000

/** How long what is new is imported behind a page: the cursor to the next one lives for minutes only. */
const PAGE_MS = 30_000

/**
 * Polls one account: imports what waits from before, keeps everything Walmart shows since the mark, imports what is new, tries again
 * what could not be imported, and moves the mark only after all of it was kept. What fails does not stop what comes after it; it is
 * kept on the account's row and not thrown. A paused account is polled too: only its sends are held.
 */
export async function pollAccount(
  container: MedusaContainer,
  accountId: string
): Promise<PollResult> {
  const walmart = walmartOf(container)
  const result: PollResult = { account_id: accountId, seen: 0, imported: 0, failed: 0, ...NO_ERROR }
  await walmart.ensureAccounts()
  const startedAt = await walmart.databaseNow()
  const mistake = await walmart.sellerMistake(accountId)
  const { until, isAnswered, faults } =
    mistake === null
      ? await pollSeller(container, result, startedAt)
      : { until: startedAt, isAnswered: false, faults: [[mistake]] }
  Object.assign(result, errorOf(faults))
  // The next process must poll at once, and nobody needs to know of a store that was stopped.
  if (!walmart.isStopping) await notePoll(walmart, result, { until, isAnswered })
  return result
}

/** What a poll came to, beside what it counted. */
interface Polled {
  /** The mark, by Walmart's clock. */
  until: Date
  isAnswered: boolean
  faults: Phrase[][]
}

async function pollSeller(
  container: MedusaContainer,
  result: PollResult,
  startedAt: Date
): Promise<Polled> {
  const { account_id: accountId } = result
  const { until, fault, windows } = await searchesOf(walmartOf(container), accountId, startedAt)
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
  return { until, isAnswered: imports.isAnswered, faults }
}

/** What Walmart is asked for, by its own clock, and what is wrong with the clocks. */
async function searchesOf(walmart: WalmartModuleService, accountId: string, startedAt: Date) {
  const account = await walmart.retrieveWalmartAccount(accountId)
  const { now, fault } = pollClock(startedAt.getTime(), await walmartTime(walmart, accountId))
  const firstStart = account.created_at.getTime() + now - startedAt.getTime()
  const windows = pollWindows({
    now,
    polledUntil: account.polled_until?.getTime() ?? null,
    importFrom: importFrom(walmart, accountId, firstStart),
    overlapMs: walmart.options.pollOverlapMs,
  })
  return { until: new Date(now), fault, windows }
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

async function notePoll(
  walmart: WalmartModuleService,
  { account_id: id, error, error_words }: PollResult,
  { until, isAnswered }: Pick<Polled, "until" | "isAnswered">
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
