import { generateEntityId } from "@medusajs/framework/utils"
import { RefusedError } from "../../../../walmart/api/errors/errors"
import { sharesOf } from "../../../../walmart/returns/plan-return"
import { nextRefund } from "../../../../walmart/returns/wanted-refund"
import type { ReturnLine } from "../../../../walmart/orders/return-order"
import type { Attention } from "../../../../walmart/updates/model/update"
import { type Classification, classify, explain } from "../../../../walmart/updates/outcome"
import { databaseNow } from "../../orders/order-sql"
import { phrase, wordsOf } from "../../../../walmart/words/phrase"
import { beginCall, closeStartedCalls, finishCall } from "../attempt-sql"
import type { Claim } from "../claim-sql"
import { queueError, type Release, release } from "../release-sql"
import { secondReadOfReturnMs } from "../returns/return-doubt-sql"
import {
  loadWaitingRefund,
  markRefundSent,
  markReturnAttention,
  saveReturn,
  type WaitingRefund,
} from "../returns/return-sql"
import type { FinishedUpdate } from "../update-sql"
import { callOf, givenUp, hasFailedTooLong, noteFailedCall, retryLater } from "./failed-call"
import { doubtTimes, type SenderDeps } from "./sender"
import { SUCCESS, unexpected, unsent } from "./step-result"

/**
 * Sends the refund of one return: read it, compare, send the rest, read it back. What Walmart shows as refunded is never sent again,
 * whoever refunded it.
 * @returns nothing, since no update is finished by it
 */
export async function sendReturnRefund(deps: SenderDeps, owned: Claim): Promise<FinishedUpdate[]> {
  await deps.failpoint("claimed")
  try {
    if (owned.wasInDoubt) await closeStartedCalls(deps.db, owned, doubtTimes(deps))
    await release(deps.db, owned, await sendWaiting(deps, owned))
  } catch (error) {
    await release(deps.db, owned, unexpected(owned, deps.options.settleMs))
    throw error
  }
  return []
}

async function sendWaiting(deps: SenderDeps, owned: Claim): Promise<Release> {
  if (deps.isStopping()) return unsent(owned, owned.refusals, false)
  const waiting = await loadWaitingRefund(deps.db, owned.subjectId)
  if (!waiting) return SUCCESS
  const lines = await readLines(deps, waiting).catch((error: unknown) => failure(error))
  if ("error" in lines) return failedRead(deps, owned, waiting, lines.error)
  await deps.failpoint("order_read")
  const next = nextOf(deps, waiting, lines)
  if (next.done) {
    await markRefundSent(deps.db, owned, waiting.version)
    await deps.failpoint("updates_finished")
    return SUCCESS
  }
  const waitMs = await secondReadOfReturnMs(deps.db, owned, doubtTimes(deps))
  if (waitMs !== null) return { ...IN_DOUBT, delayMs: waitMs, refusals: owned.refusals }
  if ("attention" in next) return askPerson(deps, owned, waiting, next.attention)
  return refund(deps, owned, waiting, next.body)
}

function nextOf(
  { market }: SenderDeps,
  { customerOrderId, wanted }: WaitingRefund,
  lines: ReturnLine[]
) {
  return nextRefund(customerOrderId, lines, wanted, market.returnRefund)
}

function failure(error: unknown): { error: unknown } {
  return { error }
}

/** What Walmart shows of the return now, which is kept. */
async function readLines(deps: SenderDeps, waiting: WaitingRefund): Promise<ReturnLine[]> {
  const readAt = await databaseNow(deps.db)
  const order = await deps.client.returns.get(waiting.returnOrderId)
  const shares = sharesOf(order, deps.market.leastMoney)
  const share = shares.find((one) => one.purchaseOrderId === waiting.purchaseOrderId)
  if (!share) return waiting.lines
  await saveReturn(deps.db, waiting.accountId, share, readAt)
  return share.lines
}

