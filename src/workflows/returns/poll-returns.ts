import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logLine, saidOf } from "../../modules/walmart/common/failure"
import type WalmartModuleService from "../../modules/walmart/service"
import { pollClock } from "../../walmart/api/walmart-clock"
import { returnWindow } from "../../walmart/returns/return-window"
import { returnsLeft, type UnreadableReturns } from "../../walmart/returns/unreadable-returns"
import { importFrom, walmartOf } from "../import/store/load-store"
import type { Phrase } from "../../walmart/words/phrase"
import { errorOf, type PollError } from "../shared/poll-error"
import { walmartTime } from "../shared/walmart-time"
import { settleReturn } from "./settle-return"
import { type ReturnsWalk, walkReturns } from "./walk-returns"

/** What a poll of one account's returns did. */
export interface ReturnsPollResult extends PollError {
  account_id: string
  /** Return orders that Walmart answered with. */
  seen: number
}

/**
 * Polls the return orders of one account: keeps everything that changed since the mark, moves the mark only after all of it was kept
 * or noted as unreadable, and does in Medusa what is left to do for each. What fails does not stop what comes after it.
 */
export async function pollReturns(
  container: MedusaContainer,
  accountId: string
): Promise<ReturnsPollResult> {
  const walmart = walmartOf(container)
  await walmart.ensureAccounts()
  const account = await walmart.retrieveWalmartAccount(accountId)
  const startedAt = await walmart.databaseNow()
  const walk: ReturnsWalk = { account_id: accountId, shown: [] }
  const before = account.unreadable_returns ?? {}
  const fault = await walkAll(container, account, startedAt, { walk, before })
  await settleAll(container, accountId)
  const { unreadable, isWhole, cause } = returnsLeft(before, walk.shown)
  const why = fault ?? cause
  const ended = errorOf(why.length > 0 ? [why] : [])
  const kept = fault === null && isWhole ? { until: startedAt, unreadable } : null
  // The next process must poll at once, and nobody needs to know of a store that was stopped.
  if (!walmart.isStopping) await walmart.returns.notePolled(accountId, { ...ended, kept })
  return { account_id: accountId, seen: walk.shown.length, ...ended }
}

type AccountRow = Awaited<ReturnType<WalmartModuleService["retrieveWalmartAccount"]>>

/** @returns why not everything was asked for; null when it was */
async function walkAll(
  container: MedusaContainer,
  account: AccountRow,
  startedAt: Date,
  { walk, before }: { walk: ReturnsWalk; before: UnreadableReturns }
): Promise<Phrase[] | null> {
  const walmart = walmartOf(container)
  try {
    const mistake = await walmart.sellerMistake(account.id)
    if (mistake !== null) return [mistake]
    const now = startedAt.getTime()
    const clock = pollClock(now, await walmartTime(walmart, account.id))
    const query = returnWindow({
      ...{ now, walmartAheadMs: clock.now - now },
      polledUntil: account.returns_polled_until?.getTime() ?? null,
      importFrom: importFrom(walmart, account.id, account.created_at.getTime()),
      overlapMs: walmart.options.pollOverlapMs,
    })
    await walkReturns(container, query, walk, before)
    return clock.fault && [clock.fault]
  } catch (error) {
    return saidOf(error)
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
