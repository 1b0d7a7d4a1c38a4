import type { CallRecord } from "../../../../walmart/api/errors/errors"
import type { NextCall, NextAction } from "../../../../walmart/updates/model/next-action"
import type { Attention } from "../../../../walmart/updates/model/update"
import { phrase, say, textIn } from "../../../../walmart/words/phrase"
import { type FinishedAttempt, NOT_SHOWN_CODE } from "../attempt-sql"
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
 * Left for whoever claims it next, this process or another, as it was claimed.
 * @param hasSent something was sent, which ends a series of failures
 */
export function unsent({ wasInDoubt }: Claim, refusals: number, hasSent: boolean): Release {
  const counts = hasSent ? "reset" : "none"
  return { delayMs: 0, inDoubt: wasInDoubt, counts, refusals, error: null }
}

const NOT_SHOWN = queueError(NOT_SHOWN_CODE, [phrase("not_shown", "message", {})])

/** What a person is asked about a yes that Walmart's order has not shown for long. */
export const NEVER_SHOWN: Attention = say("not_shown", {}, "never")

/** A yes that Walmart's order does not show is not a yes yet: it is read again after the settle time. */
export function notShown(settleMs: number, refusals: number): StepResult {
  return stop({ delayMs: settleMs, inDoubt: true, counts: "attempt", refusals, error: NOT_SHOWN })
}

const SHOWN_OLD = queueError("shown_old", [phrase("shown_old", "message", {})])

/** Walmart shows the order as it was before: it is read again after the settle time. */
export function shownOld(
  { wasInDoubt: inDoubt }: Claim,
  settleMs: number,
  refusals: number
): StepResult {
  return stop({ delayMs: settleMs, inDoubt, counts: "attempt", refusals, error: SHOWN_OLD })
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
export const MOOT = textIn([phrase("acknowledgment_moot", "message", {})])

/** Why another version's update is not sent. */
export const FOREIGN_VERSION: Attention = say("payload_version", {})
