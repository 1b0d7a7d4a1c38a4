import { ForbiddenError, NotFoundError } from "../../../../walmart/api/errors/errors"
import {
  forbiddenStock,
  nextForbiddenTryMs,
  refusedStock,
} from "../../../../walmart/inventory/forbidden-stock"
import { changedTryMs } from "../../../../walmart/inventory/failed-stock"
import { type Classification, classify, explain } from "../../../../walmart/updates/outcome"
import type { Attention } from "../../../../walmart/updates/model/update"
import { say, wordsOf } from "../../../../walmart/words/phrase"
import type { Claim } from "../claim-sql"
import { queueError, type Release } from "../release-sql"
import { NOT_COUNTED, type StockReading } from "../stock/reading"
import {
  holdStock,
  loadWaitingStock,
  markStockAttention,
  markStockSent,
  noteHeldCount,
  type WaitingStock,
} from "../stock/stock-sql"
import type { FinishedUpdate } from "../update-sql"
import { givenUp, hasFailedTooLong, noteFailedCall, retryLater } from "./failed-call"
import type { SenderDeps } from "./sender"
import { begin, noteApplied, sending } from "./sending"
import { SUCCESS, unsent } from "./step-result"

/**
 * Sends one figure of stock. It is computed here, as late as possible, and absolute: repeating it is harmless, and whatever has
 * changed since raises the wanted version, so that it is sent once more. After a call whose outcome is unknown nothing is sent
 * before the settle time, or that call could still arrive behind a newer one.
 * @returns nothing, since no update is finished by it
 */
export async function sendStock(deps: SenderDeps, owned: Claim): Promise<FinishedUpdate[]> {
  return sending(deps, owned, async () => {
    return { finished: [], release: await sendFigure(deps, owned) }
  })
}

async function sendFigure(deps: SenderDeps, owned: Claim): Promise<Release> {
  const { db, readStock } = deps
  // A run without a way into the store leaves it to one that has it.
  if (!readStock || deps.isStopping()) return unsent(owned, owned.refusals, false)
  const waiting = await loadWaitingStock(db, owned.subjectId)
  if (!waiting) return SUCCESS
  const reading = (await readStock([waiting]))[0]
  if ("code" in reading) return unread(deps, owned, waiting, reading)
  if (waiting.isHeldUncounted) {
    await noteHeldCount(db, owned, waiting.version, reading.stocked)
    return SUCCESS
  }
  // What reached Walmart after the hold began would offer what nobody has counted.
  const figure = waiting.isHeld ? { ...reading, amount: 0 } : reading
  return push(deps, owned, waiting, figure)
}

/** What the store does not count is nobody's fault; what is wrong with its settings is for a person. */
async function unread(
  deps: SenderDeps,
  owned: Claim,
  waiting: WaitingStock,
  attention: Attention
): Promise<Release> {
  if (!NOT_COUNTED.some((code) => code === attention.code)) {
    return askPerson(deps, owned, waiting, attention)
  }
  await holdStock(deps.db, owned, waiting.version, "not_counted")
  return SUCCESS
}

async function push(
  deps: SenderDeps,
  owned: Claim,
  waiting: WaitingStock,
  reading: StockReading
): Promise<Release> {
  const { db, client } = deps
  const begun = await begin(deps, owned, { updateIds: [], endpoint: "inventory" })
  if (begun === null) return unsent(owned, owned.refusals, false)
  try {
    const node = waiting.shipNodeId ?? undefined
    const { level, call } = await client.putInventory(
      waiting.sku,
      reading.amount,
      node,
      begun.startBy
    )
    await deps.failpoint("call_answered")
    await noteApplied(deps, begun.id, call)
    const sent = { version: waiting.version, reading, walmartAmount: level.amount }
    await markStockSent(db, owned, sent)
    await deps.failpoint("updates_finished")
    return SUCCESS
  } catch (error) {
    return failed(deps, owned, waiting, { error, attemptId: begun.id })
  }
}

async function failed(
  deps: SenderDeps,
  owned: Claim,
  waiting: WaitingStock,
  { error, attemptId }: { error: unknown; attemptId: string }
): Promise<Release> {
  const { failure } = await noteFailedCall(deps, attemptId, error)
  if (error instanceof ForbiddenError) return forbidden(deps, owned, waiting, error)
  if (failure.outcome === "refused") return refused(deps, owned, waiting, error)
  return later(deps, owned, waiting, failure)
}

/** A person is told of a key that may not send stock, and the figure goes once it may: nothing counts against it until then. */
async function forbidden(
  deps: SenderDeps,
  owned: Claim,
  waiting: WaitingStock,
  error: ForbiddenError
): Promise<Release> {
  const delayMs = nextForbiddenTryMs(deps.random)
  const told = await askPerson(deps, owned, waiting, forbiddenStock(explain(error)), delayMs)
  return { ...told, counts: "none", delayMs }
}

/**
 * A refusal may pass, as that of an item which was published a moment ago does; after some of them a person is asked. Another figure is
 * one call more then, and no new series of them.
 */
async function refused(
  deps: SenderDeps,
  owned: Claim,
  waiting: WaitingStock,
  error: unknown
): Promise<Release> {
  const refusals = owned.refusals + 1
  if (refusals < deps.options.refusedAttempts) {
    return later(deps, { ...owned, refusals }, waiting, classify(error))
  }
  const isUnknown = error instanceof NotFoundError
  if (isUnknown && !waiting.isKnownAtWalmart) {
    await holdStock(deps.db, owned, waiting.version, "not_listed")
    return SUCCESS
  }
  const attention = isUnknown ? unknownSku(waiting) : refusedStock(explain(error))
  return { ...(await askPerson(deps, owned, waiting, attention)), refusals }
}

/** Walmart answers 404 for the SKU, also after a while (docs/walmart-api.md, "Inventory"). */
function unknownSku({ sku }: WaitingStock): Attention {
  return say("unknown_sku", { sku }, "stock")
}

async function askPerson(
  deps: SenderDeps,
  owned: Claim,
  { version }: WaitingStock,
  attention: Attention,
  retryAfterMs = changedTryMs(attention.code)
): Promise<Release> {
  await markStockAttention(deps.db, owned, { version, retryAfterMs }, attention)
  return { ...SUCCESS, error: queueError(attention.code, wordsOf(attention).message) }
}

async function later(
  deps: SenderDeps,
  owned: Claim,
  waiting: WaitingStock,
  failure: Classification
): Promise<Release> {
  const inDoubt = failure.outcome === "unknown"
  if (await hasFailedTooLong(deps, owned, failure)) {
    const given = await askPerson(deps, owned, waiting, givenUp(failure, "remedy_stock"))
    return inDoubt ? { ...given, inDoubt, delayMs: deps.options.settleMs } : given
  }
  return retryLater(deps, owned, failure, {
    inDoubt,
    refusals: owned.refusals,
    correlationId: null,
  })
}
