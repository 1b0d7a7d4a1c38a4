import { type CallRecord, WalmartError } from "../../../../walmart/api/errors/errors"
import {
  type Classification,
  classify,
  nextDelayMs,
  SHOWN_WITHIN_MS,
} from "../../../../walmart/updates/outcome"
import type { Attention } from "../../../../walmart/updates/model/update"
import { phrase, saying } from "../../../../walmart/words/phrase"
import type { UPDATE_TEXTS } from "../../../../walmart/words/texts/update-texts"
import { discardCall, finishCall } from "../attempt-sql"
import type { Claim } from "../claim-sql"
import { failingForMs, queueError, type Release } from "../release-sql"
import type { SenderDeps } from "./sender"

/** How a call failed, and the call; null when none of Walmart's was made. */
export interface FailedCall {
  failure: Classification
  call: CallRecord | null
}

/**
 * Writes down that a call failed, and holds the account's sends when its keys or permissions did. A call that our own rate limit
 * held back is discarded, because none was made.
 */
export async function noteFailedCall(
  { db, onAccountTrouble }: Pick<SenderDeps, "db" | "onAccountTrouble">,
  attemptId: string,
  error: unknown
): Promise<FailedCall> {
  const failure = classify(error)
  const call = callOf(error)
  if (failure.outcome === "throttled" && call?.status === null) await discardCall(db, attemptId)
  else
    await finishCall(db, attemptId, {
      ...{ outcome: failure.outcome, call },
      error: queueError(failure.code, failure.said),
    })
  if (failure.holdsAccount) await onAccountTrouble(failure)
  return { failure, call }
}

/** The call that a failure is about; null when it was none of Walmart's. */
export function callOf(error: unknown): CallRecord | null {
  return error instanceof WalmartError ? error.facts : null
}

/** Whether a subject has failed for longer than it is retried. */
export async function hasFailedTooLong(
  { db, options }: Pick<SenderDeps, "db" | "options">,
  { subjectId }: Claim,
  { counts }: Classification
): Promise<boolean> {
  const age = await failingForMs(db, subjectId)
  return counts !== "none" && age > options.giveUpAfterMs
}

/** When what Walmart said yes to and does not show is read again, in milliseconds; null once a person is to be asked. */
export async function nextLookMs(
  { db, options, random }: Pick<SenderDeps, "db" | "options" | "random">,
  { subjectId, attempts }: Claim
): Promise<number | null> {
  if ((await failingForMs(db, subjectId)) > SHOWN_WITHIN_MS) return null
  return Math.max(options.settleMs, nextDelayMs({ attempts: attempts + 1, random }))
}

/** What a person can do about what was tried for as long as it may be. */
export function givenUp(
  { code, said }: Classification,
  remedy: keyof (typeof UPDATE_TEXTS)["given_up"]
): Attention {
  return { code, ...saying({ message: said, remedy: [phrase("given_up", remedy, {})] }) }
}

/** What the sender knows of a failure besides its class. */
export interface RetryFacts extends Pick<Release, "inDoubt" | "refusals"> {
  correlationId: string | null
}

/** Gives the queue back for another try: after a back-off, or as long as Walmart said; never before an unknown outcome has settled. */
export function retryLater(
  { options, random }: Pick<SenderDeps, "options" | "random">,
  owned: Claim,
  failure: Classification,
  { inDoubt, refusals, correlationId }: RetryFacts
): Release {
  const backOff = failure.waitMs ?? nextDelayMs({ attempts: owned.attempts + 1, random })
  const { code, said, counts } = failure
  return {
    delayMs: failure.outcome === "unknown" ? Math.max(options.settleMs, backOff) : backOff,
    inDoubt,
    counts,
    refusals,
    error: queueError(code, said, correlationId),
  }
}
