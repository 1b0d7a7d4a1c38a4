import { lineBudget, preparedUnits } from "../reconciliation/figures/free-units"
import type { Label, MedusaFulfillment, PlanInput } from "../updates/model/sides"
import type { LineUnits } from "../updates/payloads/payload-parts"
import { checkLabels, type LabelCheck, sameTracking } from "../updates/shipment/packages"
import { askedLines, checkFulfillment, checkShipment } from "./check-shipment"
import type { ShipmentConcern } from "./shipment-concerns"
import { distinct, type Phrase, phrase, phrases } from "../words/phrase"
import { sumOfUnits } from "../common/units"

/** A shipment that someone means to make of an order, before anything of it exists. */
export interface WantedShipment {
  labels: Label[]
  /** Named by the person; null to recognize it. */
  carrier: string | null
  /** Null for everything, which only an order with one parcel left can mean. */
  lines: LineUnits[] | null
  /** Carrier from the account's map for a fulfillment that is made anew. */
  mapped: string | null
}

/** Units that can leave as one shipment now. */
export interface ShipmentChoice {
  /** Of a fulfillment that was made and has not left; null for what is in none. */
  fulfillmentId: string | null
  lines: LineUnits[]
}

/** What would become of a {@link WantedShipment}; with any refusal nothing would be saved. */
export interface DryShipment {
  /** `shipped`: the order has a shipment of these numbers and units already, so that there is nothing to do. */
  state: "ready" | "shipped" | "refused"
  /** Fulfillment that would be shipped; null when one has to be made first. */
  fulfillmentId: string | null
  lines: LineUnits[]
  choices: ShipmentChoice[]
  checks: LabelCheck[]
  /** Each of one or more sentences. */
  refusals: Phrase[][]
  /** Each has to be confirmed first. */
  concerns: ShipmentConcern[]
  /** Lines of it that the customer asked Walmart to cancel, which has to be confirmed too. */
  askedLines: string[]
}

/**
 * Says what Medusa's Fulfill and Ship routes would make of a shipment, by what is known now, by their own rules. A fulfillment of the
 * same units that has not left is shipped instead of making a second one, so that what was interrupted is simply done again. Pure.
 */
export function dryShipment(input: PlanInput, wanted: WantedShipment): DryShipment {
  const choices = shipmentChoices(input)
  const left = departedWith(input, wanted)
  if (left) return { ...NOTHING, state: "shipped", ...chosen(left), choices }
  const choice = choiceOf(choices, wanted.lines)
  if (choice === "several") {
    const checks = labelChecks(input, wanted, choices[0]?.lines ?? [])
    return { ...NOTHING, choices, checks, refusals: [sayWhich(choices)] }
  }
  if (!choice) return { ...NOTHING, choices, refusals: [nothingLeft(input)] }
  return judged(input, wanted, choice, choices)
}

const NOTHING = {
  state: "refused" as const,
  ...{ fulfillmentId: null, lines: [], checks: [], refusals: [], concerns: [], askedLines: [] },
}

/** What can leave: each fulfillment that waits, and what is in none. Pure. */
export function shipmentChoices(input: PlanInput): ShipmentChoice[] {
  const waiting = input.medusa.fulfillments.filter(isWaiting).map(chosen)
  const rest = input.walmart.lines
    .map((line) => ({ lineNumber: line.lineNumber, quantity: unpacked(input, line) }))
    .filter(({ quantity }) => quantity > 0)
  return rest.length > 0 ? [...waiting, { fulfillmentId: null, lines: rest }] : waiting
}

/** The order as it will be once a shipment has left, for the next one of the same order. Pure. */
export function afterShipment(
  input: PlanInput,
  { fulfillmentId, lines }: ShipmentChoice,
  labels: Label[]
): PlanInput {
  const known = input.medusa.fulfillments.find(({ id }) => id === fulfillmentId)
  const left = { ...(known ?? madeAnew(lines, null)), labels, shippedAt: input.now }
  const others = input.medusa.fulfillments.filter((one) => one !== known)
  return { ...input, medusa: { ...input.medusa, fulfillments: [...others, left] } }
}

function chosen({ id, lines }: MedusaFulfillment): ShipmentChoice {
  return { fulfillmentId: id, lines }
}

function isWaiting(one: MedusaFulfillment): boolean {
  const hasLeft = one.shippedAt !== null && one.awaitsShip !== true
  return !hasLeft && one.canceledAt === null && !one.shippedBeforeImport
}

/** Units of a line that both sides have open and that no fulfillment holds. */
function unpacked(input: PlanInput, line: PlanInput["walmart"]["lines"][number]): number {
  const { lineNumber } = line
  const { medusa } = input
  const open = lineBudget(input, line, null).free - preparedUnits(input, lineNumber)
  const held = medusa.fulfillments.filter(({ canceledAt }) => canceledAt === null)
  const inMedusa = unitsOf(medusa.items, lineNumber)
  const left = inMedusa - held.reduce((sum, { lines }) => sum + unitsOf(lines, lineNumber), 0)
  return input.walmart.readOnly || medusa.canceledAt !== null ? 0 : Math.min(open, left)
}

