import { MedusaError } from "@medusajs/framework/utils"
import type { InterventionOutcome } from "../../modules/walmart/queue/intervene-sql"
import { WalmartError } from "../../walmart/api/errors/errors"
import { explain } from "../../walmart/updates/outcome"
import { type Problem, problemText } from "../../walmart/common/problem"
import { ownValue } from "../../walmart/common/own-value"

/*
 * Errors as staff read them. Only types whose message Medusa passes on are used. Every message says what is wrong, with which
 * value, and what to do now.
 */

/** The state of things forbids it. */
export function notAllowed(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}

/** What was given cannot be taken. */
export function invalid(...problems: (Problem | string)[]): MedusaError {
  const texts = problems.map((problem) =>
    typeof problem === "string" ? problem : problemText(problem)
  )
  return new MedusaError(MedusaError.Types.INVALID_DATA, texts.filter(Boolean).join(" "))
}

/** There is no such thing. */
export function notFound(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_FOUND, message)
}

/** A call to Walmart failed; says so in the words of its explanation. @throws whatever is not a failed call */
export function callFailed(error: unknown): MedusaError {
  if (!(error instanceof WalmartError)) throw error
  const { message, remedy } = explain(error)
  return notAllowed(`${message} ${remedy}`)
}

/** Why a person's decision about an update was not taken; null when it was. */
export function interventionRefusal(
  update: { id: string; status: string },
  outcome: InterventionOutcome
): MedusaError | null {
  switch (outcome) {
    case "done":
      return null
    case "busy":
      return notAllowed(
        `Update ${update.id} is being sent right now, or Walmart's answer to it is still awaited. Try again in a moment.`
      )
    case "not_found":
      return notFound(`There is no update "${update.id}". Reload the page and choose another one.`)
    case "finished":
      return settledRefusal(update)
  }
}

/** Only what was dismissed can be taken up again. */
export function notDismissed({ id, status }: { id: string; status: string }): MedusaError {
  const what = ownValue(FINISHED, status) ?? "waiting to be sent"
  return notAllowed(
    `Update ${id} is not dismissed but ${what}, so there is nothing to undo. Reload.`
  )
}

/** Nothing can be changed about an update that has left the queue. */
export function settledRefusal({ id, status }: { id: string; status: string }): MedusaError {
  const what = ownValue(FINISHED, status) ?? "finished"
  return notAllowed(`Update ${id} is already ${what}, so nothing can be changed about it. Reload.`)
}

const FINISHED: Record<string, string> = {
  sent: "sent to Walmart",
  dismissed: "dismissed",
  superseded: "no longer wanted",
}
