import type { LineUnits } from "../updates/payloads/payload-parts"
import type { MedusaFulfillment, PlanInput } from "../updates/model/sides"
import { budgetRefusal, lineBudget, preparedUnits } from "../reconciliation/figures/free-units"
import { openQuantity } from "../orders/order"
import { checkLabels, shipFromProblems, unitsOfLines } from "../updates/shipment/packages"
import { toldParcels, unitsMadeAnew } from "../updates/shipment/told-parcels"
import { problemText } from "../common/problem"
import { heldBehind, type ShipmentConcern } from "./shipment-concerns"

/** A shipment about to be saved, with everything known about its order. */
export interface ShipmentQuestion extends PlanInput {
  fulfillment: MedusaFulfillment
}

/** Sentences for the person at the Ship screen; with any refusal nothing may be saved. */
export interface ShipmentCheck {
  refusals: string[]
  /** Nothing may be saved either until a person confirms each of these. */
  concerns: ShipmentConcern[]
  warnings: string[]
  /** Those that may be sent, normalized. */
  trackingNumbers: string[]
}

/** Finds everything about a shipment that Walmart would refuse or hold against the seller. Pure. */
export function checkShipment(question: ShipmentQuestion): ShipmentCheck {
  if (question.walmart.readOnly) return { refusals: [READ_ONLY], ...NOTHING_ELSE }
  const { fulfillment } = question
  if (isNotWalmarts(fulfillment)) return { refusals: [], ...NOTHING_ELSE }
  const checks = checkLabels(fulfillment.labels, {
    ...question,
    units: unitsOfLines(fulfillment.lines),
    purchaseOrderId: question.walmart.purchaseOrderId,
    customerOrderId: question.walmart.customerOrderId,
    chosen: fulfillment.chosen?.carrier,
    chosenUrl: fulfillment.chosen?.trackingUrl,
    mapped: fulfillment.mapped,
  })
  return {
    refusals: [
      ...brokenRefusals(fulfillment),
      ...lineRefusals(question),
      ...askedRefusals(question),
      ...checks.flatMap(({ problems }) => problems.map(problemText)),
      ...shipFromProblems(question.market, fulfillment).map(problemText),
    ],
    concerns: heldBehind(question.known),
    warnings: checks.flatMap(({ warnings }) => warnings.map(problemText)),
    trackingNumbers: checks.flatMap(({ problems, trackingNumber }) =>
      problems.length === 0 ? [trackingNumber] : []
    ),
  }
}

/** A parcel with nothing that Walmart ordered, such as a claim's replacement, is none of its business. */
function isNotWalmarts({ lines, brokenLines = [] }: MedusaFulfillment): boolean {
  return lines.length === 0 && brokenLines.length === 0
}

const NOTHING_ELSE = { concerns: [], warnings: [], trackingNumbers: [] }

const READ_ONLY =
  "This order is fulfilled by Walmart (WFS) or a logistics partner (3PL), who ships it. Do not ship it here; there is nothing to do."

/** Shipped as it is, Walmart would be told nothing, and a guess cannot be recalled. */
function brokenRefusals({ id, brokenLines = [] }: MedusaFulfillment): string[] {
  if (brokenLines.length === 0) return []
  return [
    `Fulfillment ${id} holds parts of line ${brokenLines.join(", ")} that are no whole units as Walmart counts them, so Walmart could not learn what leaves. ` +
      "That happens to a fulfillment that was made beside the order's Fulfil screen, when its product takes other parts from stock. " +
      "Do not send the parcel as it is: cancel this fulfillment, fulfill the units with the Fulfil screen of the order, and ship that. " +
      "If the parcel has left, ship it in Seller Center.",
  ]
}

function lineRefusals(question: ShipmentQuestion): string[] {
  const { fulfillment, walmart } = question
  if (isTold(question)) return []
  const anew = unitsMadeAnew(question, fulfillment.lines)
  return fulfillment.lines.flatMap((units) => {
    const line = walmart.lines.find(({ lineNumber }) => lineNumber === units.lineNumber)
    if (!line) return [unknownText(walmart.purchaseOrderId, units.lineNumber)]
    const refusal = budgetRefusal(units, lineBudget(question, line, fulfillment.id, anew))
    return refusal ? [`${refusal} ${STOP}`] : []
  })
}

/** Walmart has its units as shipped already, by its labels alone; Ship then says nothing new but perhaps another number. */
function isTold(question: ShipmentQuestion): boolean {
  const { fulfillment } = question
  return fulfillment.awaitsShip === true && toldParcels(question, fulfillment) !== null
}

const STOP =
  "Do not send the parcel. Cancel this fulfillment, then fulfill only what is open, or cancel the order."

function unknownText(purchaseOrderId: string, lineNumber: string): string {
  return `Walmart order ${purchaseOrderId} has no line ${lineNumber}. Do not send the parcel. Refresh the order in the Walmart box and look at its lines.`
}

/**
 * Says which units of a new fulfillment Walmart no longer expects, before anyone packs them. Pure.
 * @param wanted units per line of the new fulfillment
 */
export function checkFulfillment(input: PlanInput, wanted: LineUnits[]): string[] {
  if (input.walmart.readOnly) return [READ_ONLY]
  const anew = unitsMadeAnew(input, wanted)
  return wanted.flatMap((units) => {
    const { lineNumber } = units
    const line = input.walmart.lines.find((candidate) => candidate.lineNumber === lineNumber)
    if (!line) return []
    const budget = lineBudget(input, line, null, anew)
    const refusal = budgetRefusal(units, budget, preparedUnits(input, lineNumber))
    return refusal ? [`${refusal} ${PACK_LESS}`] : []
  })
}

const PACK_LESS =
  "Fulfill only what is open. If this is wrong, refresh the order in the Walmart box first."

/** Lines of a fulfillment that the customer asked Walmart to cancel and that have not left. */
export function askedLines(
  { walmart }: Pick<PlanInput, "walmart">,
  { lines }: Pick<MedusaFulfillment, "lines">
): string[] {
  const asked = walmart.lines.filter(
    (line) => line.customerAskedToCancel && openQuantity(line.quantities) > 0
  )
  const numbers = asked.map(({ lineNumber }) => lineNumber)
  return lines.map(({ lineNumber }) => lineNumber).filter((number) => numbers.includes(number))
}

function askedRefusals(question: ShipmentQuestion): string[] {
  if (question.fulfillment.shipAnyway || isTold(question)) return []
  return askedLines(question, question.fulfillment).map(askedText)
}

function askedText(lineNumber: string): string {
  return (
    `The customer asked Walmart to cancel line ${lineNumber}, which has not been shipped. ` +
    "Cancel this fulfillment and then the order or the line, or choose “ship anyway” for this fulfillment in the Walmart box and ship again."
  )
}
