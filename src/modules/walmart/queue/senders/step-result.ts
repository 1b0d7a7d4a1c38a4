import type { CallRecord } from "../../../../walmart/api/errors/errors"
import type { NextCall, NextAction } from "../../../../walmart/updates/model/next-action"
import type { Attention } from "../../../../walmart/updates/model/update"
import { phrase, say } from "../../../../walmart/words/phrase"
import type { FinishedAttempt } from "../attempt-sql"
import type { Claim } from "../claim-sql"
import { queueError, type Release } from "../release-sql"

/** A fault of the plugin or the database: the order is read again after the settle time; other orders are not affected. */
export function unexpected({ refusals }: Claim, delayMs: number): Release {
  const error = queueError("unexpected", [phrase("unexpected", "message", {})])
  return { delayMs, inDoubt: true, counts: "failure", refusals, error }
}

/** What a turn of the loop decided: go on, or stop and give the queue back so. */
export type StepResult = { next: "continue" } | { next: "stop"; release: Release }

/** Reads and compares once more. */
export const CONTINUE: StepResult = { next: "continue" }

/** Ends the loop. */
export function stop(how: Release): StepResult {
  return { next: "stop", release: how }
}

/** Nothing is wrong. */
export const SUCCESS: Release = {
  delayMs: 0,
  inDoubt: false,
  counts: "reset",
  refusals: 0,
  error: null,
}

/**
 * Left for another process to go on with at once, as it was claimed.
 * @param hasSent something was sent, which ends a series of failures
 */
export function unsent({ wasInDoubt }: Claim, refusals: number, hasSent: boolean): Release {
  const counts = hasSent ? "reset" : "none"
  return { delayMs: 0, inDoubt: wasInDoubt, counts, refusals, error: null }
}

/** Another process owns the queue now; nothing is left to give back. */
export const LOST = stop(SUCCESS)

const NOT_SHOWN = queueError("not_shown", [phrase("not_shown", "message", {})])

/** A yes that Walmart's order does not show is not a yes yet: it is read again after the settle time. */
export function notShown(settleMs: number, refusals: number): StepResult {
  return stop({ delayMs: settleMs, inDoubt: true, counts: "attempt", refusals, error: NOT_SHOWN })
}

const UNSEEN = queueError("not_seen", [phrase("not_seen", "message", {})])

/** A call in doubt is not repeated yet. */
export function unseen(delayMs: number, refusals: number): StepResult {
  return stop({ delayMs, inDoubt: true, counts: "none", refusals, error: UNSEEN })
}

/**
 * Whether a call has had an effect.
 * @param after next step by the order of the answer, under the same limits as the call, so that any difference is progress
 */
export function hasProgressed(after: NextAction, call: NextCall): boolean {
  return after.done.length > 0 || JSON.stringify(after.call?.body) !== JSON.stringify(call.body)
}

/** How a call ended that Walmart said yes to. */
export function ended(isShown: boolean, call: CallRecord): FinishedAttempt {
  return { outcome: isShown ? "applied" : "unknown", call, error: isShown ? null : NOT_SHOWN }
}

/** Why an acknowledgment is not sent any more. */
export const MOOT =
  "Walmart takes no acknowledgment once a part of the order is shipped or canceled there; the rest is shipped or canceled without one."

/** Why another version's update is not sent. */
export const FOREIGN_VERSION: Attention = say("payload_version", {})
