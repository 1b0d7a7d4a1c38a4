import type { PlanInput } from "../updates/model/sides"
import { reasonOf } from "../updates/model/chosen-reason"
import { checkReason, customerAskedForAll, offeredReasons } from "../markets/markets"
import { goneQuantity, openQuantity } from "../orders/order"
import { problemText } from "../common/problem"

/** What may happen when staff cancel a whole order. */
export type CancellationCheck =
  { allowed: true; reason: string } | { allowed: false; refusal: string }

/**
 * Decides whether a whole order may be canceled now, and with which reason. Pure.
 * @param actorId who cancels; null when anyone may
 */
export function checkCancellation(
  { walmart, medusa, market }: PlanInput,
  actorId: string | null = null
): CancellationCheck {
  if (walmart.readOnly) return { allowed: false, refusal: READ_ONLY }
  const gone = walmart.lines.find(({ quantities }) => goneQuantity(quantities) > 0)
  if (gone) return { allowed: false, refusal: shippedText(gone.lineNumber) }
  const open = walmart.lines.filter(({ quantities }) => openQuantity(quantities) > 0)
  const customerAsked = customerAskedForAll(open)
  const offered = offeredReasons(market, { customerAsked })
  const preselected = offered.find((reason) => reason.preselected)?.code
  const reason = reasonOf(medusa, actorId).reason ?? preselected ?? medusa.defaultReason
  if (open.length === 0) return { allowed: true, reason: reason ?? "" }
  if (reason === null) return { allowed: false, refusal: NO_REASON }
  const problem = checkReason(market, reason, { customerAsked })
  return problem ? { allowed: false, refusal: problemText(problem) } : { allowed: true, reason }
}

const READ_ONLY =
  "This order is fulfilled by Walmart (WFS) or a logistics partner (3PL). It cannot be canceled here; ask Walmart's seller support."

function shippedText(lineNumber: string): string {
  return (
    `Walmart shows line ${lineNumber} as shipped, and what is shipped cannot be canceled. ` +
    "Refund it, or cancel only the lines that are still open by editing the order."
  )
}

/** Medusa shows a refusal as a message that goes away: one sentence, and the reasons stand where it leads to. */
const NO_REASON = "Choose a cancellation reason in the Walmart box first, then cancel again."
