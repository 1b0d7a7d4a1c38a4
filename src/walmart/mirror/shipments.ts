import type { LineUnits } from "../updates/payloads/payload-parts"
import type { MedusaFulfillment } from "../updates/model/sides"
import type { KnownUpdate } from "../updates/model/update"
import { correctionsIn, shipmentsIn } from "../updates/model/known-payloads"
import { packagesOf } from "../updates/payloads/shipment-payload"
import { type LineFigures, lineFigures, type Sides } from "../reconciliation/figures/line-figures"
import type { ForeignParcel, MirrorAction } from "./action"
import { freeUnits, isBusy, isPrepared, unitsToTakeOut } from "./cancellations"
import { type GoneUnits, goneUnitsOf, spelled } from "./gone-units"
import { sumOfUnits } from "../common/units"
import { unitsIn } from "../updates/payloads/units-in"

/**
 * Records parcels in Medusa that left by other hands: a fulfillment of exactly these units that waits to be shipped is that
 * parcel; otherwise one is made of units that no fulfillment holds. Whatever fits neither way is for a person to see. Pure.
 */
export function mirroredShipments(sides: Sides): MirrorAction[] {
  const lines = lineFigures(sides)
  const prepared = sides.medusa.fulfillments.filter((one) => isPrepared(sides, one))
  const free = new Map(lines.map((line) => [line.lineNumber, unclaimed(sides, line)]))
  return foreignParcels(sides).flatMap((parcel): MirrorAction[] => {
    const index = prepared.findIndex(({ lines: held }) => isSame(held, parcel.lines))
    if (index >= 0) {
      const [{ id }] = prepared.splice(index, 1)
      return [{ kind: "ship", fulfillmentId: id, parcel }]
    }
    if (parcel.lines.some(({ lineNumber: of, quantity }) => quantity > (free.get(of) ?? 0))) {
      return []
    }
    for (const { lineNumber: of, quantity } of parcel.lines) {
      free.set(of, (free.get(of) ?? 0) - quantity)
    }
    return [{ kind: "fulfill", parcel }]
  })
}

function unclaimed(sides: Sides, line: LineFigures): number {
  return freeUnits(sides, line) - unitsToTakeOut(line)
}

function isSame(a: LineUnits[], b: LineUnits[]): boolean {
  return textOf(a) === textOf(b)
}

function textOf(units: LineUnits[]): string {
  const parts = units.map(({ lineNumber, quantity }) => `${lineNumber}=${quantity}`)
  return parts.sort().join(",")
}

/**
 * Parcels at Walmart that Medusa does not show as shipped and that this plugin did not tell of, by tracking number. Never more
 * units than Medusa still means to ship, and none of a line of which nobody can tell which of its parcels these are. Pure.
 */
export function foreignParcels(sides: Sides): ForeignParcel[] {
  const parcels = new Map<string, ForeignParcel>()
  const missing = new Map(
    lineFigures(sides).map((line) => [line.lineNumber, missingUnits(line)] as const)
  )
  const foreign = foreignUnits(sides)
  for (const gone of foreign.filter((one) => !isUnclear(one, foreign, missing))) {
    const { lineNumber, number } = gone
    const quantity = Math.min(gone.quantity, missing.get(lineNumber) ?? 0)
    if (quantity <= 0) continue
    missing.set(lineNumber, (missing.get(lineNumber) ?? 0) - quantity)
    const parcel = parcels.get(number ?? "") ?? emptyParcel(gone)
    parcels.set(number ?? "", withUnits(parcel, { lineNumber, quantity }))
  }
  return [...parcels.values()]
}

/** More units than are missing, under several numbers: one of these may have taken the place of a number that Medusa shows. */
function isUnclear(
  { lineNumber }: GoneUnits,
  foreign: GoneUnits[],
  missing: ReadonlyMap<string, number>
): boolean {
  const own = foreign.filter((one) => one.lineNumber === lineNumber)
  const numbers = new Set(own.map(({ number }) => number))
  return numbers.size > 1 && sumOfUnits(own) > (missing.get(lineNumber) ?? 0)
}

