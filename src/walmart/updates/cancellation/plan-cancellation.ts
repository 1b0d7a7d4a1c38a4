import { type MedusaOrder, MIRRORED_BY, type PlanInput, type WalmartSide } from "../model/sides"
import type { PlanFacts } from "../model/kind"
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
 * Units that Medusa no longer wants shipped and that Walmart does not know of yet. First what is left of cancellations that this plan
 * gives up, then line cancellations, each with its own reason; what else is to be canceled has the one of who canceled the order, or
 * the one chosen last on it. Pure.
 */
export function missingCancellations(facts: PlanFacts): Planned[] {
  const causes = (facts.medusa.lineCancellations ?? []).filter(
    (cause) => cause.by !== MIRRORED_BY && !isTold(facts, cause)
  )
  const given = [...facts.givenUp.flatMap(givenBefore), ...causes.map(givenNow), null]
  return given.reduce<Planned[]>(
    (planned, one) => [...planned, ...plannedCancellation(facts, planned, one)],
    []
  )
}

type Planned = PlannedUpdate<CancellationPayload>

/** A reason that was given to units of some lines, and to no others. */
interface GivenReason extends Pick<LineCancellation, "reason" | "lines"> {
  /** Id of the line cancellation. */
  cause?: string
  by: string | null
  /** It was given to an update that this plan gives up. */
  isOld: boolean
}

function givenNow({ id, ...given }: LineCancellation): GivenReason {
  return { ...given, cause: id, isOld: false }
}

/** Of one that waits for its reason nothing is kept: it is looked for anew. */
function givenBefore(update: KnownUpdate): GivenReason[] {
  const by = update.requestedBy ?? null
  return cancellationsIn([update])
    .filter(({ reason }) => reason !== "")
    .map(({ reason, lines, cause }) => ({ reason, lines, cause, by, isOld: true }))
}

/** Also what was taken back since: were those units canceled again, that would be for another reason. */
function isTold({ known }: PlanInput, { id }: LineCancellation): boolean {
  return known.some(({ payload }) => payload.kind === "cancellation" && payload.cause === id)
}

function plannedCancellation(
  input: PlanInput,
  planned: Planned[],
  given: GivenReason | null
): Planned[] {
  const earlier = planned.map(({ payload }) => payload)
  const lines = input.walmart.lines.flatMap((line) => canceledUnits(input, line, earlier, given))
  if (lines.length === 0) return []
  const { reason: chosen, reasonBy } = reasonOf(input.medusa, input.medusa.canceledBy)
  const { defaultReason } = input.medusa
  const reason = given?.reason ?? chosen ?? customersReason(input, lines) ?? defaultReason
  return [
    {
      uniqueKey: nextKey(input.known, cancellationKey(lines)),
      payload: {
        ...{ kind: "cancellation", reason: reason ?? "", lines },
        ...(given?.cause === undefined ? {} : { cause: given.cause }),
      },
      attention: reasonAttention(input, reason, lines),
      warnings: [],
      happenedAt: input.medusa.canceledAt ?? input.medusa.updatedAt,
      ...askedBy(given ? given.by : reasonBy),
      ...(given?.isOld ? { keepsReason: true } : {}),
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
  given: GivenReason | null
): CanceledUnits[] {
  const { lineNumber } = line
  const most = given?.lines.find((units) => units.lineNumber === lineNumber)?.total ?? 0
  // Walmart counts whole units; the comparison of both sides tells of a part of one.
  const wanted = Math.floor(wantedCanceled(input, line))
  const total = given ? Math.min(wanted, most) : wanted
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
