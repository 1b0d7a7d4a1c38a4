import { RefusedError } from "../../../../walmart/api/errors/errors"
import { sharesOf } from "../../../../walmart/returns/plan-return"
import { isReturnBehind } from "../../../../walmart/returns/behind"
import {
  mostWanted,
  type NextRefund,
  nextRefund,
  UNSHOWN_REFUND,
} from "../../../../walmart/returns/wanted-refund"
import type { ReturnLine } from "../../../../walmart/orders/return-order"
import type { Attention } from "../../../../walmart/updates/model/update"
import { type Classification, classify, explain } from "../../../../walmart/updates/outcome"
import { databaseNow } from "../../orders/order-sql"
import { phrase, say, wordsOf } from "../../../../walmart/words/phrase"
import type { Claim } from "../claim-sql"
import { queueError, type Release } from "../release-sql"
import { secondReadOfReturnMs } from "../returns/return-doubt-sql"
import { saveReturn } from "../returns/return-sql"
import {
  loadWaitingRefund,
  markRefundSent,
  markReturnAttention,
  noteAccepted,
  type WaitingRefund,
} from "../returns/waiting-refund-sql"
import type { FinishedUpdate } from "../update-sql"
import {
  callOf,
  givenUp,
  hasFailedTooLong,
  nextLookMs,
  noteFailedCall,
  type RetryFacts,
  retryLater,
} from "./failed-call"
import { doubtTimes, type SenderDeps } from "./sender"
import { begin, noteApplied, sending } from "./sending"
import { SUCCESS, unsent } from "./step-result"

/**
 * Sends the refund of one return: read it, compare, send the rest, read it back. What Walmart shows as refunded is never sent again,
 * whoever refunded it.
 * @returns nothing, since no update is finished by it
 */
export async function sendReturnRefund(deps: SenderDeps, owned: Claim): Promise<FinishedUpdate[]> {
  return sending(deps, owned, async () => {
    return { finished: [], release: await sendWaiting(deps, owned) }
  })
}

async function sendWaiting(deps: SenderDeps, owned: Claim): Promise<Release> {
  if (deps.isStopping()) return unsent(owned, owned.refusals, false)
  const waiting = await loadWaitingRefund(deps.db, owned.subjectId)
  if (!waiting) return SUCCESS
  const read = await readReturn(deps, waiting).catch((error: unknown) => ({ error }))
  if ("error" in read) return failedRead(deps, owned, waiting, read.error)
  await deps.failpoint("order_read")
  const next = nextOf(deps, waiting, read)
  if (next.done) return shown(deps, owned, waiting)
  const refusals = owned.refusals + 1
  if (read.isOld && refusals < deps.options.refusedAttempts) {
    return {
      ...SHOWN_OLD,
      ...{ delayMs: deps.options.settleMs, inDoubt: owned.wasInDoubt, refusals },
    }
  }
  const waitMs = await secondReadOfReturnMs(deps.db, owned, doubtTimes(deps))
  if (waitMs !== null) return { ...IN_DOUBT, delayMs: waitMs, refusals: owned.refusals }
  if ("attention" in next) return askPerson(deps, owned, waiting, next.attention)
  if ("isAccepted" in next) return unshown(deps, owned, waiting)
  return refund(deps, owned, waiting, next)
}

function nextOf({ market }: SenderDeps, waiting: WaitingRefund, { lines }: ReadReturn): NextRefund {
  return nextRefund(waiting, lines, market.returnRefund)
}

/** What Walmart has shown of a return's lines until now. */
interface ReadReturn {
  lines: ReturnLine[]
  /** This time it showed an older state. */
  isOld: boolean
}

