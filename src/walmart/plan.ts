import { highestTotal } from "./cancellation"
import type { CarrierChoice } from "./carriers"
import { checkReason, customerAskedForAll, type Market } from "./markets"
import { type LineQuantities, openQuantity } from "./order"
import {
  checkLabels,
  dealPackages,
  type Label,
  type LabelCheck,
  shipFromProblems,
  unitsOfLines,
} from "./packages"
import { type Problem, problemText } from "./problem"
import {
  type Attention,
  type CanceledUnits,
  isReadable,
  type KnownUpdate,
  type LineUnits,
  type PlannedUpdate,
  type ShipmentPayload,
} from "./update"

/** A Medusa fulfillment in Walmart's terms: whole units of lines, kits already counted as one unit. */
export interface MedusaFulfillment {
  id: string
  /** Epoch milliseconds; null while it has not left. */
  shippedAt: number | null
  /** Id of the person who shipped it, where Medusa knows it. */
  shippedBy: string | null
  canceledAt: number | null
  lines: LineUnits[]
  labels: Label[]
  /** Carrier and link a person chose in the plugin's widget. */
  chosen: { carrier: string; trackingUrl: string | null } | null
  /** Carrier from the account's map. */
  mapped: string | null
  /** A person decided to ship although the customer asked Walmart to cancel. */
  shipAnyway: boolean
  /** It only mirrors what Walmart showed at import, so there is nothing to tell. */
  takenOver: boolean
  /** Country of the stock location it leaves from (`CA`), where the market wants to know it and Medusa does. */
  shipFromCountry?: string | null
}

/** What Medusa says about an order: the wish. */
export interface MedusaOrder {
  /** Printed on Walmart's return label. */
  displayId: string
  canceledAt: number | null
  /** Last change, used as the time of a quantity change. */
  updatedAt: number
  /** Present units per Walmart line; a line that is absent has 0. */
  items: LineUnits[]
  fulfillments: MedusaFulfillment[]
  /** Reason chosen on the order. */
  reason: string | null
  /** Id of the person who chose it. */
  reasonBy: string | null
  /** The account's reason for orders without a chosen one; the customer's own request comes before it. */
  defaultReason: string | null
}

/** What Walmart showed last: the truth. */
export interface WalmartSide {
  purchaseOrderId: string
  customerOrderId: string
  orderedAt: number
  /** Fulfilled by Walmart: nothing may be told. */
  readOnly: boolean
  lines: {
    lineNumber: string
    quantity: number
    quantities: LineQuantities
    customerAskedToCancel: boolean
  }[]
}

/** Everything the planner looks at. */
export interface PlanInput {
  medusa: MedusaOrder
  walmart: WalmartSide
  known: KnownUpdate[]
  market: Market
  strictness: "strict" | "lenient"
}

/** What the planner wants changed. */
export interface Plan {
  add: PlannedUpdate[]
  /** Ids of known updates that are no longer wanted. */
  supersede: string[]
}

/**
 * Compares wish, truth and known updates, and says which updates are missing. It looks at states, never at events, so a lost,
 * doubled or late event changes nothing but the delay; running it twice adds nothing.
 */
export function planUpdates(input: PlanInput): Plan {
  if (input.walmart.readOnly) return { add: [], supersede: [] }
  const supersede = unwantedUpdates(input)
  const wanted = { ...input, known: input.known.map(without(supersede)) }
  return {
    add: [
      ...missingAcknowledgment(wanted),
      ...missingShipments(wanted),
      ...(isCancellationHidden(input) ? [] : missingCancellation(wanted)),
    ],
    supersede,
  }
}

/** An unfinished update that cannot be read may be the very cancellation that seems to be missing; a person decides about it first. */
function isCancellationHidden({ known }: PlanInput): boolean {
  return known.some((update) => isUnfinished(update) && !isReadable(update))
}

function isUnfinished({ status }: KnownUpdate): boolean {
  return status === "pending" || status === "needs_attention"
}

function without(superseded: string[]): (update: KnownUpdate) => KnownUpdate {
  return (update) => (superseded.includes(update.id) ? { ...update, status: "superseded" } : update)
}

function missingAcknowledgment({ walmart, known }: PlanInput): PlannedUpdate[] {
  const created = walmart.lines.some(({ quantities }) => quantities.created > 0)
  if (!created || known.some(({ uniqueKey }) => uniqueKey === "acknowledgment")) return []
  return [
    {
      uniqueKey: "acknowledgment",
      payload: { kind: "acknowledgment" },
      attention: null,
      warnings: [],
      happenedAt: walmart.orderedAt,
    },
  ]
}

/** Key of the update that tells about a fulfillment. */
export function shipmentKey(fulfillmentId: string): string {
  return `shipment:${fulfillmentId}`
}

function missingShipments(input: PlanInput): PlannedUpdate[] {
  const keys = new Set(input.known.map(({ uniqueKey }) => uniqueKey))
  return input.medusa.fulfillments
    .filter((f) => f.canceledAt === null && !f.takenOver && f.lines.length > 0)
    .flatMap((f) => (f.shippedAt === null ? [] : [{ ...f, shippedAt: f.shippedAt }]))
    .filter(({ id }) => !keys.has(shipmentKey(id)))
    .sort((a, b) => a.shippedAt - b.shippedAt || (a.id < b.id ? -1 : 1))
    .map((fulfillment) => plannedShipment(input, fulfillment))
}

type Shipped = MedusaFulfillment & { shippedAt: number }

