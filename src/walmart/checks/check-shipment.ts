import type { LineUnits } from "../updates/payloads/payload-parts"
import type { MedusaFulfillment, PlanInput } from "../updates/model/sides"
import { budgetRefusal, lineBudget, preparedUnits } from "../reconciliation/figures/free-units"
import { openQuantity } from "../orders/order"
import { checkLabels, shipFromProblems } from "../updates/shipment/packages"
import { toldParcels, unitsMadeAnew } from "../updates/shipment/told-parcels"
import { problemText } from "../common/problem"
import { inARow, type Phrase, phrase, phrases, type Text } from "../words/phrase"
import { heldBehind, type ShipmentConcern } from "./shipment-concerns"
import { sumOfUnits } from "../common/units"

/** A shipment about to be saved, with everything known about its order. */
export interface ShipmentQuestion extends PlanInput {
  fulfillment: MedusaFulfillment
}

/** What to say to the person at the Ship screen; with any refusal nothing may be saved. */
export interface ShipmentCheck {
  /** Each of one or more sentences. */
  refusals: Phrase[][]
  /** Nothing may be saved either until a person confirms each of these. */
  concerns: ShipmentConcern[]
  warnings: Text[]
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
    units: sumOfUnits(fulfillment.lines),
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
      ...checks.flatMap(({ problems }) => problems.map(inARow)),
      ...shipFromProblems(question.market, fulfillment).map(inARow),
    ],
    concerns: heldBehind(question.known),
    warnings: checks.flatMap(({ warnings }) => warnings.map(problemText)),
    trackingNumbers: checks.flatMap(({ problems, trackingNumber }) =>
      problems.length === 0 ? [trackingNumber] : []
    ),
  }
}

/** A parcel with nothing of the Walmart order, such as a claim's replacement, is not checked. */
function isNotWalmarts({ lines, brokenLines = [] }: MedusaFulfillment): boolean {
  return lines.length === 0 && brokenLines.length === 0
}

const NOTHING_ELSE = { concerns: [], warnings: [], trackingNumbers: [] }

const READ_ONLY = phrases("fulfilled_by_others", {}, "shipment")

/** Shipped as it is, Walmart would be told nothing, and a guess cannot be recalled. */
function brokenRefusals({ id, brokenLines = [] }: MedusaFulfillment): Phrase[][] {
  if (brokenLines.length === 0) return []
  return [phrases("fulfillment_broken", { id, lines: brokenLines.join(", ") })]
}

function lineRefusals(question: ShipmentQuestion): Phrase[][] {
  const { fulfillment, walmart } = question
  if (isTold(question)) return []
  const anew = unitsMadeAnew(question, fulfillment.lines)
  return fulfillment.lines.flatMap((units) => {
    const line = walmart.lines.find(({ lineNumber }) => lineNumber === units.lineNumber)
    if (!line) return [unknownLine(walmart.purchaseOrderId, units.lineNumber)]
    const refusal = budgetRefusal(units, lineBudget(question, line, fulfillment.id, anew))
    return refusal ? [[refusal, STOP]] : []
  })
}

/** Walmart has its units as shipped already, by its labels alone; Ship then says nothing new but perhaps another number. */
function isTold(question: ShipmentQuestion): boolean {
  const { fulfillment } = question
  return fulfillment.awaitsShip === true && toldParcels(question, fulfillment) !== null
}

const STOP = phrase("ship_too_many", "remedy", {})

function unknownLine(order: string, line: string): Phrase[] {
  return phrases("line_unknown", { order, line }, "parcel")
}

/**
 * Says which units of a new fulfillment Walmart no longer expects, before anyone packs them. Pure.
 * @param wanted units per line of the new fulfillment
 */
export function checkFulfillment(input: PlanInput, wanted: LineUnits[]): Phrase[][] {
  if (input.walmart.readOnly) return [READ_ONLY]
  const unclear = unclearUnits(wanted)
  if (unclear.length > 0) return unclear
  const anew = unitsMadeAnew(input, wanted)
  return wanted.flatMap((units) => {
    const { lineNumber } = units
    const line = input.walmart.lines.find((candidate) => candidate.lineNumber === lineNumber)
    if (!line) return []
    const budget = lineBudget(input, line, null, anew)
    const refusal = budgetRefusal(units, budget, preparedUnits(input, lineNumber))
    return refusal ? [[refusal, PACK_LESS]] : []
  })
}

/** Parts of units cannot be told, and of an item that is named twice Medusa packs both and counts one. */
function unclearUnits(wanted: LineUnits[]): Phrase[][] {
  const numbers = wanted.map(({ lineNumber }) => lineNumber)
  return wanted.flatMap(({ lineNumber: line, quantity: units }, index) => {
    if (numbers.indexOf(line) < index) return [phrases("ship_twice", { line })]
    return Number.isInteger(units) ? [] : [phrases("ship_fraction", { line, units })]
  })
}

const PACK_LESS = phrase("ship_too_many", "remedy_pack", {})

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

function askedRefusals(question: ShipmentQuestion): Phrase[][] {
  if (question.fulfillment.shipAnyway || isTold(question)) return []
  return askedLines(question, question.fulfillment).map((line) =>
    phrases("customer_asked_to_cancel", { line }, "unshipped")
  )
}
