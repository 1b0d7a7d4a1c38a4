import type { CarrierChoice } from "./carriers"
import { checkReason, type Market } from "./markets"
import { checkLabel, type LabelCheck } from "./packages"
import type { Order } from "./order"
import { type Problem, problemText, shownValue } from "./problem"
import { unitsShownUnder } from "./shipment"
import type { CancellationPayload, Package, ShipmentPayload, UpdatePayload } from "./update"

/** What a person changes about one package. What is left out stays. */
export interface PackageCorrection {
  /** Walmart's name, an alias, or a free name that goes with a link; empty to have it recognized. */
  carrier?: string
  trackingNumber?: string
  /** Empty takes the link away. */
  trackingUrl?: string
}

/** What a person changes about an update before it is sent again. What is left out stays. */
export interface Correction extends PackageCorrection {
  /** Reason code of the market. */
  reason?: string
  /** Ship although the customer asked Walmart to cancel. */
  shipAnyway?: boolean
  /** Which package of a shipment, from 0; may be left out when there is one. */
  packageIndex?: number
  /** Corrections of several packages at once, since all are checked together. */
  packages?: (PackageCorrection & { packageIndex: number })[]
}

/** What a correction is checked against. */
export interface CorrectionContext {
  purchaseOrderId: string
  customerOrderId: string
  market: Market
  strictness: "strict" | "lenient"
  /** Lines whose customer asked Walmart to cancel. */
  askedLines: string[]
  /** The order as last read from Walmart; null when it is not kept any more. Only warnings come from it. */
  shown: Pick<Order, "lines"> | null
}

/** The corrected wish, or everything that is wrong with it. */
export type CorrectionResult =
  { payload: UpdatePayload; warnings: string[] } | { problems: Problem[] }

/**
 * Applies a person's correction and checks the whole update as the planner does, so that an empty correction tells whether
 * the update may be sent as it is. The given payload is left alone.
 */
export function correctPayload(
  payload: UpdatePayload,
  correction: Correction,
  context: CorrectionContext
): CorrectionResult {
  const foreign = foreignField(payload, correction)
  if (foreign) return { problems: [foreign] }
  if (payload.kind === "shipment") return correctShipment(payload, correction, context)
  if (payload.kind === "cancellation") return correctCancellation(payload, correction, context)
  return { payload, warnings: [] }
}

/** What may be corrected about each kind. */
const CORRECTABLE: Record<UpdatePayload["kind"], (keyof Correction)[]> = {
  acknowledgment: [],
  shipment: ["carrier", "trackingNumber", "trackingUrl", "shipAnyway", "packageIndex", "packages"],
  cancellation: ["reason"],
}

const FIELD_WORDS: Record<keyof Correction, { words: string; field: Problem["field"] }> = {
  carrier: { words: "a carrier", field: "carrier" },
  trackingNumber: { words: "a tracking number", field: "tracking_number" },
  trackingUrl: { words: "a tracking link", field: "tracking_url" },
  shipAnyway: { words: "a decision to ship anyway", field: "reason" },
  packageIndex: { words: "packages", field: "tracking_number" },
  packages: { words: "packages", field: "tracking_number" },
  reason: { words: "a cancellation reason", field: "reason" },
}

function foreignField(payload: UpdatePayload, correction: Correction): Problem | null {
  const given = givenFields(correction)
  const foreign = given.find((name) => !CORRECTABLE[payload.kind].includes(name))
  if (!foreign) return null
  const { words, field } = FIELD_WORDS[foreign]
  const wanted = correction[foreign]
  const value = shownValue(typeof wanted === "object" ? JSON.stringify(wanted) : String(wanted))
  return {
    code: "not_correctable",
    field,
    value,
    message: `This update is a ${payload.kind}, which has no such thing as ${words} ("${value}").`,
    remedy: "Leave it out and retry.",
  }
}

