import type { Package, ShipmentPayload } from "../payloads/shipment-payload"
import {
  goneEntries,
  lineQuantities,
  openQuantity,
  type Order,
  type OrderLine,
} from "../../orders/order"
import { sameTracking } from "./packages"
import { conflictsOf, isNotOpen } from "./shipment-conflicts"
import { statusEntry } from "./status-entry"
import type { Attention } from "../model/update"
import type { LineNumber, TrackingNumber } from "../../common/ids"

/** What is still to be said of one shipment, after comparing it with the Walmart order. */
export interface ShipmentRemainder {
  /** Packages with only the units Walmart does not show yet. Empty when everything is there. */
  packages: Package[]
  /** Why the rest cannot be sent as it is. */
  conflict: Attention | null
  /** What of it Walmart still takes nevertheless: the open units, when the others are canceled there or were never ordered. */
  sendable: Package[]
}

/** Units Walmart shows as gone, by line and tracking number, handed out to the shipments that want them, first come first served. */
interface Shown {
  lineNumber: string
  trackingNumber: string | null
  left: number
}

/**
 * Compares shipments, in their sequence, with what Walmart shows, and returns what remains of each. Units that Walmart shows
 * without a tracking number count for whoever asks first. The same inputs always give the same answer, so repeating is safe.
 */
export function shipmentRemainders(
  order: Order,
  shipments: ShipmentPayload[]
): ShipmentRemainder[] {
  const shown = order.lines.flatMap(shownUnits)
  const open = new Map(
    order.lines.map((line) => [line.lineNumber, openQuantity(lineQuantities(line))])
  )
  const ours = shipments.flatMap(numbersOf)
  return shipments.map((shipment) => {
    const packages = remainingPackages(shipment, shown)
    const conflicts =
      packages.length === 0 ? [] : conflictsOf({ order, shipment, packages, open, ours })
    const isInPart = conflicts.every(isNotOpen)
    const sendable = isInPart ? withinOpen(packages, open) : []
    return { packages, conflict: conflicts.at(0) ?? null, sendable }
  })
}

/** Every number that a shipment has or had. */
function numbersOf({ packages, formerNumbers = [] }: ShipmentPayload): string[] {
  return [...packages.map(({ trackingNumber }) => trackingNumber), ...formerNumbers]
}

/** Packages of shipments, in their sequence, with only the units that Walmart does not show yet. Pure. */
export function unshownPackages(
  order: Pick<Order, "lines">,
  shipments: ShipmentPayload[]
): Package[][] {
  const shown = order.lines.flatMap(shownUnits)
  return shipments.map((shipment) => remainingPackages(shipment, shown))
}

/** Takes what is open of each line, box by box. */
function withinOpen(packages: Package[], open: Map<string, number>): Package[] {
  return packages
    .map((parcel) => ({
      ...parcel,
      lines: parcel.lines
        .map(({ lineNumber, quantity }) => {
          const taken = Math.min(quantity, open.get(lineNumber) ?? 0)
          open.set(lineNumber, (open.get(lineNumber) ?? 0) - taken)
          return { lineNumber, quantity: taken }
        })
        .filter(({ quantity }) => quantity > 0),
    }))
    .filter(hasUnits)
}

/** Units of all lines that Walmart shows as gone under a tracking number. */
export function unitsShownUnder(
  order: Pick<Order, "lines">,
  trackingNumber: TrackingNumber,
  lineNumber?: LineNumber
): number {
  return order.lines
    .filter((line) => lineNumber === undefined || line.lineNumber === lineNumber)
    .flatMap(shownUnits)
    .filter((units) => sameTracking(units.trackingNumber, trackingNumber))
    .reduce((sum, { left }) => sum + left, 0)
}

/** Body of `POST …/shipping` for what remains of shipments from one country; at most `maxLines` lines, the rest follows in another call. */
export function shipmentBody(
  order: Order,
  remains: Remains[],
  limits: { now: number; maxLines: number }
): object {
  const lineNumbers = [...new Set(remains.flatMap((r) => r.packages.flatMap(lineNumbersOf)))]
  const orderLine = lineNumbers.slice(0, limits.maxLines).map((lineNumber) => ({
    lineNumber,
    intentToCancelOverride: remains.some(
      (r) =>
        r.payload.overrideCustomerCancellation === true &&
        r.packages.flatMap(lineNumbersOf).includes(lineNumber)
    ),
    sellerOrderId: remains[0].payload.sellerOrderId.slice(0, 30),
    ...shipFrom(remains),
    orderLineStatuses: {
      orderLineStatus: remains.flatMap((remain) =>
        remain.packages.flatMap((parcel) =>
          parcel.lines
            .filter((units) => units.lineNumber === lineNumber)
            .map((units) => statusEntry(order, remain.payload, parcel, units, limits.now))
        )
      ),
    },
  }))
  return { orderShipment: { orderLines: { orderLine } } }
}

type Remains = { payload: ShipmentPayload; packages: Package[] }

/** Parcels of one call leave from one country. */
function shipFrom([{ payload }]: Remains[]): { shipFromCountry?: string } {
  const { shipFromCountry } = payload
  return shipFromCountry ? { shipFromCountry } : {}
}

function shownUnits(line: OrderLine): Shown[] {
  return goneEntries(line).map((entry) => ({
    lineNumber: line.lineNumber,
    trackingNumber: entry.package?.trackingNumber ?? null,
    left: entry.quantity,
  }))
}

/**
 * Each package takes what is shown under its own number. What is shown under any other number that the shipment has or had
 * before a correction counts too, because those units have left: a number can be wrong, a parcel cannot leave twice.
 */
function remainingPackages(shipment: ShipmentPayload, shown: Shown[]): Package[] {
  const numbers = numbersOf(shipment)
  return shipment.packages
    .map((parcel) => withoutShown(parcel, shown, [parcel.trackingNumber]))
    .map((parcel) => withoutShown(parcel, shown, numbers))
    .filter(hasUnits)
}

function withoutShown(parcel: Package, shown: Shown[], numbers: string[]): Package {
  const lines = parcel.lines.map(({ lineNumber, quantity }) => ({
    lineNumber,
    quantity: quantity - claimShown(shown, lineNumber, numbers, quantity),
  }))
  return { ...parcel, lines: lines.filter(({ quantity }) => quantity > 0) }
}

function claimShown(
  shown: Shown[],
  lineNumber: LineNumber,
  numbers: TrackingNumber[],
  wanted: number
) {
  let claimed = 0
  for (const units of shown) {
    const { trackingNumber: known } = units
    const fits = known === null || numbers.some((number) => sameTracking(known, number))
    if (units.lineNumber !== lineNumber || !fits) continue
    const taken = Math.min(units.left, wanted - claimed)
    units.left -= taken
    claimed += taken
  }
  return claimed
}

function hasUnits(parcel: Package): boolean {
  return parcel.lines.length > 0
}

function lineNumbersOf(parcel: Package): string[] {
  return parcel.lines.map(({ lineNumber }) => lineNumber)
}
