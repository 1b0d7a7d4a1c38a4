import type {
  Correction,
  CorrectionContext,
  CorrectionResult,
  PackageCorrection,
} from "../model/correction"
import type { CarrierChoice } from "../../carriers/carriers"
import { checkLabel, type LabelCheck } from "./packages"
import { numberProblem, type Problem, problemText } from "../../common/problem"
import { phrase, say, type Text, textIn } from "../../words/phrase"
import { unitsShownUnder } from "./shipment"
import type { Package, ShipmentPayload } from "../payloads/shipment-payload"

/** A shipment with a correction of its parcels, each checked as the planner checks it. */
export function correctShipment(
  payload: ShipmentPayload,
  correction: Correction,
  context: CorrectionContext
): CorrectionResult<ShipmentPayload> {
  const corrected = correctPackages(payload.packages, correction, context)
  if ("problems" in corrected) return corrected
  const { packages, replaced, warnings } = corrected
  return {
    payload: { ...payload, ...shipAnyway(correction), packages, ...former(payload, replaced) },
    warnings: [...warnings, ...replaced.flatMap((number) => shownWarning(context.shown, number))],
  }
}

/** Parcels with a correction. */
export interface CorrectedPackages<Parcel> {
  packages: Parcel[]
  /** Numbers that they had before. */
  replaced: string[]
  warnings: Text[]
}

/** Parcels with a correction, each checked as the planner checks it, or everything that is wrong with it. */
export function correctPackages<Parcel extends Package>(
  parcels: Parcel[],
  correction: Correction,
  context: CorrectionContext
): CorrectedPackages<Parcel> | { problems: Problem[] } {
  const changes = [correction, ...(correction.packages ?? [])].map((change) => ({
    change,
    index: correctedPackage(parcels, change),
  }))
  const unknown = changes.flatMap(({ index }) => (typeof index === "number" ? [] : [index]))
  if (unknown.length > 0) return { problems: unknown }
  const checks = parcels.map((parcel, index) => {
    const mine = changes.filter((entry) => entry.index === index).map(({ change }) => change)
    return checkPackage(parcel, Object.assign({}, ...mine), context)
  })
  const problems = checks.flatMap((check) => check.problems)
  if (problems.length > 0) return { problems }
  const packages = withChecks(parcels, checks)
  return {
    packages,
    replaced: replacedNumbers(parcels, packages),
    warnings: checks.flatMap(({ warnings }) => warnings.map(problemText)),
  }
}

function replacedNumbers(before: Package[], after: Package[]): string[] {
  return before
    .map(({ trackingNumber }) => trackingNumber)
    .filter((number, index) => number !== "" && number !== after[index].trackingNumber)
}

/** The numbers before stay known, because Walmart may show units under them, now or after a late answer. */
function former({ formerNumbers = [] }: ShipmentPayload, replaced: string[]) {
  const all = [...new Set([...formerNumbers, ...replaced])]
  return all.length > 0 ? { formerNumbers: all } : {}
}

function shownWarning(shown: CorrectionContext["shown"], number: string): Text[] {
  const units = shown ? unitsShownUnder(shown, number) : 0
  if (units === 0) return []
  return [textIn([phrase("number_shown_already", "message", { units, number })])]
}

/** Index of the package a correction means, -1 when it means none. */
function correctedPackage(packages: Package[], correction: Correction): number | Problem {
  const { carrier, trackingNumber, trackingUrl, packageIndex } = correction
  if (packageIndex !== undefined && !packages[packageIndex]) {
    return packageProblem(String(packageIndex), packages.length)
  }
  if (packageIndex !== undefined) return packageIndex
  const isAboutPackage = [carrier, trackingNumber, trackingUrl].some((value) => value !== undefined)
  if (!isAboutPackage) return -1
  return packages.length === 1 ? 0 : packageProblem("", packages.length)
}

function packageProblem(value: string, count: number): Problem {
  const range = count === 1 ? "0" : `0–${count - 1}`
  const about = { value, packages: count, range }
  return numberProblem(say("package_unknown", about, value ? "" : "none"), value)
}

/** A carrier that nobody names anew stays, unless the number is certainly another carrier's. */
function checkPackage(
  parcel: Package,
  change: PackageCorrection,
  context: CorrectionContext
): LabelCheck {
  const label = {
    trackingNumber: change.trackingNumber ?? parcel.trackingNumber,
    trackingUrl: change.trackingUrl ?? linkOf(parcel.carrier),
  }
  const check = checkLabel(label, { ...context, chosen: change.carrier ?? nameOf(parcel.carrier) })
  const isForeign = check.problems.some(({ code }) => code === "tracking_number_other_carrier")
  if (change.carrier || !change.trackingNumber || !isForeign) return check
  return checkLabel(label, context)
}

function withChecks<Parcel extends Package>(packages: Parcel[], checks: LabelCheck[]): Parcel[] {
  return packages.map((parcel, index) => ({
    ...parcel,
    trackingNumber: checks[index].trackingNumber,
    carrier: checks[index].carrier ?? parcel.carrier,
  }))
}

function shipAnyway({ shipAnyway: wanted }: Correction): Partial<ShipmentPayload> {
  return wanted === undefined ? {} : { overrideCustomerCancellation: wanted }
}

function nameOf(choice: CarrierChoice): string {
  return "carrier" in choice ? choice.carrier : choice.otherCarrier
}

function linkOf(choice: CarrierChoice): string | null {
  return "carrier" in choice ? null : choice.trackingUrl
}