async function refund(
  deps: SenderDeps,
  owned: Claim,
  waiting: WaitingRefund,
  body: object
): Promise<Release> {
  const { db, options, client } = deps
  const attempt = { id: generateEntityId("", "wma"), updateIds: [], endpoint: "returns.refund" }
  // From before the lease is renewed: a process that stood still meanwhile must not send under a lease that has ended.
  const startBy = deps.now() + options.leaseMarginMs
  if (!(await beginCall(db, owned, attempt, options.leaseMs))) return SUCCESS
  await deps.failpoint("call_begun")
  try {
    const call = await client.returns.refund(waiting.returnOrderId, body, startBy)
    await deps.failpoint("call_answered")
    await finishCall(db, attempt.id, { outcome: "applied", call, error: null })
    return readBack(deps, owned, waiting)
  } catch (error) {
    return failedCall(deps, owned, waiting, { error, attemptId: attempt.id })
  }
}

/** A yes counts once the return shows it; until then it is read again after the settle time. */
async function readBack(deps: SenderDeps, owned: Claim, waiting: WaitingRefund): Promise<Release> {
  const lines = await readLines(deps, waiting).catch((error: unknown) => failure(error))
  const isShown = !("error" in lines) && nextOf(deps, waiting, lines).done
  if (!isShown) return { ...IN_DOUBT, delayMs: deps.options.settleMs }
  await markRefundSent(deps.db, owned, waiting.version)
  await deps.failpoint("updates_finished")
  return SUCCESS
}

const IN_DOUBT: Release = {
  delayMs: 0,
  inDoubt: true,
  counts: "none",
  refusals: 0,
  error: queueError("not_seen", [phrase("not_seen", "message_return", {})]),
}

async function failedCall(
  deps: SenderDeps,
  owned: Claim,
  waiting: WaitingRefund,
  { error, attemptId }: { error: unknown; attemptId: string }
): Promise<Release> {
  const { failure: failed, call } = await noteFailedCall(deps, attemptId, error)
  const correlationId = call?.correlationId ?? null
  if (failed.outcome !== "refused") return later(deps, owned, waiting, failed)
  const refusals = owned.refusals + 1
  if (refusals >= deps.options.refusedAttempts)
    return askPerson(deps, owned, waiting, explain(error))
  return retryLater(deps, owned, failed, { inDoubt: false, refusals, correlationId })
}

/** A plain 400 to a read can be an outage too (docs/walmart-api.md, "Outages"); a missing return stays missing. */
async function failedRead(
  deps: SenderDeps,
  owned: Claim,
  waiting: WaitingRefund,
  error: unknown
): Promise<Release> {
  const failed = classify(error)
  if (failed.holdsAccount) await deps.onAccountTrouble(failed)
  const refusals = owned.refusals + (failed.outcome === "refused" ? 1 : 0)
  const isFinal = !(error instanceof RefusedError) || refusals >= deps.options.refusedAttempts
  if (failed.outcome === "refused" && isFinal)
    return askPerson(deps, owned, waiting, explain(error))
  const correlationId = callOf(error)?.correlationId ?? null
  const facts = { inDoubt: owned.wasInDoubt, refusals, correlationId }
  return retryLater(deps, owned, { ...failed, outcome: "not_applied" }, facts)
}

async function later(
  deps: SenderDeps,
  owned: Claim,
  waiting: WaitingRefund,
  failed: Classification
): Promise<Release> {
  const inDoubt = failed.outcome === "unknown"
  if (await hasFailedTooLong(deps, owned, failed)) {
    const given = await askPerson(deps, owned, waiting, givenUp(failed, "remedy_return"))
    return inDoubt ? { ...given, inDoubt, delayMs: deps.options.settleMs } : given
  }
  const { refusals } = owned
  return retryLater(deps, owned, failed, { inDoubt, refusals, correlationId: null })
}

async function askPerson(
  deps: SenderDeps,
  owned: Claim,
  { version }: WaitingRefund,
  attention: Attention
): Promise<Release> {
  await markReturnAttention(deps.db, owned, version, attention)
  return { ...SUCCESS, error: queueError(attention.code, wordsOf(attention).message) }
}
