import { badContent } from "../wire/errors"
import { statusEntry, type Line, type Order, type StatusEntry } from "../state/order"
import type { LineEffect } from "./order-write"
import type { ShipLine, ShipPackage } from "./ship-body"

/** How long after shipping a tracking number may be changed (MPL notice). */
const UPDATE_WINDOW_MS = 4 * 3_600_000

/** Replaces the tracking of packages that are shipped already (rules U1 to U3). */
export function updateTracking(
  line: Line,
  input: ShipLine,
  order: Order,
  now: number
): LineEffect[] {
  return input.packages.map((parcel) => replaceTracking(line, parcel, order, now))
}

function replaceTracking(line: Line, parcel: ShipPackage, order: Order, now: number): LineEffect {
  const entry = findShipped(line, parcel, order)
  if (now - (entry.shippedAt ?? 0) > UPDATE_WINDOW_MS) {
    throw badContent(
      `Tracking of Line: ${line.lineNumber} of PO: ${order.purchaseOrderId} can only be updated within 4 hours of shipping`
    )
  }
  const { tracking, quantity } = parcel
  const kept = entry.quantity - quantity
  const { shippedAt } = entry
  const returnCenterAddress = parcel.returnCenterAddress ?? entry.returnCenterAddress
  const replaced = statusEntry("Shipped", quantity, { tracking, shippedAt, returnCenterAddress })
  const rest = kept > 0 ? [{ ...entry, quantity: kept }] : []
  line.statuses.splice(line.statuses.indexOf(entry), 1, ...rest, replaced)
  const carrier = tracking.carrier ?? tracking.otherCarrier
  return { effect: "tracking_changed", quantity, carrier, trackingNumber: tracking.trackingNumber }
}

function findShipped(line: Line, parcel: ShipPackage, order: Order): StatusEntry {
  const current = parcel.currentTrackingNumber
  if (!current) {
    throw badContent("PARTIAL_UPDATE needs currentTrackingInfo.trackingNumber", "trackingNumber")
  }
  const named = line.statuses.filter(
    (entry) => entry.status === "Shipped" && entry.tracking?.trackingNumber === current
  )
  const where = `Line: ${line.lineNumber} of PO: ${order.purchaseOrderId}`
  if (named.length === 0) {
    throw badContent(`Tracking number "${current}" is not on ${where}`, "trackingNumber")
  }
  const found = named.find((entry) => entry.quantity >= parcel.quantity)
  if (!found) {
    throw badContent(`Less than ${parcel.quantity} of ${where} was shipped with "${current}"`)
  }
  return found
}
