import type { MedusaFulfillment } from "../updates/model/sides"
import type { Sides } from "../reconciliation/figures/line-figures"
import type { MirrorAction } from "./action"
import { type GoneUnits, goneUnitsOf, spelled } from "./gone-units"

/** Shipped fulfillments that arrived whole, by the numbers of their parcels. Pure. */
export function mirroredDeliveries(sides: Sides): MirrorAction[] {
  const gone = goneUnitsOf(sides.walmart)
  return sides.medusa.fulfillments
    .filter((one) => isOnItsWay(sides, one) && hasArrived(one, gone))
    .map(({ id }) => ({ kind: "deliver", fulfillmentId: id }))
}

function isOnItsWay({ facts }: Sides, { id, ...one }: MedusaFulfillment): boolean {
  const own = facts.fulfillments.find((fact) => fact.id === id)
  return (
    one.shippedAt !== null &&
    !one.awaitsShip &&
    one.canceledAt === null &&
    own?.deliveredAt === null
  )
}

/** A unit that was refunded may have come back on its way; then nothing is concluded. */
function hasArrived({ labels, lines }: MedusaFulfillment, gone: GoneUnits[]): boolean {
  const numbers = new Set(labels.map(({ trackingNumber }) => spelled(trackingNumber)))
  const own = gone.filter(({ number }) => number !== null && numbers.has(number))
  if (lines.length === 0 || own.some(({ parcel }) => parcel.status !== "Delivered")) return false
  return lines.every(({ lineNumber, quantity }) => {
    const arrived = own.filter((one) => one.lineNumber === lineNumber)
    return arrived.reduce((sum, one) => sum + one.quantity, 0) >= quantity
  })
}