function missingUnits(line: LineFigures): number {
  const { medusa, walmart } = line
  if (isBusy(line)) return 0
  return Math.min(walmart.shipped - medusa.shipped, medusa.open - unitsToTakeOut(line))
}

function emptyParcel({ parcel }: GoneUnits): ForeignParcel {
  const { trackingNumber = null, trackingUrl = null, carrier = null } = parcel
  return { trackingNumber, trackingUrl, carrier, lines: [] }
}

function withUnits(parcel: ForeignParcel, units: LineUnits): ForeignParcel {
  const lines = parcel.lines.some(({ lineNumber }) => lineNumber === units.lineNumber)
    ? parcel.lines.map((one) => (one.lineNumber === units.lineNumber ? sumOf(one, units) : one))
    : [...parcel.lines, units]
  return { ...parcel, lines }
}

function sumOf(one: LineUnits, { quantity }: LineUnits): LineUnits {
  return { ...one, quantity: one.quantity + quantity }
}

/** What was told under a number is this plugin's own, and what is shipped under it in Medusa is known there. */
function foreignUnits({ known, medusa, walmart }: Sides): GoneUnits[] {
  const own = ownNumbers(known)
  const shipped = medusa.fulfillments.filter((f) => f.shippedAt !== null && f.canceledAt === null)
  const gone = goneUnitsOf(walmart).map((one) => {
    const isOwn = one.number !== null && own.has(one.number)
    const quantity = isOwn ? 0 : Math.max(0, one.quantity - unitsUnder(shipped, one))
    return { ...one, quantity, told: one.quantity - quantity }
  })
  const hidden = new Map(
    walmart.lines.map(({ lineNumber }) => [lineNumber, hiddenUnits(lineNumber, shipped, gone)])
  )
  return gone
    .map((one) => ({ ...one, quantity: one.quantity - cameBack(one, hidden) }))
    .filter(({ quantity }) => quantity > 0)
}

/** Units that Medusa shows as shipped and Walmart under no number of theirs, as after a refund. */
function hiddenUnits(
  lineNumber: string,
  shipped: MedusaFulfillment[],
  gone: { lineNumber: string; told: number }[]
): number {
  const shown = gone.filter((one) => one.lineNumber === lineNumber)
  return Math.max(0, unitsIn(shipped, lineNumber) - shown.reduce((sum, { told }) => sum + told, 0))
}

/** Units shown as refunded, without their parcel, that are the hidden ones of their line. */
function cameBack(
  { lineNumber, quantity, parcel }: GoneUnits,
  hidden: Map<string, number>
): number {
  if (parcel.status !== "Refund") return 0
  const left = hidden.get(lineNumber) ?? 0
  const units = Math.min(quantity, left)
  hidden.set(lineNumber, left - units)
  return units
}

function ownNumbers(known: KnownUpdate[]): Set<string | null> {
  const sent = known.filter(({ status }) => status === "sent")
  const corrected = correctionsIn(sent).flatMap(({ packages }) => packages)
  const told = [...shipmentsIn(sent).flatMap(packagesOf), ...corrected]
  const replaced = corrected.map(({ replaces: trackingNumber }) => ({ trackingNumber }))
  return new Set([...told, ...replaced].map(({ trackingNumber }) => spelled(trackingNumber)))
}

function unitsUnder(shipped: MedusaFulfillment[], { lineNumber, number }: GoneUnits): number {
  const under = shipped.filter((one) => numbersOf(one).includes(number))
  return unitsIn(under, lineNumber)
}

/** What was shipped without a number has none at Walmart either. */
function numbersOf({ labels }: MedusaFulfillment): (string | null)[] {
  return labels.length === 0 ? [null] : labels.map((label) => spelled(label.trackingNumber))
}
