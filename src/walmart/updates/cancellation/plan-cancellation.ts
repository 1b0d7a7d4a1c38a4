import { type MedusaOrder, MIRRORED_BY, type PlanInput, type WalmartSide } from "../model/sides"
import { cancellationsIn } from "../model/known-payloads"
import { highestTotal, mirroredCanceled } from "./cancellation"
import type { CanceledUnits, CancellationPayload } from "../payloads/cancellation-payload"
import { reasonOf } from "../model/chosen-reason"
import { checkReason, customerAskedForAll, MISSING_REASON } from "../../markets/markets"
import { openQuantity } from "../../orders/order"
import { asAttention, askedBy } from "../model/planned"
import type { KnownUpdate, LineCancellation, PlannedUpdate } from "../model/update"
import { nextKey } from "../model/update-key"
import { say } from "../../words/phrase"

/**
 * Units that Medusa no longer wants shipped and that Walmart does not know of yet. Line cancellations first, each with its own
 * reason; what else is to be canceled has the one of who canceled the order, or the one chosen last on it. Pure.
 */
export function missingCancellations(input: PlanInput): Planned[] {
  const causes = (input.medusa.lineCancellations ?? []).filter(
    (cause) => cause.by !== MIRRORED_BY && !isTold(input, cause)
  )
  return [...causes, null].reduce<Planned[]>(
    (planned, cause) => [...planned, ...plannedCancellation(input, planned, cause)],
    []
  )
}

type Planned = PlannedUpdate<CancellationPayload>

/** Also what was taken back since: were those units canceled again, that would be for another reason. */
function isTold({ known }: PlanInput, { id }: LineCancellation): boolean {
  return known.some(({ payload }) => payload.kind === "cancellation" && payload.cause === id)
}

function plannedCancellation(
  input: PlanInput,
  planned: Planned[],
  cause: LineCancellation | null
): Planned[] {
  const earlier = planned.map(({ payload }) => payload)
  const lines = input.walmart.lines.flatMap((line) => canceledUnits(input, line, earlier, cause))
  if (lines.length === 0) return []
  const { reason: chosen, reasonBy } = reasonOf(input.medusa, input.medusa.canceledBy)
  const { defaultReason } = input.medusa
  const reason = cause?.reason ?? chosen ?? customersReason(input, lines) ?? defaultReason
  return [
    {
      uniqueKey: nextKey(input.known, cancellationKey(lines)),
      payload: {
        ...{ kind: "cancellation", reason: reason ?? "", lines },
        ...(cause ? { cause: cause.id } : {}),
      },
      attention: reasonAttention(input, reason, lines),
      warnings: [],
      happenedAt: input.medusa.canceledAt ?? input.medusa.updatedAt,
      ...askedBy(cause ? cause.by : reasonBy),
    },
  ]
}

/** Key of a cancellation, without the count of the times it was given up. */
export function cancellationKey(lines: CanceledUnits[]): string {
  return `cancellation:${lines.map((l) => `${l.lineNumber}=${l.total}`).join(",")}`
}

type WalmartLine = WalmartSide["lines"][number]

/** Units to cancel beyond what is known or shown already; what Walmart has canceled is never taken back. */
function canceledUnits(
  input: PlanInput,
  line: WalmartLine,
  earlier: CancellationPayload[],
  cause: LineCancellation | null
): CanceledUnits[] {
  const { lineNumber } = line
  const most = cause?.lines.find((units) => units.lineNumber === lineNumber)?.total ?? 0
  // Walmart counts whole units; the comparison of both sides tells of a part of one.
  const wanted = Math.floor(wantedCanceled(input, line))
  const total = cause ? Math.min(wanted, most) : wanted
  const told = Math.max(knownCanceled(input, line), highestTotal(earlier, lineNumber))
  const mirrored = mirroredCanceled(input.medusa, lineNumber)
  const finished = Math.max(told, mirrored, line.quantities.canceled)
  if (total <= finished) return []
  return [{ lineNumber, quantity: total - finished, total }]
}

function wantedCanceled({ medusa }: PlanInput, line: WalmartLine): number {
  const present = medusa.items.find((item) => item.lineNumber === line.lineNumber)?.quantity ?? 0
  if (medusa.canceledAt === null) return line.quantity - present
  return line.quantity - Math.max(shippedInMedusa(medusa, line), goneOrNothing(line))
}

function shippedInMedusa(medusa: MedusaOrder, line: WalmartLine): number {
  return medusa.fulfillments
    .filter((f) => f.shippedAt !== null && f.canceledAt === null)
    .flatMap((f) => f.lines)
    .filter((units) => units.lineNumber === line.lineNumber)
    .reduce((sum, units) => sum + units.quantity, 0)
}

/** Units that left by other hands cannot be canceled any more. */
function goneOrNothing({ quantities, quantity }: WalmartLine): number {
  return quantity - quantities.canceled - openQuantity(quantities)
}

function knownCanceled({ known }: PlanInput, line: WalmartLine): number {
  const wanted = known.filter(({ status }) => status !== "superseded")
  return highestTotal(cancellationsIn(wanted), line.lineNumber)
}

function customersReason(input: PlanInput, lines: CanceledUnits[]): string | null {
  const reason = input.market.cancellationReasons.find((r) => r.onlyWhenCustomerAsked)
  return reason && customerAsked(input, lines) ? reason.code : null
}

function customerAsked({ walmart }: PlanInput, lines: CanceledUnits[]): boolean {
  const named = new Set(lines.map(({ lineNumber }) => lineNumber))
  return customerAskedForAll(walmart.lines.filter(({ lineNumber }) => named.has(lineNumber)))
}

function reasonAttention(input: PlanInput, reason: string | null, lines: CanceledUnits[]) {
  if (reason === null) return say(MISSING_REASON, {})
  const problem = checkReason(input.market, reason, { customerAsked: customerAsked(input, lines) })
  return problem ? asAttention([problem]) : null
}

/** Only an edit brings units back; a canceled order stays canceled, and what stands against that is for a person to see. */
export function isTakenBack(input: PlanInput, update: KnownUpdate): boolean {
  if (input.medusa.canceledAt !== null) return false
  const units = cancellationsIn([update]).flatMap(({ lines }) => lines)
  return units.some(({ lineNumber, total }) => {
    const line = input.walmart.lines.find((known) => known.lineNumber === lineNumber)
    return line !== undefined && total > wantedCanceled(input, line)
  })
}
