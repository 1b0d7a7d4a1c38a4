import type { LineUnits } from "../updates/payloads/payload-parts"
import type { PlanInput, WalmartSide } from "../updates/model/sides"
import { checkReason, customerAskedForAll } from "../markets/markets"
import { openQuantity } from "../orders/order"
import { listOf, type Problem, problemText, shownValue } from "../common/problem"

/** What may happen when staff cancel some units of an order. */
export type LineCancellationCheck =
  /** `left`: units each named line keeps in Medusa; `reason`: what Walmart is given, null when it has nothing to cancel. */
  | { allowed: true; left: LineUnits[]; reason: string | null }
  | { allowed: false; refusals: string[] }

/**
 * Decides whether these units may be taken out of the order and canceled at Walmart. Units that Walmart has canceled already
 * may be taken out too; then nothing is told. Pure.
 * @param reason chosen for this cancellation; null takes the one of the order, the customer's own, or the account's default
 */
export function checkLineCancellation(
  input: PlanInput,
  lines: LineUnits[],
  reason: string | null
): LineCancellationCheck {
  if (input.walmart.readOnly) return { allowed: false, refusals: [READ_ONLY] }
  if (input.medusa.canceledAt !== null) return { allowed: false, refusals: [CANCELED] }
  const refusals = lines.flatMap((units) => unitsRefusal(input, units) ?? [])
  if (refusals.length > 0) return { allowed: false, refusals }
  const left = lines.map(({ lineNumber, quantity }) => ({
    lineNumber,
    quantity: presentUnits(input, lineNumber) - quantity,
  }))
  if (isEverything(input, left)) return { allowed: false, refusals: [EVERYTHING] }
  const given = reasonFor(input, lines, reason)
  if (given.problem) return { allowed: false, refusals: [problemText(given.problem)] }
  return { allowed: true, left, reason: given.reason }
}

const READ_ONLY =
  "This order is fulfilled by Walmart (WFS) or a logistics partner (3PL). It cannot be canceled here; ask Walmart's seller support."

const CANCELED = "This order is canceled in Medusa already. There is nothing to do."

const EVERYTHING =
  "These are all units that are left of the order. Cancel the whole order instead: leave the lines out."

function unitsRefusal(input: PlanInput, { lineNumber, quantity }: LineUnits): string | null {
  const line = input.walmart.lines.find((known) => known.lineNumber === lineNumber)
  if (!line) return unknownText(input, lineNumber)
  const present = presentUnits(input, lineNumber)
  if (quantity > present) {
    return `Line ${lineNumber} has ${present} unit(s) left in Medusa, so ${quantity} cannot be canceled. Cancel ${present} at most.`
  }
  const free = present - fulfilledUnits(input, lineNumber)
  if (quantity > free) return fulfilledText(lineNumber, quantity, free)
  const needed = neededAtWalmart(line, present, quantity)
  const open = openQuantity(line.quantities)
  if (needed <= open) return null
  return `Walmart shows ${open} open unit(s) of line ${lineNumber}, and ${needed} would have to be canceled; the others are shipped there. What is shipped can only be refunded. Refresh the order and choose fewer.`
}

/** How much of a line can be canceled. Units. */
export interface CancelableLine {
  lineNumber: string
  /** Open at Walmart. */
  open: number
  /** Left of it in Medusa. */
  left: number
  cancelable: number
}

/** What of each line {@link checkLineCancellation} would let go, in the order of Walmart's lines. Pure. */
export function cancelableLines(input: PlanInput): CancelableLine[] {
  const isOver = input.walmart.readOnly || input.medusa.canceledAt !== null
  return input.walmart.lines.map((line) => {
    const { lineNumber, quantities } = line
    const open = openQuantity(quantities)
    const left = presentUnits(input, lineNumber)
    const free = left - fulfilledUnits(input, lineNumber)
    const most = Math.min(free, open - neededAtWalmart(line, left, 0))
    return { lineNumber, open, left, cancelable: isOver ? 0 : Math.max(0, most) }
  })
}

function unknownText({ walmart }: PlanInput, lineNumber: string): string {
  const known = listOf(walmart.lines.map((line) => line.lineNumber))
  return `Order ${walmart.purchaseOrderId} has no line "${shownValue(lineNumber)}" in Medusa. Use ${known}.`
}

function fulfilledText(lineNumber: string, quantity: number, free: number): string {
  return (
    `Line ${lineNumber} has ${free} unit(s) that are in no fulfillment, so ${quantity} cannot be canceled. ` +
    "Cancel the fulfillment that holds them first, or choose fewer; what is shipped can only be refunded."
  )
}

function presentUnits({ medusa }: PlanInput, lineNumber: string): number {
  return medusa.items.find((item) => item.lineNumber === lineNumber)?.quantity ?? 0
}

function fulfilledUnits({ medusa }: PlanInput, lineNumber: string): number {
  return medusa.fulfillments
    .filter(({ canceledAt }) => canceledAt === null)
    .flatMap(({ lines }) => lines)
    .filter((units) => units.lineNumber === lineNumber)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}

/** Units that Walmart must cancel beyond those it has, with earlier ones that are still on their way. */
function neededAtWalmart(line: WalmartSide["lines"][number], present: number, quantity: number) {
  return line.quantity - present + quantity - line.quantities.canceled
}

function isEverything(input: PlanInput, left: LineUnits[]): boolean {
  const isStanding = input.medusa.fulfillments.some(({ canceledAt }) => canceledAt === null)
  const kept = input.medusa.items.map(
    (item) => left.find(({ lineNumber }) => lineNumber === item.lineNumber) ?? item
  )
  return !isStanding && kept.every(({ quantity }) => quantity === 0)
}

function reasonFor(
  input: PlanInput,
  lines: LineUnits[],
  given: string | null
): { reason: string | null; problem: Problem | null } {
  const named = input.walmart.lines.filter((line) => {
    const units = lines.find(({ lineNumber }) => lineNumber === line.lineNumber)
    const present = presentUnits(input, line.lineNumber)
    return units !== undefined && neededAtWalmart(line, present, units.quantity) > 0
  })
  if (named.length === 0) return { reason: null, problem: null }
  const customerAsked = customerAskedForAll(named)
  const own = input.market.cancellationReasons.find((known) => known.onlyWhenCustomerAsked)
  const { reason: chosen, defaultReason } = input.medusa
  const asked = customerAsked ? (own?.code ?? null) : null
  const reason = (given ?? chosen ?? asked ?? defaultReason)?.trim() ?? null
  return { reason, problem: checkReason(input.market, reason, { customerAsked }) }
}