function plannedShipment(input: PlanInput, fulfillment: Shipped): PlannedUpdate {
  const checks = checkLabels(fulfillment.labels, {
    ...input,
    units: unitsOfLines(fulfillment.lines),
    purchaseOrderId: input.walmart.purchaseOrderId,
    customerOrderId: input.walmart.customerOrderId,
    chosen: fulfillment.chosen?.carrier,
    chosenUrl: fulfillment.chosen?.trackingUrl,
    mapped: fulfillment.mapped,
  })
  const { packages, emptyLabels } = dealPackages(fulfillment.lines, checks.map(asPackage))
  const payload: ShipmentPayload = {
    kind: "shipment",
    fulfillmentId: fulfillment.id,
    shippedAt: fulfillment.shippedAt,
    packages,
    sellerOrderId: input.medusa.displayId,
    ...shipFrom(input.market, fulfillment),
    ...(fulfillment.shipAnyway ? { overrideCustomerCancellation: true } : {}),
  }
  return {
    uniqueKey: shipmentKey(fulfillment.id),
    payload,
    attention: attentionOf([
      ...checks.flatMap(({ problems }) => problems),
      ...shipFromProblems(input.market, fulfillment),
    ]),
    warnings: [
      ...checks.flatMap(({ warnings }) => warnings.map(problemText)),
      ...emptyLabels.map(
        (number) => `Tracking number ${number} is not sent: no unit is left for it.`
      ),
    ],
    happenedAt: fulfillment.shippedAt,
    ...askedBy(fulfillment.shippedBy),
  }
}

function shipFrom(
  { namesShipFromCountry }: Market,
  { shipFromCountry }: MedusaFulfillment
): Pick<ShipmentPayload, "shipFromCountry"> {
  return namesShipFromCountry && shipFromCountry ? { shipFromCountry } : {}
}

function askedBy(requestedBy: string | null): Pick<PlannedUpdate, "requestedBy"> {
  return requestedBy === null ? {} : { requestedBy }
}

/** A label whose carrier is not known yet keeps its place; it is corrected before anything is sent. */
function asPackage(check: LabelCheck): { trackingNumber: string; carrier: CarrierChoice } {
  const carrier = check.carrier ?? { otherCarrier: "", trackingUrl: "" }
  return { trackingNumber: check.trackingNumber, carrier }
}

function attentionOf(problems: Problem[]): Attention | null {
  if (problems.length === 0) return null
  return {
    code: problems[0].code,
    message: problems.map(({ message }) => message).join(" "),
    nextStep: problems[0].remedy,
  }
}

function missingCancellation(input: PlanInput): PlannedUpdate[] {
  const lines = input.walmart.lines.flatMap((line) => canceledUnits(input, line))
  if (lines.length === 0) return []
  const { reason: chosen, defaultReason } = input.medusa
  const reason = chosen ?? customersReason(input, lines) ?? defaultReason
  return [
    {
      uniqueKey: cancellationKey(input, lines),
      payload: { kind: "cancellation", reason: reason ?? "", lines },
      attention: reasonAttention(input, reason, lines),
      warnings: [],
      happenedAt: input.medusa.canceledAt ?? input.medusa.updatedAt,
      ...askedBy(input.medusa.reasonBy),
    },
  ]
}

/** What was given up before it was sent may be wanted again, under a key of its own. */
function cancellationKey({ known }: PlanInput, lines: CanceledUnits[]): string {
  const key = `cancellation:${lines.map((l) => `${l.lineNumber}=${l.total}`).join(",")}`
  const before = known.filter(({ uniqueKey }) => uniqueKey.split("#")[0] === key).length
  return before === 0 ? key : `${key}#${before + 1}`
}

type WalmartLine = WalmartSide["lines"][number]

/** Units to cancel beyond what is known or shown already; what Walmart has canceled is never taken back. */
function canceledUnits(input: PlanInput, line: WalmartLine): CanceledUnits[] {
  const total = wantedCanceled(input, line)
  const settled = Math.max(knownCanceled(input, line), line.quantities.canceled)
  if (total <= settled) return []
  return [{ lineNumber: line.lineNumber, quantity: total - settled, total }]
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
  const cancellations = known
    .filter((update) => update.status !== "superseded" && isReadable(update))
    .flatMap(({ payload }) => (payload.kind === "cancellation" ? [payload] : []))
  return highestTotal(cancellations, line.lineNumber)
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
  if (reason === null) {
    return {
      code: "reason_missing",
      message: "Walmart needs a reason for this cancellation, and none was chosen.",
      nextStep: "Choose a cancellation reason and retry.",
    }
  }
  const problem = checkReason(input.market, reason, { customerAsked: customerAsked(input, lines) })
  return problem ? attentionOf([problem]) : null
}

/** What must not be told any more: a fulfillment that was canceled since, units that an order edit brought back. */
function unwantedUpdates(input: PlanInput): string[] {
  const canceled = new Set(
    input.medusa.fulfillments.filter((f) => f.canceledAt !== null).map((f) => shipmentKey(f.id))
  )
  return input.known
    .filter(isUnfinished)
    .filter((update) => canceled.has(update.uniqueKey) || isTakenBack(input, update))
    .map(({ id }) => id)
}

/** Only an edit brings units back; a canceled order stays canceled, and what stands against that is for a person to see. */
function isTakenBack(input: PlanInput, update: KnownUpdate): boolean {
  const { payload } = update
  if (!isReadable(update)) return false
  if (payload.kind !== "cancellation" || input.medusa.canceledAt !== null) return false
  return payload.lines.some(({ lineNumber, total }) => {
    const line = input.walmart.lines.find((known) => known.lineNumber === lineNumber)
    return line !== undefined && total > wantedCanceled(input, line)
  })
}
