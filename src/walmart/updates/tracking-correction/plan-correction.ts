import { correctionsIn } from "../model/known-payloads"
import type { PlanFacts } from "../model/kind"
import { asAttention, askedBy } from "../model/planned"
import type { MedusaFulfillment, PlanInput } from "../model/sides"
import type { KnownUpdate, PlannedUpdate } from "../model/update"
import { lastOf, nextKey } from "../model/update-key"
import type {
  CorrectedParcel,
  TrackingCorrectionPayload,
} from "../payloads/tracking-correction-payload"
import { checkLabel, type LabelCheck, sameTracking, shipFromProblems } from "../shipment/packages"
import { shipFrom } from "../shipment/plan-shipment"
import { type ToldParcels, toldParcels } from "../shipment/told-parcels"
import { problemText } from "../../common/problem"
import { type ChangedNumber, changedNumbers } from "./changed-numbers"
import { correctableUntil } from "./correction-window"
import { toldCountry } from "./ship-from"
import { unitsToldUnder } from "./told-units"

type Planned = PlannedUpdate<TrackingCorrectionPayload>

/** Shipments that Walmart has under another number than Medusa, as long as Walmart takes a change. Pure. */
export function missingCorrections(facts: PlanFacts): Planned[] {
  if (facts.hasUnreadable) return []
  return facts.medusa.fulfillments
    .filter((f) => f.shippedAt !== null && f.canceledAt === null && !f.shippedBeforeImport)
    .flatMap((fulfillment) => {
      const told = toldParcels(facts, fulfillment)
      const until = told && correctableUntil(facts.market, told)
      if (!told || until === null || facts.now > until) return []
      const changed = changedNumbers(told, fulfillment.labels).filter(
        (one) => !isDecided(facts, told, one)
      )
      return changed.length === 0
        ? []
        : plannedCorrection(facts, { fulfillment, told, changed, until })
    })
}

interface Desired {
  fulfillment: MedusaFulfillment
  told: ToldParcels
  changed: ChangedNumber[]
  until: number
}

function plannedCorrection(facts: PlanFacts, desired: Desired): Planned[] {
  const { fulfillment, told, changed, until } = desired
  const checked = changed.map((one) => ({ ...one, check: checkNewLabel(facts, fulfillment, one) }))
  const key = keyOf(fulfillment, checked)
  if (isDismissed(facts, key)) return []
  const { currentTrackingNames: names } = facts.market
  const country = fulfillment.shipFromCountry ?? toldCountry(facts.known, told.toldAs)
  const from = { shipFromCountry: country }
  return [
    {
      uniqueKey: nextKey(facts.known, key),
      payload: {
        ...{
          kind: "tracking_correction",
          fulfillmentId: fulfillment.id,
          toldAs: told.toldAs,
          until,
        },
        shippedAt: fulfillment.shippedAt ?? facts.now,
        packages: checked.map((one) => correctedParcel(facts, one)),
        sellerOrderId: facts.medusa.displayId,
        ...shipFrom(facts.market, from),
        ...(names === "new" ? { currentTrackingNames: names } : {}),
      },
      attention: asAttention([
        ...checked.flatMap(({ check }) => check.problems),
        ...shipFromProblems(facts.market, from),
      ]),
      warnings: checked.flatMap(({ check }) => check.warnings.map(problemText)),
      happenedAt: facts.now,
      ...askedBy(fulfillment.shippedBy),
    },
  ]
}

type Checked = ChangedNumber & { check: LabelCheck }

/** By the rules of the Ship screen; a carrier that was chosen for the parcel stays, unless the new number is certainly another's. */
function checkNewLabel(
  facts: PlanInput,
  { chosen, mapped }: MedusaFulfillment,
  { label }: ChangedNumber
): LabelCheck {
  const { purchaseOrderId, customerOrderId } = facts.walmart
  const context = { ...facts, purchaseOrderId, customerOrderId, mapped }
  const named = { chosen: chosen?.carrier, chosenUrl: chosen?.trackingUrl }
  const check = checkLabel(label, { ...context, ...named })
  const isForeign = check.problems.some(({ code }) => code === "tracking_number_other_carrier")
  return isForeign ? checkLabel(label, context) : check
}

function correctedParcel(facts: PlanFacts, { parcel, check }: Checked): CorrectedParcel {
  return {
    trackingNumber: check.trackingNumber,
    carrier: check.carrier ?? parcel.carrier,
    replaces: parcel.trackingNumber,
    lines: parcel.lines.map(({ lineNumber, quantity }) => ({
      ...{ lineNumber, quantity },
      kept: Math.max(0, unitsToldUnder(facts, parcel.trackingNumber, lineNumber) - quantity),
    })),
  }
}

function keyOf({ id }: MedusaFulfillment, checked: Checked[]): string {
  const changes = checked.map(
    ({ parcel, check }) => `${parcel.trackingNumber}>${check.trackingNumber}`
  )
  return `tracking_correction:${id}:${changes.join(",")}`.replaceAll("#", "")
}

/** A person has decided that Walmart shall not be told of this very change. */
function isDismissed({ known }: PlanInput, key: string): boolean {
  return lastOf(known, key)?.status === "dismissed"
}

/** A person has decided so beside other changes, which may be others by this time. */
function isDecided(
  { known }: PlanInput,
  { toldAs }: ToldParcels,
  { parcel, label }: ChangedNumber
): boolean {
  const dismissed = correctionsIn(known.filter(({ status }) => status === "dismissed"))
  return dismissed
    .filter((one) => one.toldAs === toldAs)
    .flatMap(({ packages }) => packages)
    .some(
      ({ replaces, trackingNumber }) =>
        sameTracking(replaces, parcel.trackingNumber) &&
        sameTracking(trackingNumber, label.trackingNumber)
    )
}

/**
 * Whether a correction tells a number that Medusa's labels do not have any more, or is about a fulfillment that was canceled. The
 * number that a person corrected stays good although the label may have kept the one before.
 */
export function isOutdated({ medusa }: PlanInput, update: KnownUpdate): boolean {
  return correctionsIn([update]).some(({ fulfillmentId, packages, formerNumbers = [] }) => {
    const fulfillment = medusa.fulfillments.find(({ id }) => id === fulfillmentId)
    if (!fulfillment) return false
    if (fulfillment.canceledAt !== null || fulfillment.shippedAt === null) return true
    const written = fulfillment.labels.map(({ trackingNumber }) => trackingNumber)
    const wanted = packages.map(({ trackingNumber }) => trackingNumber)
    return wanted.some(
      (number) =>
        ![number, ...formerNumbers].some((one) => written.some((label) => sameTracking(label, one)))
    )
  })
}
