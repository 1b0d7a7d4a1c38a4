import { generateEntityId } from "@medusajs/framework/utils"
import type { CallRecord } from "../../../../walmart/api/errors/errors"
import { beginCall, closeStartedCalls, finishCall, type StartedAttempt } from "../attempt-sql"
import type { Claim } from "../claim-sql"
import { type Release, release } from "../release-sql"
import type { FinishedUpdate } from "../update-sql"
import { doubtTimes, type SenderDeps } from "./sender"
import { unexpected } from "./step-result"

/** What came of sending for a subject, and how its queue is given back. */
export interface Sent {
  finished: FinishedUpdate[]
  release: Release
}

/**
 * What every sender does around its work: it settles the calls of an owner that died, and gives the queue back in every case, except when
 * the process dies or the lease is lost.
 * @returns the updates that were finished
 * @throws whatever the work throws, after the queue was given back
 */
export async function sending(
  deps: SenderDeps,
  owned: Claim,
  work: () => Promise<Sent>
): Promise<FinishedUpdate[]> {
  await deps.failpoint("claimed")
  try {
    if (owned.wasInDoubt) await closeStartedCalls(deps.db, owned, doubtTimes(deps))
    const sent = await work()
    await release(deps.db, owned, sent.release)
    return sent.finished
  } catch (error) {
    await release(deps.db, owned, unexpected(owned, deps.options.settleMs))
    throw error
  }
}

/** A call that was written down and may be made. */
export interface BegunCall {
  /** Of its attempt. */
  id: string
  /** The database's time before the call. */
  begunAt: Date
  /** Latest moment at which it may still go out, by the process's clock. */
  startBy: number
}

/**
 * Renews the lease and writes a call down, before it is made.
 * @returns null when nothing may be sent, as {@link beginCall} says; giving the queue back then does nothing without the lease
 */
export async function begin(
  deps: SenderDeps,
  owned: Claim,
  call: Omit<StartedAttempt, "id">
): Promise<BegunCall | null> {
  const id = generateEntityId("", "wma")
  // From before the lease is renewed: a process that stood still meanwhile must not send under a lease that has ended.
  const startBy = deps.now() + deps.options.leaseMarginMs
  const begunAt = await beginCall(deps.db, owned, { ...call, id }, deps.options.leaseMs)
  if (begunAt === null) return null
  await deps.failpoint("call_begun")
  return { id, begunAt, startBy }
}

/** Writes down that Walmart said yes to a call that finishes no update, which ends the account's trouble as well. */
export async function noteApplied(
  { db, onApplied }: Pick<SenderDeps, "db" | "onApplied">,
  attemptId: string,
  call: CallRecord
): Promise<void> {
  await finishCall(db, attemptId, { outcome: "applied", call, error: null })
  onApplied?.()
}
