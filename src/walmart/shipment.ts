import {
  goneQuantity,
  lineQuantities,
  type LineStatusEntry,
  openQuantity,
  type Order,
  type OrderLine,
} from "./order"
import { sameTracking } from "./packages"
import type { Attention, LineUnits, Package, ShipmentPayload } from "./update"

/** What is still to be said of one shipment, after comparing it with the Walmart order. */
export interface ShipmentRemainder {
  /** Packages with only the units Walmart does not show yet. Empty when everything is there. */
  packages: Package[]
  /** Why the rest cannot be sent as it is. */
  conflict: Attention | null
}

const GONE = new Set(["Shipped", "Delivered", "Refund"])

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
  return shipments.map((shipment) => {
    const packages = remainingPackages(shipment, shown)
    const conflict = packages.length === 0 ? null : conflictOf(order, shipment, packages, open)
    if (!conflict) for (const units of packages.flatMap((p) => p.lines)) take(open, units)
    return { packages, conflict }
  })
}

/** Units of all lines that Walmart shows as gone under a tracking number. */
export function unitsShownUnder(order: Pick<Order, "lines">, trackingNumber: string): number {
  return order.lines
    .flatMap(shownUnits)
    .filter((units) => sameTracking(units.trackingNumber, trackingNumber))
    .reduce((sum, { left }) => sum + left, 0)
}

/** Body of `POST …/shipping` for what remains; at most `maxLines` lines, the rest follows in another call. */
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
    ...shipFrom(remains, lineNumber),
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

/** A line names one country, so parcels of it from several are said to come from the first one's. */
function shipFrom(remains: Remains[], lineNumber: string): { shipFromCountry?: string } {
  const from = remains.find(({ packages }) => packages.flatMap(lineNumbersOf).includes(lineNumber))
  const shipFromCountry = from?.payload.shipFromCountry
  return shipFromCountry ? { shipFromCountry } : {}
}

function shownUnits(line: OrderLine): Shown[] {
  return line.statuses
    .filter((entry) => GONE.has(entry.status))
    .map((entry) => ({
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
  const { packages, formerNumbers = [] } = shipment
  const numbers = [...packages.map(({ trackingNumber }) => trackingNumber), ...formerNumbers]
  return packages
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

function claimShown(shown: Shown[], lineNumber: string, numbers: string[], wanted: number) {
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

function take(open: Map<string, number>, { lineNumber, quantity }: LineUnits): void {
  open.set(lineNumber, (open.get(lineNumber) ?? 0) - quantity)
}

function conflictOf(
  order: Order,
  shipment: ShipmentPayload,
  packages: Package[],
  open: Map<string, number>
): Attention | null {
  const wanted = new Map<string, number>()
  for (const { lineNumber, quantity } of packages.flatMap((parcel) => parcel.lines)) {
    wanted.set(lineNumber, (wanted.get(lineNumber) ?? 0) + quantity)
  }
  for (const [lineNumber, quantity] of wanted) {
    const line = order.lines.find((candidate) => candidate.lineNumber === lineNumber)
    if (!line) return unknownLine(order, lineNumber)
    if (quantity > (open.get(lineNumber) ?? 0)) return notOpen(line, quantity, packages)
    if (line.customerAskedToCancel && !shipment.overrideCustomerCancellation) return asked(line)
  }
  return null
}

function unknownLine(order: Order, lineNumber: string): Attention {
  return {
    code: "line_unknown",
    message: `Walmart order ${order.purchaseOrderId} has no line ${lineNumber}.`,
    nextStep: "Refresh the order. If it stays, dismiss this update and ship in Seller Center.",
  }
}

function notOpen(line: OrderLine, wanted: number, packages: Package[]): Attention {
  const sums = lineQuantities(line)
  const mine = packages.map((parcel) => parcel.trackingNumber).join(", ")
  const what = `Line ${line.lineNumber} (${line.sku})`
  if (goneQuantity(sums) > 0 && sums.canceled === 0) {
    const theirs = trackingNumbersOf(line.statuses)
    return {
      code: "shipped_elsewhere",
      message: `${what} is already shipped at Walmart with tracking number ${theirs}; Medusa says ${mine}.`,
      nextStep:
        "If Walmart's number is right, dismiss this update. Else correct it in Seller Center.",
    }
  }
  return {
    code: "line_not_open",
    message: `${what} has ${openQuantity(sums)} open unit(s) at Walmart, ${wanted} should be shipped; ${sums.canceled} are canceled there.`,
    nextStep: "Stop the parcel if you can, then dismiss this update with a note.",
  }
}

function trackingNumbersOf(entries: LineStatusEntry[]): string {
  const numbers = entries.flatMap((entry) => entry.package?.trackingNumber ?? [])
  return numbers.length > 0 ? [...new Set(numbers)].join(", ") : "(none)"
}

function asked(line: OrderLine): Attention {
  return {
    code: "customer_asked_to_cancel",
    message: `The customer asked Walmart to cancel line ${line.lineNumber} (${line.sku}) before it shipped.`,
    nextStep: "Cancel the line with the customer's reason, or retry with “ship anyway”.",
  }
}

/** Walmart wants epoch milliseconds, not in the future and not before the order (walmart-api 2.6). */
function statusEntry(
  order: Order,
  payload: ShipmentPayload,
  parcel: Package,
  units: LineUnits,
  now: number
) {
  const { carrier } = parcel
  const other = "otherCarrier" in carrier
  return {
    status: "Shipped",
    statusQuantity: { unitOfMeasurement: "EACH", amount: String(units.quantity) },
    trackingInfo: {
      shipDateTime: Math.max(order.orderedAt, Math.min(payload.shippedAt, now)),
      carrierName: other ? { otherCarrier: carrier.otherCarrier } : { carrier: carrier.carrier },
      methodCode: order.methodCode,
      trackingNumber: parcel.trackingNumber,
      ...(other ? { trackingURL: carrier.trackingUrl } : {}),
    },
  }
}
