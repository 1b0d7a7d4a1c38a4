import type { LineUnits } from "../updates/payloads/payload-parts"
import type { PlanInput, WalmartSide } from "../updates/model/sides"
import { checkReason, customerAskedForAll } from "../markets/markets"
import { openQuantity } from "../orders/order"
import { type Problem, shownValue } from "../common/problem"
import { inARow, type Phrase, phrases } from "../words/phrase"
import { unitsIn } from "../updates/payloads/units-in"

/** What may happen when staff cancel some units of an order. */
export type LineCancellationCheck =
  /** `left`: units each named line keeps in Medusa; `reason`: what Walmart is given, null when it has nothing to cancel. */
  | { allowed: true; left: LineUnits[]; reason: string | null }
  | { allowed: false; refusal: Phrase[] }

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
  if (input.walmart.readOnly) return { allowed: false, refusal: READ_ONLY }
  if (input.medusa.canceledAt !== null) return { allowed: false, refusal: canceled(input) }
  const refusal = lines.flatMap((units) => unitsRefusal(input, units))
  if (refusal.length > 0) return { allowed: false, refusal }
  const left = lines.map(({ lineNumber, quantity }) => ({
    lineNumber,
    quantity: presentUnits(input, lineNumber) - quantity,
  }))
  if (isEverything(input, left)) return { allowed: false, refusal: EVERYTHING }
  const given = reasonFor(input, lines, reason)
  if (given.problem) return { allowed: false, refusal: inARow(given.problem) }
  return { allowed: true, left, reason: given.reason }
}

const READ_ONLY = phrases("fulfilled_by_others", {})

const EVERYTHING = phrases("cancel_everything", {})

function canceled({ walmart }: PlanInput): Phrase[] {
  return phrases("cancel_done", { order: walmart.purchaseOrderId })
}

/** Empty where these units may be canceled. */
function unitsRefusal(input: PlanInput, { lineNumber, quantity: units }: LineUnits): Phrase[] {
  const line = input.walmart.lines.find((known) => known.lineNumber === lineNumber)
  if (!line) return unknownLine(input, lineNumber)
  const refusal = (left: number, needed: number, why: "" | "fulfilled" | "shipped") =>
    phrases("cancel_too_many", { line: lineNumber, left, units: needed }, why)
  const present = presentUnits(input, lineNumber)
  if (units > present) return refusal(present, units, "")
  const free = present - fulfilledUnits(input, lineNumber)
  if (units > free) return refusal(free, units, "fulfilled")
  const needed = neededAtWalmart(line, present, units)
  const open = openQuantity(line.quantities)
  return needed <= open ? [] : refusal(open, needed, "shipped")
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

function unknownLine({ walmart }: PlanInput, lineNumber: string): Phrase[] {
  const lines = { or: walmart.lines.map((line) => line.lineNumber) }
  const about = { order: walmart.purchaseOrderId, line: shownValue(lineNumber), lines }
  return phrases("cancel_line_unknown", about)
}

function presentUnits({ medusa }: PlanInput, lineNumber: string): number {
  return medusa.items.find((item) => item.lineNumber === lineNumber)?.quantity ?? 0
}

function fulfilledUnits({ medusa }: PlanInput, lineNumber: string): number {
  const present = medusa.fulfillments.filter(({ canceledAt }) => canceledAt === null)
  return unitsIn(present, lineNumber)
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
