import { openQuantity } from "./order"
import { checkLabels, shipFromProblems, unitsOfLines } from "./packages"
import type { MedusaFulfillment, PlanInput } from "./plan"
import { problemText } from "./problem"

/** A shipment about to be saved, with everything known about its order. */
export interface ShipmentQuestion extends PlanInput {
  fulfillment: MedusaFulfillment
}

/** Sentences for the person at the Ship screen; with any refusal nothing may be saved. */
export interface ShipmentCheck {
  refusals: string[]
  warnings: string[]
}

/** Finds everything about a shipment that Walmart would refuse or hold against the seller. Pure. */
export function checkShipment(question: ShipmentQuestion): ShipmentCheck {
  if (question.walmart.readOnly) return { refusals: [READ_ONLY], warnings: [] }
  const { fulfillment } = question
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
      ...lineRefusals(question),
      ...askedRefusals(question),
      ...checks.flatMap(({ problems }) => problems.map(problemText)),
      ...shipFromProblems(question.market, fulfillment).map(problemText),
    ],
    warnings: checks.flatMap(({ warnings }) => warnings.map(problemText)),
  }
}

const READ_ONLY =
  "This order is fulfilled by Walmart (WFS), which ships it itself. Do not ship it here; there is nothing to do."

function lineRefusals({ fulfillment, walmart }: ShipmentQuestion): string[] {
  return fulfillment.lines.flatMap(({ lineNumber, quantity }) => {
    const line = walmart.lines.find((candidate) => candidate.lineNumber === lineNumber)
    if (!line) return []
    const open = openQuantity(line.quantities)
    if (line.quantities.canceled > 0 && quantity > open)
      return [canceledText(lineNumber, quantity, open)]
    return []
  })
}

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
  if (question.fulfillment.shipAnyway) return []
  return askedLines(question, question.fulfillment).map(askedText)
}

function askedText(lineNumber: string): string {
  return (
    `The customer asked Walmart to cancel line ${lineNumber}, which has not been shipped. ` +
    "Cancel this fulfillment and then the order or the line, or choose “ship anyway” for this fulfillment in the Walmart box and ship again."
  )
}

function canceledText(lineNumber: string, quantity: number, open: number): string {
  return (
    `Line ${lineNumber} should ship ${quantity} unit(s), but Walmart shows only ${open} still open; the rest is canceled there. ` +
    "Do not send the parcel. Cancel this fulfillment, then fulfill only what is open, or cancel the order."
  )
}
