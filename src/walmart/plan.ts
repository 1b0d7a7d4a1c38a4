import type { CarrierChoice } from "./carriers"
import type { Market } from "./markets"
import type { LineQuantities } from "./order"
import {
  checkLabels,
  dealPackages,
  type Label,
  type LabelCheck,
  shipFromProblems,
  unitsOfLines,
} from "./packages"
import { isTakenBack, missingCancellations } from "./plan-cancellation"
import { asAttention, askedBy } from "./planned"
import { problemText } from "./problem"
import {
  isReadable,
  type KnownUpdate,
  type LineCancellation,
  type LineUnits,
  type PlannedUpdate,
  type ShipmentPayload,
} from "./update"
import { firstKey, nextKey } from "./update-key"

/** A Medusa fulfillment in Walmart's terms: whole units of lines, kits already counted as one unit. */
export interface MedusaFulfillment {
  id: string
  /** Epoch milliseconds; null while it has not left. */
  shippedAt: number | null
  /** Id of the person who shipped it, where Medusa knows it. */
  shippedBy: string | null
  canceledAt: number | null
  lines: LineUnits[]
  /** Line numbers whose parts are no whole units; `lines` is empty then, since nothing of it can be told. */
  brokenLines?: string[]
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
  /** What was canceled with a reason of its own, in turn; only what Medusa has confirmed. */
  lineCancellations?: LineCancellation[]
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
      ...(isCancellationHidden(input) ? [] : missingCancellations(wanted)),
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
  const standing = input.known.filter(({ status }) => status !== "superseded")
  const keys = new Set(standing.map(({ uniqueKey }) => firstKey(uniqueKey)))
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
    ...formerNumbers(input, fulfillment),
    ...(fulfillment.shipAnyway ? { overrideCustomerCancellation: true } : {}),
  }
  return {
    uniqueKey: nextKey(input.known, shipmentKey(fulfillment.id)),
    payload,
    attention: asAttention([
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

/** What was given up before may have arrived under its own numbers: those units have left and are not told again. */
function formerNumbers({ known }: PlanInput, { id }: Shipped) {
  const numbers = known
    .filter((update) => firstKey(update.uniqueKey) === shipmentKey(id) && isReadable(update))
    .flatMap(({ payload }) =>
      payload.kind === "shipment" && Array.isArray(payload.packages) ? payload.packages : []
    )
    .map(({ trackingNumber }) => trackingNumber)
  return numbers.length > 0 ? { formerNumbers: [...new Set(numbers)] } : {}
}

/** A label whose carrier is not known yet keeps its place; it is corrected before anything is sent. */
function asPackage(check: LabelCheck): { trackingNumber: string; carrier: CarrierChoice } {
  const carrier = check.carrier ?? { otherCarrier: "", trackingUrl: "" }
  return { trackingNumber: check.trackingNumber, carrier }
}

/**
 * What must not be told any more: a fulfillment that was canceled since, or that is not shipped after all because the request
 * that shipped it was taken back; units that an order edit brought back.
 */
function unwantedUpdates(input: PlanInput): string[] {
  const held = input.medusa.fulfillments.filter(
    (f) => f.canceledAt !== null || f.shippedAt === null
  )
  const keys = new Set(held.map(({ id }) => shipmentKey(id)))
  return input.known
    .filter(isUnfinished)
    .filter((update) => keys.has(firstKey(update.uniqueKey)) || isTakenBack(input, update))
    .map(({ id }) => id)
}
