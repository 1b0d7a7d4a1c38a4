import { MedusaError } from "@medusajs/framework/utils"
import type { InterventionOutcome } from "../../modules/walmart/queue/intervene-sql"
import { Refusal } from "../../modules/walmart/common/refusal"
import { WalmartError } from "../../walmart/api/errors/errors"
import { explain } from "../../walmart/updates/outcome"
import { type Problem } from "../../walmart/common/problem"
import { inARow, type Phrase, phrases } from "../../walmart/words/phrase"

/*
 * Errors as staff read them. Only types whose message Medusa passes on are used. Every message says what is wrong, with which
 * value, and what to do now.
 */

/** The state of things forbids it. */
export function notAllowed(said: Phrase[]): Refusal {
  return new Refusal(MedusaError.Types.NOT_ALLOWED, said)
}

/** What was given cannot be taken. */
export function invalid(said: Phrase[]): Refusal {
  return new Refusal(MedusaError.Types.INVALID_DATA, said)
}

/** What was given cannot be taken, for reasons of which each has its remedy. */
export function invalidBy(problems: Problem[], ...more: Phrase[]): Refusal {
  return invalid([...problems.flatMap(inARow), ...more])
}

/** There is no such thing. */
export function notFound(said: Phrase[]): Refusal {
  return new Refusal(MedusaError.Types.NOT_FOUND, said)
}

/** A call to Walmart failed; says so in the words of its explanation. @throws whatever is not a failed call */
export function callFailed(error: unknown): Refusal {
  if (!(error instanceof WalmartError)) throw error
  return notAllowed(inARow(explain(error)))
}

/** Why a person's decision about an update was not taken; null when it was. */
export function interventionRefusal(
  update: { id: string; status: string },
  outcome: InterventionOutcome
): Refusal | null {
  const { id } = update
  switch (outcome) {
    case "done":
      return null
    case "busy":
      return notAllowed(phrases("update_busy", { id }))
    case "changed":
      return notAllowed(phrases("update_changed", { id }))
    case "not_found":
      return notFound(phrases("update_unknown", { id }, "reload"))
    case "finished":
      return settledRefusal(update)
  }
}

/** Only what was dismissed can be taken up again. */
export function notDismissed({ id, status }: { id: string; status: string }): Refusal {
  const how = status === "sent" || status === "superseded" ? status : ""
  return notAllowed(phrases("update_not_dismissed", { id }, how))
}

/** Nothing can be changed about an update that has left the queue. */
export function settledRefusal({ id, status }: { id: string; status: string }): Refusal {
  const how = status === "sent" || status === "dismissed" || status === "superseded" ? status : ""
  return notAllowed(phrases("update_finished", { id }, how))
}
