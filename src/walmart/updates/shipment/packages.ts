import type { Label } from "../model/sides"
import type { Package } from "../payloads/shipment-payload"
import type { LineUnits } from "../payloads/payload-parts"
import { type CarrierChoice, resolveCarrier, unlistedWarning } from "../../carriers/carriers"
import { bareLink } from "../../carriers/links"
import { parcelNumber } from "../../carriers/formats/parcel-number"
import type { Market } from "../../markets/market"
import { say } from "../../words/phrase"
import { numberProblem, type Problem } from "../../common/problem"
import { prohibitedProblem } from "../../carriers/prohibited-carriers"
import { checkTrackingNumber, normalizeTrackingNumber } from "../../carriers/tracking-number"

/** What is known when labels are checked. */
export interface LabelContext {
  purchaseOrderId: string
  customerOrderId: string
  market: Market
  strictness: "strict" | "lenient"
  /** Carrier a person chose for the fulfillment. */
  chosen?: string | null
  /** Carrier from the account's map for the fulfillment's shipping option or provider. */
  mapped?: string | null
  /** Link chosen with the carrier. */
  chosenUrl?: string | null
}

/** A label ready to send, or what is wrong with it. */
export interface LabelCheck {
  trackingNumber: string
  carrier: CarrierChoice | null
  problems: Problem[]
  warnings: Problem[]
}

/** Checks one label against Walmart's tracking policy and finds its carrier. */
export function checkLabel(label: Label, context: LabelContext): LabelCheck {
  const trackingUrl = usableUrl(label.trackingUrl) ?? context.chosenUrl ?? null
  const found = resolveCarrier({
    chosen: context.chosen,
    mapped: context.mapped,
    trackingNumber: label.trackingNumber,
    trackingUrl,
    market: context.market,
  })
  const choice = "choice" in found ? found.choice : null
  const forbidden = prohibitedProblem({
    ...context,
    trackingNumber: label.trackingNumber,
    trackingUrl,
    name: nameOf(choice) ?? context.chosen ?? context.mapped ?? null,
    choice,
  })
  if (forbidden && context.strictness === "strict") return refused(label, forbidden)
  const checked = checkTrackingNumber({
    ...context,
    raw: label.trackingNumber,
    carrier: nameOf(choice),
  })
  const carrierProblems = "choice" in found || checked.problems.length > 0 ? [] : [found]
  return {
    trackingNumber: checked.number,
    carrier: choice,
    problems: [...checked.problems, ...carrierProblems],
    warnings: [
      ...checked.warnings,
      ...[forbidden ?? unlistedWarning(choice, context.market)].filter((found) => found !== null),
    ],
  }
}

function refused({ trackingNumber }: Label, problem: Problem): LabelCheck {
  const number = normalizeTrackingNumber(trackingNumber)
  return { trackingNumber: number, carrier: null, problems: [problem], warnings: [] }
}

/** Problem of a shipment that has no label at all. */
function missingLabel(): Problem {
  return numberProblem(say("tracking_number_missing", {}, "shipment"), "")
}

/**
 * Checks every label of a shipment of so many units; a shipment without labels is one problem. Walmart counts packages in
 * units of lines (docs/walmart-api.md, "Shipping"), so a number more than there are units could not be sent.
 */
export function checkLabels(
  labels: Label[],
  context: LabelContext & { units: number }
): LabelCheck[] {
  if (labels.length === 0) return [unlabeled(missingLabel())]
  const checks = labels.map((label) => checkLabel(label, context))
  const numbers = checks.map(({ trackingNumber }) => parcelNumber(trackingNumber))
  return checks.map((check, index) => {
    const isRepeated = numbers.indexOf(numbers[index]) < index
    if (isRepeated) return withWarning(check, repeatedLabel(check.trackingNumber))
    const place = new Set(numbers.slice(0, index + 1)).size
    return context.units > 0 && place > context.units
      ? withProblem(check, surplusLabel(check, context.units))
      : check
  })
}

function unlabeled(problem: Problem): LabelCheck {
  return { trackingNumber: "", carrier: null, problems: [problem], warnings: [] }
}

function withProblem(check: LabelCheck, problem: Problem): LabelCheck {
  return { ...check, problems: [...check.problems, problem] }
}

function withWarning(check: LabelCheck, warning: Problem): LabelCheck {
  return { ...check, warnings: [...check.warnings, warning] }
}

function surplusLabel({ trackingNumber }: LabelCheck, units: number): Problem {
  const said = say("tracking_number_surplus", { number: trackingNumber, units })
  return numberProblem(said, trackingNumber)
}

function repeatedLabel(trackingNumber: string): Problem {
  return numberProblem(say("tracking_number_repeated", { number: trackingNumber }), trackingNumber)
}

/** What keeps a shipment back where the market wants to know the country it leaves from, and Medusa does not say. */
export function shipFromProblems(
  { namesShipFromCountry, name }: Market,
  { shipFromCountry }: { shipFromCountry?: string | null }
): Problem[] {
  if (!namesShipFromCountry || shipFromCountry) return []
  return [{ ...say("ship_from_missing", { market: name }), field: "stock_location", value: "" }]
}

/** Units dealt to packages, and the tracking numbers that got none. */
export interface Dealt {
  packages: Package[]
  emptyLabels: string[]
}

/**
 * Deals the units of a fulfillment to its labels in order, as evenly as possible, the first ones getting one more. Labels
 * that repeat a tracking number are one package.
 */
export function dealPackages(lines: LineUnits[], labels: Omit<Package, "lines">[]): Dealt {
  const distinct = labels.filter(
    ({ trackingNumber }, index) =>
      index === labels.findIndex((other) => sameTracking(other.trackingNumber, trackingNumber))
  )
  const units = lines.flatMap(({ lineNumber, quantity }) =>
    Array<string>(quantity).fill(lineNumber)
  )
  const packages = distinct.map((label, index) => {
    const [from, to] = [index, index + 1].map((share) =>
      shareEnd(units.length, distinct.length, share)
    )
    return { ...label, lines: countUnits(units.slice(from, to)) }
  })
  return {
    packages: packages.filter((entry) => entry.lines.length > 0),
    emptyLabels: packages.filter((e) => e.lines.length === 0).map((e) => e.trackingNumber),
  }
}

/** Two spellings of a number name the same package, and so do a barcode and the number in it. */
export function sameTracking(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false
  const [first, second] = [a, b].map((number) => parcelNumber(normalizeTrackingNumber(number)))
  return first === second
}

function shareEnd(units: number, shares: number, share: number): number {
  return share * Math.floor(units / shares) + Math.min(share, units % shares)
}

function countUnits(lineNumbers: string[]): LineUnits[] {
  const counts = new Map<string, number>()
  for (const lineNumber of lineNumbers) counts.set(lineNumber, (counts.get(lineNumber) ?? 0) + 1)
  return [...counts].map(([lineNumber, quantity]) => ({ lineNumber, quantity }))
}

function usableUrl(url: string | null): string | null {
  const link = bareLink(url ?? "")
  return /^https?:\/\//i.test(link) ? link : null
}

function nameOf(choice: CarrierChoice | null): string | null {
  if (!choice) return null
  return "carrier" in choice ? choice.carrier : choice.otherCarrier
}
