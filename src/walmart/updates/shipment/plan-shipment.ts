import { shipmentsIn } from "../model/known-payloads"
import { type MedusaFulfillment, MIRRORED_BY, type PlanInput } from "../model/sides"
import type { CarrierChoice } from "../../carriers/carriers"
import type { Market } from "../../markets/market"
import { checkLabels, dealPackages, type LabelCheck, shipFromProblems } from "./packages"
import { asAttention, askedBy } from "../model/planned"
import { type Problem, problemText } from "../../common/problem"
import { phrase, saying, textIn } from "../../words/phrase"
import { packagesOf, type ShipmentPayload } from "../payloads/shipment-payload"
import type { KnownUpdate, PlannedUpdate } from "../model/update"
import { replacedBy } from "./told-parcels"
import { firstKey, nextKey, shipmentKey } from "../model/update-key"
import { sumOfUnits } from "../../common/units"

/**
 * Fulfillments that were shipped in Medusa and that no update covers yet. One that was made anew in place of a canceled one has
 * been told by that: only its numbers may differ. Pure.
 */
export function missingShipments(input: PlanInput): PlannedUpdate<ShipmentPayload>[] {
  const standing = input.known.filter(({ status }) => status !== "superseded")
  const keys = new Set(standing.map(({ uniqueKey }) => firstKey(uniqueKey)))
  const madeAnew = replacedBy(input)
  return input.medusa.fulfillments
    .filter(({ id }) => !madeAnew.has(id))
    .filter((f) => f.canceledAt === null && !f.shippedBeforeImport && f.lines.length > 0)
    .filter(({ shippedBy }) => shippedBy !== MIRRORED_BY)
    .flatMap((f) => (f.shippedAt === null ? [] : [{ ...f, shippedAt: f.shippedAt }]))
    .filter(({ id }) => !keys.has(shipmentKey(id)))
    .sort((a, b) => a.shippedAt - b.shippedAt || (a.id < b.id ? -1 : 1))
    .map((fulfillment) => plannedShipment(input, fulfillment))
}

type Shipped = MedusaFulfillment & { shippedAt: number }

function plannedShipment(input: PlanInput, fulfillment: Shipped): PlannedUpdate<ShipmentPayload> {
  const checks = checkLabels(fulfillment.labels, {
    ...input,
    units: sumOfUnits(fulfillment.lines),
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
      ...checks.flatMap(({ problems }) => problems.map(asSaved)),
      ...shipFromProblems(input.market, fulfillment),
    ]),
    warnings: [
      ...checks.flatMap(({ warnings }) => warnings.map(problemText)),
      ...emptyLabels.map((number) => textIn([phrase("number_left_out", "message", { number })])),
    ],
    happenedAt: fulfillment.shippedAt,
    ...askedBy(fulfillment.shippedBy),
  }
}

/** A saved shipment gets no other number of labels: those to which no unit is dealt are left out of it. */
function asSaved(problem: Problem): Problem {
  if (problem.code !== "tracking_number_surplus") return problem
  const remedy = [phrase("tracking_number_surplus", "remedy_saved", {})]
  return { ...problem, ...saying({ message: problem.words.message, remedy }) }
}

/** The country that a parcel leaves from, where the market wants to know it and Medusa does. */
export function shipFrom(
  { namesShipFromCountry }: Pick<Market, "namesShipFromCountry">,
  { shipFromCountry }: Pick<MedusaFulfillment, "shipFromCountry">
): Pick<ShipmentPayload, "shipFromCountry"> {
  return namesShipFromCountry && shipFromCountry ? { shipFromCountry } : {}
}

/** What was given up before may have arrived under its own numbers: those units have left and are not told again. */
function formerNumbers({ known }: PlanInput, { id }: Shipped) {
  const before = known.filter(({ uniqueKey }) => firstKey(uniqueKey) === shipmentKey(id))
  const numbers = shipmentsIn(before)
    .flatMap(packagesOf)
    .map(({ trackingNumber }) => trackingNumber)
  return numbers.length > 0 ? { formerNumbers: [...new Set(numbers)] } : {}
}

/** A label whose carrier is not known yet keeps its place; it is corrected before anything is sent. */
function asPackage(check: LabelCheck): { trackingNumber: string; carrier: CarrierChoice } {
  const carrier = check.carrier ?? { otherCarrier: "", trackingUrl: "" }
  return { trackingNumber: check.trackingNumber, carrier }
}

/**
 * Whether an update tells about a fulfillment that was canceled since, or that is not shipped after all because the request that
 * shipped it was taken back. Its key says which one, also where its payload cannot be read.
 */
export function isNotShipped({ medusa }: PlanInput, { uniqueKey }: KnownUpdate): boolean {
  return medusa.fulfillments
    .filter((f) => f.canceledAt !== null || f.shippedAt === null)
    .some(({ id }) => firstKey(uniqueKey) === shipmentKey(id))
}
