import type { PlanInput } from "../updates/model/sides"
import { reasonOf } from "../updates/model/chosen-reason"
import { checkReason, customerAskedForAll, offeredReasons } from "../markets/markets"
import { goneUnits, openQuantity } from "../orders/order"
import { inARow, type Phrase, phrase, phrases } from "../words/phrase"

/** What may happen when staff cancel a whole order. */
export type CancellationCheck =
  { allowed: true; reason: string } | { allowed: false; refusal: Phrase[] }

/**
 * Decides whether a whole order may be canceled now, and with which reason. Pure.
 * @param actorId who cancels; null when anyone may
 */
export function checkCancellation(
  { walmart, medusa, market }: PlanInput,
  actorId: string | null = null
): CancellationCheck {
  if (walmart.readOnly) return { allowed: false, refusal: READ_ONLY }
  const gone = walmart.lines.find((line) => goneUnits(line.quantity, line.quantities) > 0)
  if (gone) return { allowed: false, refusal: shipped(gone.lineNumber) }
  const open = walmart.lines.filter(({ quantities }) => openQuantity(quantities) > 0)
  const customerAsked = customerAskedForAll(open)
  const offered = offeredReasons(market, { customerAsked })
  const preselected = offered.find((reason) => reason.preselected)?.code
  const reason = reasonOf(medusa, actorId).reason ?? preselected ?? medusa.defaultReason
  if (open.length === 0) return { allowed: true, reason: reason ?? "" }
  if (reason === null) return { allowed: false, refusal: NO_REASON }
  const problem = checkReason(market, reason, { customerAsked })
  return problem ? { allowed: false, refusal: inARow(problem) } : { allowed: true, reason }
}

const READ_ONLY = phrases("fulfilled_by_others", {})

function shipped(line: string): Phrase[] {
  return phrases("cancel_shipped_line", { line })
}

/** Medusa shows a refusal as a message that goes away: one sentence, and the reasons stand where it leads to. */
const NO_REASON = [phrase("reason_missing", "remedy_first", {})]