function givenFields(correction: Correction): (keyof Correction)[] {
  const names = Object.keys(FIELD_WORDS) as (keyof Correction)[]
  return names.filter((name) => correction[name] !== undefined)
}

function correctShipment(
  payload: ShipmentPayload,
  correction: Correction,
  context: CorrectionContext
): CorrectionResult {
  const changes = [correction, ...(correction.packages ?? [])].map((change) => ({
    change,
    index: correctedPackage(payload, change),
  }))
  const unknown = changes.flatMap(({ index }) => (typeof index === "number" ? [] : [index]))
  if (unknown.length > 0) return { problems: unknown }
  const checks = payload.packages.map((parcel, index) => {
    const mine = changes.filter((entry) => entry.index === index).map(({ change }) => change)
    return checkPackage(parcel, Object.assign({}, ...mine), context)
  })
  const problems = checks.flatMap((check) => check.problems)
  if (problems.length > 0) return { problems }
  const packages = withChecks(payload, checks)
  const replaced = replacedNumbers(payload, packages)
  return {
    payload: { ...payload, ...shipAnyway(correction), packages, ...former(payload, replaced) },
    warnings: [
      ...checks.flatMap(({ warnings }) => warnings.map(problemText)),
      ...replaced.flatMap((number) => shownWarning(context.shown, number)),
    ],
  }
}

function replacedNumbers({ packages: before }: ShipmentPayload, after: Package[]): string[] {
  return before
    .map(({ trackingNumber }) => trackingNumber)
    .filter((number, index) => number !== "" && number !== after[index].trackingNumber)
}

/** The numbers before stay known, because Walmart may show units under them, now or after a late answer. */
function former({ formerNumbers = [] }: ShipmentPayload, replaced: string[]) {
  const all = [...new Set([...formerNumbers, ...replaced])]
  return all.length > 0 ? { formerNumbers: all } : {}
}

function shownWarning(shown: CorrectionContext["shown"], number: string): string[] {
  const units = shown ? unitsShownUnder(shown, number) : 0
  if (units === 0) return []
  return [
    `Walmart shows ${units} unit(s) under ${number} already. They are not sent again and keep that number there; if it is wrong, correct it in Seller Center.`,
  ]
}

/** Index of the package a correction means, -1 when it means none. */
function correctedPackage({ packages }: ShipmentPayload, correction: Correction): number | Problem {
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
  const range = count === 1 ? "0" : `0 to ${count - 1}`
  const message = value
    ? `There is no package ${value}: this shipment has ${count}.`
    : `This shipment has ${count} packages, and none was named.`
  const remedy = `Give package_index ${range} with the correction.`
  return { code: "package_unknown", field: "tracking_number", value, message, remedy }
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

function withChecks({ packages }: ShipmentPayload, checks: LabelCheck[]): Package[] {
  return packages.map((parcel, index) => ({
    ...parcel,
    trackingNumber: checks[index].trackingNumber,
    carrier: checks[index].carrier ?? parcel.carrier,
  }))
}

function shipAnyway({ shipAnyway: wanted }: Correction): Partial<ShipmentPayload> {
  return wanted === undefined ? {} : { overrideCustomerCancellation: wanted }
}

function correctCancellation(
  payload: CancellationPayload,
  correction: Correction,
  { market, askedLines }: CorrectionContext
): CorrectionResult {
  const reason = (correction.reason ?? payload.reason).trim()
  const customerAsked = payload.lines.every(({ lineNumber }) => askedLines.includes(lineNumber))
  const problem = checkReason(market, reason, { customerAsked })
  return problem ? { problems: [problem] } : { payload: { ...payload, reason }, warnings: [] }
}

function nameOf(choice: CarrierChoice): string {
  return "carrier" in choice ? choice.carrier : choice.otherCarrier
}

function linkOf(choice: CarrierChoice): string | null {
  return "carrier" in choice ? null : choice.trackingUrl
}