/** What Walmart shows of the return now, which is kept. */
async function readReturn(deps: SenderDeps, waiting: WaitingRefund): Promise<ReadReturn> {
  const readAt = await databaseNow(deps.db)
  const order = await deps.client.returns.get(waiting.returnOrderId)
  const shares = sharesOf(order, deps.market.leastMoney)
  const share = shares.find((one) => one.purchaseOrderId === waiting.purchaseOrderId)
  if (!share) return { lines: [], isOld: true }
  const { lines } = await saveReturn(deps.db, waiting.accountId, share, readAt)
  return { lines, isOld: isReturnBehind(share.lines, { ...waiting, kept: lines }) }
}

/** Walmart shows all that was wanted. */
async function shown(
  { db, failpoint }: SenderDeps,
  owned: Claim,
  { version }: WaitingRefund
): Promise<Release> {
  await markRefundSent(db, owned, version)
  await failpoint("updates_finished")
  return SUCCESS
}

async function refund(
  deps: SenderDeps,
  owned: Claim,
  waiting: WaitingRefund,
  { body, accepts }: Extract<NextRefund, { body: object }>
): Promise<Release> {
  const { db, client } = deps
  const begun = await begin(deps, owned, { updateIds: [], endpoint: "returns.refund" })
  if (begun === null) return SUCCESS
  try {
    const call = await client.returns.refund(waiting.returnOrderId, body, begun.startBy)
    await deps.failpoint("call_answered")
    await noteAccepted(db, waiting.id, accepts)
    await noteApplied(deps, begun.id, call)
    const accepted = mostWanted(waiting.accepted, accepts)
    return readBack(deps, owned, { ...waiting, accepted })
  } catch (error) {
    return failedCall(deps, owned, waiting, { error, attemptId: begun.id })
  }
}

/** A yes counts once the return shows it; until then it is read again after the settle time. */
async function readBack(deps: SenderDeps, owned: Claim, waiting: WaitingRefund): Promise<Release> {
  const read = await readReturn(deps, waiting).catch((error: unknown) => ({ error }))
  if (!("error" in read) && nextOf(deps, waiting, read).done) return shown(deps, owned, waiting)
  return { ...NOT_SHOWN, counts: "reset", delayMs: deps.options.settleMs }
}

/** Money is not given back a second time because Walmart is slow to show the first; after a while a person is asked. */
async function unshown(deps: SenderDeps, owned: Claim, waiting: WaitingRefund): Promise<Release> {
  const delayMs = await nextLookMs(deps, owned)
  if (delayMs === null) return askPerson(deps, owned, waiting, UNSHOWN)
  return { ...NOT_SHOWN, delayMs, refusals: owned.refusals }
}

const UNSHOWN: Attention = say(UNSHOWN_REFUND, {})

const NOT_SHOWN: Release = {
  delayMs: 0,
  inDoubt: true,
  counts: "attempt",
  refusals: 0,
  error: queueError("not_shown", [phrase("not_shown", "message_return", {})]),
}

const SHOWN_OLD: Release = {
  ...NOT_SHOWN,
  error: queueError("shown_old", [phrase("shown_old", "message_return", {})]),
}

const IN_DOUBT: Release = {
  ...NOT_SHOWN,
  counts: "none",
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
  if (failed.outcome !== "refused") {
    const inDoubt = failed.outcome === "unknown"
    const facts = { inDoubt, refusals: owned.refusals, correlationId }
    return later(deps, owned, waiting, { failed, facts })
  }
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
  return later(deps, owned, waiting, { failed: { ...failed, outcome: "not_applied" }, facts })
}

/** Tries again later, or asks a person when it has failed for too long. */
async function later(
  deps: SenderDeps,
  owned: Claim,
  waiting: WaitingRefund,
  { failed, facts }: { failed: Classification; facts: RetryFacts }
): Promise<Release> {
  const { inDoubt } = facts
  if (await hasFailedTooLong(deps, owned, failed)) {
    const given = await askPerson(deps, owned, waiting, givenUp(failed, "remedy_return"))
    return inDoubt ? { ...given, inDoubt, delayMs: deps.options.settleMs } : given
  }
  return retryLater(deps, owned, failed, facts)
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
