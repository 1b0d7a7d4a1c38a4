import { correctionsIn, shipmentsIn } from "../model/known-payloads"
import type { MedusaFulfillment, MedusaOrder, ShownParcel } from "../model/sides"
import type { KnownUpdate } from "../model/update"
import { firstKey, shipmentKey } from "../model/update-key"
import type { LineUnits } from "../payloads/payload-parts"
import { type Package, packagesOf } from "../payloads/shipment-payload"
import type {
  CorrectedParcel,
  TrackingCorrectionPayload,
} from "../payloads/tracking-correction-payload"
import { sumOfUnits } from "../../common/units"
import { sameTracking } from "./packages"

/** What Walmart was told as shipped of one fulfillment. */
export interface ToldParcels {
  /** Fulfillment that the shipment was told of. */
  toldAs: string
  /** With the numbers that Walmart has once every correction that is on its way has arrived. */
  packages: Package[]
  /** Numbers that a person replaced before they were sent; Medusa's labels may still have them. */
  formerNumbers: string[]
  /** Numbers that Walmart was told before a correction. */
  replacedNumbers: string[]
  /** Epoch milliseconds of when Walmart showed it; null when unknown. */
  sentAt: number | null
}

interface Facts {
  medusa: Pick<MedusaOrder, "fulfillments">
  known: KnownUpdate[]
  /** What Walmart shows; without it nothing of what was dismissed is taken for told. */
  walmart?: { lines: { lineNumber: string; parcels?: ShownParcel[] }[] }
}

/** What was told of a fulfillment, itself or by one that it replaces; null when nothing was. Pure. */
export function toldParcels(facts: Facts, { id }: { id: string }): ToldParcels | null {
  const { medusa, known } = facts
  const toldAs = replacedBy({ medusa, known }).get(id) ?? id
  const sent = sentShipmentsOf(known, toldAs)
  if (sent.length === 0) return null
  const payloads = shipmentsIn(sent)
  const corrections = toldCorrections(facts).filter((correction) => correction.toldAs === toldAs)
  return {
    toldAs,
    packages: corrections.reduce(
      (packages, correction) => corrected(packages, correction.packages),
      payloads.flatMap(packagesOf)
    ),
    formerNumbers: [...payloads, ...corrections].flatMap((one) => one.formerNumbers ?? []),
    replacedNumbers: corrections.flatMap((one) => one.packages.map(({ replaces }) => replaces)),
    sentAt: sent.reduce<number | null>((last, { sentAt }) => sentAt ?? last, null),
  }
}

/** Corrections that have arrived or will; of one that a person dismissed, what Walmart shows nevertheless. */
function toldCorrections({ known, walmart }: Facts): TrackingCorrectionPayload[] {
  return known
    .filter(({ status }) => status !== "superseded")
    .sort((a, b) => a.sequence - b.sequence)
    .flatMap((update) => {
      if (update.status !== "dismissed") return correctionsIn([update])
      return correctionsIn([update]).map((correction) => ({
        ...correction,
        packages: correction.packages.filter((parcel) => isShown(parcel, walmart)),
      }))
    })
}

function isShown({ trackingNumber, lines }: CorrectedParcel, walmart: Facts["walmart"]): boolean {
  return lines.every(({ lineNumber, quantity }) => {
    const line = walmart?.lines.find((one) => one.lineNumber === lineNumber)
    const under = (line?.parcels ?? []).filter((one) =>
      sameTracking(one.trackingNumber, trackingNumber)
    )
    return sumOfUnits(under) >= quantity
  })
}

/** Boxes of one number take its corrections in turn, and the last of them when there are fewer. */
function corrected(packages: Package[], by: CorrectedParcel[]): Package[] {
  return packages.map((parcel, place) => {
    const { trackingNumber: number } = parcel
    const mine = by.filter(({ replaces }) => sameTracking(replaces, number))
    const earlier = packages
      .slice(0, place)
      .filter((one) => sameTracking(one.trackingNumber, number))
    const found = mine[earlier.length] ?? mine.at(-1)
    if (!found) return parcel
    return { ...parcel, trackingNumber: found.trackingNumber, carrier: found.carrier }
  })
}

/** Shipments of a fulfillment that Walmart has shown. */
function sentShipmentsOf(known: KnownUpdate[], fulfillmentId: string): KnownUpdate[] {
  return known.filter(
    (update) =>
      update.status === "sent" &&
      shipmentsIn([update]).some((told) => told.fulfillmentId === fulfillmentId)
  )
}

/**
 * Fulfillments that were made anew, with the canceled one whose units Walmart has as shipped already: the same units of the same
 * lines, once each, in the order in which they left. What has a shipment of its own replaces nothing. Pure.
 */
export function replacedBy({ medusa, known }: Facts): ReadonlyMap<string, string> {
  const free = canceledAndTold(medusa.fulfillments, known)
  const candidates = medusa.fulfillments
    .filter((f) => f.canceledAt === null && f.shippedAt !== null && !f.shippedBeforeImport)
    .filter(({ id }) => !hasShipment(known, id))
    .sort((a, b) => (a.shippedAt ?? 0) - (b.shippedAt ?? 0) || (a.id < b.id ? -1 : 1))
  const pairs = candidates.flatMap(({ id, lines }): [string, string][] => {
    const index = free.findIndex((told) => sameUnits(told.lines, lines))
    return index === -1 ? [] : [[id, free.splice(index, 1)[0].id]]
  })
  return new Map(pairs)
}

/** Units of a canceled fulfillment that Walmart has as shipped and that one of these units would replace. Pure. */
export function unitsMadeAnew({ medusa, known }: Facts, lines: LineUnits[]): LineUnits[] {
  const taken = new Set(replacedBy({ medusa, known }).values())
  const free = canceledAndTold(medusa.fulfillments, known).filter(({ id }) => !taken.has(id))
  return free.some((told) => sameUnits(told.lines, lines)) ? lines : []
}

function canceledAndTold(fulfillments: MedusaFulfillment[], known: KnownUpdate[]) {
  return fulfillments
    .filter(({ canceledAt }) => canceledAt !== null)
    .sort((a, b) => (a.canceledAt ?? 0) - (b.canceledAt ?? 0) || (a.id < b.id ? -1 : 1))
    .flatMap(({ id }) => {
      const packages = shipmentsIn(sentShipmentsOf(known, id)).flatMap(packagesOf)
      return packages.length === 0 ? [] : [{ id, lines: packages.flatMap(({ lines }) => lines) }]
    })
}

function hasShipment(known: KnownUpdate[], id: string): boolean {
  return known.some(
    ({ status, uniqueKey }) => status !== "superseded" && firstKey(uniqueKey) === shipmentKey(id)
  )
}

function sameUnits(a: LineUnits[], b: LineUnits[]): boolean {
  const sums = (units: LineUnits[]) => {
    const sum = new Map<string, number>()
    for (const one of units) sum.set(one.lineNumber, (sum.get(one.lineNumber) ?? 0) + one.quantity)
    return JSON.stringify([...sum].sort(([x], [y]) => (x < y ? -1 : 1)))
  }
  return a.length > 0 && sums(a) === sums(b)
}