function unitsOf(lines: LineUnits[], lineNumber: string): number {
  return sumOfUnits(lines.filter((line) => line.lineNumber === lineNumber))
}

/** The shipment that has all of these numbers, and the units where some are named: a number may be on several shipments of one parcel. */
function departedWith(
  { medusa }: PlanInput,
  { labels, lines }: WantedShipment
): MedusaFulfillment | undefined {
  if (labels.length === 0) return undefined
  return medusa.fulfillments.find(
    (one) =>
      one.shippedAt !== null &&
      one.canceledAt === null &&
      hasNumbers(one, labels) &&
      (lines ?? []).every(
        ({ lineNumber }) => unitsOf(lines ?? [], lineNumber) <= unitsOf(one.lines, lineNumber)
      )
  )
}

function hasNumbers({ labels }: MedusaFulfillment, wanted: Label[]): boolean {
  return wanted.every(({ trackingNumber: number }) =>
    labels.some((label) => sameTracking(label.trackingNumber, number))
  )
}

/** What these units mean: one of the choices, or a part of what is in no fulfillment. */
function choiceOf(
  choices: ShipmentChoice[],
  lines: LineUnits[] | null
): ShipmentChoice | "several" | null {
  if (lines !== null) {
    const same = choices.find((choice) => hasSameUnits(choice.lines, lines))
    return same ?? { fulfillmentId: null, lines }
  }
  return choices.length > 1 ? "several" : (choices[0] ?? null)
}

function sayWhich(choices: ShipmentChoice[]): Phrase[] {
  return [
    phrase("ship_which", "message", { parcels: choices.length }),
    ...choices.map(({ lines }, index) =>
      phrase("ship_which", "message_parcel", {
        number: index + 1,
        units: { and: lines.map(unitsOfLine) },
      })
    ),
    phrase("ship_which", "remedy", {}),
  ]
}

function unitsOfLine({ lineNumber: line, quantity: units }: LineUnits): Phrase[] {
  return [phrase("ship_which", "units_of_line", { units, line })]
}

function hasSameUnits(a: LineUnits[], b: LineUnits[]): boolean {
  const numbers = [...a, ...b].map(({ lineNumber }) => lineNumber)
  return numbers.every((number) => unitsOf(a, number) === unitsOf(b, number))
}

function nothingLeft({ walmart: { purchaseOrderId, readOnly }, medusa }: PlanInput): Phrase[] {
  const about = { order: purchaseOrderId }
  if (readOnly) return [phrase("fulfilled_by_others", "message_order", about)]
  if (medusa.canceledAt !== null) return [phrase("ship_nothing", "message_canceled", about)]
  return phrases("ship_nothing", about)
}

function judged(
  input: PlanInput,
  wanted: WantedShipment,
  choice: ShipmentChoice,
  choices: ShipmentChoice[]
): DryShipment {
  const { labels, carrier, mapped } = wanted
  const known = input.medusa.fulfillments.find(({ id }) => id === choice.fulfillmentId)
  const fulfillment: MedusaFulfillment = {
    ...(known ?? madeAnew(choice.lines, mapped)),
    ...{ labels, shipAnyway: true },
    ...(carrier ? { chosen: { carrier, trackingUrl: null } } : {}),
  }
  const { refusals, concerns } = checkShipment({ ...input, fulfillment })
  const unpackable = known ? [] : checkFulfillment(input, choice.lines)
  const found = distinct(unpackable.length > 0 ? unpackable : refusals)
  return {
    ...{ ...choice, choices, concerns, refusals: found },
    state: found.length > 0 ? "refused" : "ready",
    checks: labelChecks(input, { ...wanted, mapped: fulfillment.mapped }, choice.lines),
    askedLines: askedLines(input, choice),
  }
}

/** Where a new fulfillment leaves from is seen when it is made; the Ship route asks then. */
function madeAnew(lines: LineUnits[], mapped: string | null): MedusaFulfillment {
  return {
    ...{ id: "", lines, mapped, labels: [], chosen: null, shipFromCountry: "made anew" },
    ...{ shippedAt: null, shippedBy: null, canceledAt: null },
    ...{ shipAnyway: false, shippedBeforeImport: false },
  }
}

function labelChecks(
  input: PlanInput,
  { labels, carrier, mapped }: WantedShipment,
  lines: LineUnits[]
): LabelCheck[] {
  if (labels.length === 0) return []
  const { purchaseOrderId, customerOrderId } = input.walmart
  const units = sumOfUnits(lines)
  const context = { ...input, purchaseOrderId, customerOrderId, units }
  return checkLabels(labels, { ...context, chosen: carrier, mapped })
}
