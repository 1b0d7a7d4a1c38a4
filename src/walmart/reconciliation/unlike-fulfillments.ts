import { shipmentsIn } from "../updates/model/known-payloads"
import type { MedusaFulfillment } from "../updates/model/sides"
import { type Discrepancy, singleDifference } from "./figures/discrepancy"
import { isOfDeleted, type MedusaFulfillmentFacts, type Sides } from "./figures/line-figures"
import { sameTracking } from "../updates/shipment/packages"
import type { ShipmentPayload } from "../updates/payloads/shipment-payload"
import type { KnownUpdate } from "../updates/model/update"

/** Differences that are about single fulfillments instead of a line's units. Pure. */
export function unlikeFulfillments(sides: Sides): Discrepancy[] {
  return [
    ...sides.medusa.fulfillments.flatMap((fulfillment) => ofFulfillment(sides, fulfillment)),
    ...missing(sides),
  ]
}

function ofFulfillment(sides: Sides, fulfillment: MedusaFulfillment): Discrepancy[] {
  if (fulfillment.shippedBeforeImport) return []
  const facts = sides.facts.fulfillments.find(({ id }) => id === fulfillment.id)
  const told = sides.known.flatMap((update) => toldOf(update, fulfillment.id))
  if (fulfillment.canceledAt !== null) return []
  if (fulfillment.shippedAt === null) {
    if (told.length > 0) return [toldTooSoon(fulfillment, told)]
    return facts?.deliveredAt == null ? [] : [deliveredOnly(fulfillment)]
  }
  if (facts && facts.brokenLines.length > 0) return [notWhole(fulfillment, facts)]
  return told.length === 0 ? [] : otherNumbers(fulfillment, told)
}

/** Shipments of a fulfillment that Walmart has shown. */
function toldOf(update: KnownUpdate, fulfillmentId: string): ShipmentPayload[] {
  if (update.status !== "sent") return []
  return shipmentsIn([update]).filter(
    (told) => told.fulfillmentId === fulfillmentId && Array.isArray(told.packages)
  )
}

function numbersOf(told: ShipmentPayload[]): string[] {
  return told.flatMap(({ packages }) => packages.map(({ trackingNumber }) => trackingNumber))
}

function toldTooSoon({ id }: MedusaFulfillment, told: ShipmentPayload[]): Discrepancy {
  return singleDifference(
    "shipped_only_at_walmart",
    `Walmart has fulfillment ${id} as shipped under ${numbersOf(told).join(", ")}, and Medusa shows it as not shipped.`,
    "Ship it here with the number that Walmart has. If another parcel left, change the number in Seller Center."
  )
}

function deliveredOnly({ id, lines }: MedusaFulfillment): Discrepancy {
  const units = lines.map(({ lineNumber, quantity }) => `${quantity} of line ${lineNumber}`)
  return singleDifference(
    "delivered_not_shipped",
    `Medusa shows fulfillment ${id} (${units.join(", ")}) as delivered, and it was never shipped there; Walmart was told nothing.`,
    `Ship it with its tracking number: POST /admin/orders/…/fulfillments/${id}/shipments does what the screen no longer offers. Or ship the units in Seller Center, then dismiss the difference with a note.`
  )
}

function notWhole({ id }: MedusaFulfillment, { brokenLines }: MedusaFulfillmentFacts): Discrepancy {
  return singleDifference(
    "units_not_whole",
    `Fulfillment ${id} is shipped, and its parts are no whole units of line ${brokenLines.join(", ")}, so Walmart is told nothing of it.`,
    "Ship these units in Seller Center with the parcel's tracking number, then dismiss the difference with a note."
  )
}

/** What was told is compared with what Medusa shows now: a request that was refused at the last moment may have been told. */
function otherNumbers(fulfillment: MedusaFulfillment, told: ShipmentPayload[]): Discrepancy[] {
  const mine = expectedNumbers(fulfillment)
  const others = numbersOf(told).filter((number) => !mine.some((one) => sameTracking(one, number)))
  if (mine.length === 0 || others.length === 0) return []
  return [
    singleDifference(
      "tracking_differs",
      `Walmart has ${others.join(", ")} for fulfillment ${fulfillment.id}, and Medusa shows ${mine.join(", ")}.`,
      "Find out which number is on the parcel. If Walmart's is wrong, change it in Seller Center; then dismiss the difference with a note."
    ),
  ]
}

function expectedNumbers({ labels }: MedusaFulfillment): string[] {
  return labels.map(({ trackingNumber }) => trackingNumber)
}

function missing({ medusa, known, facts }: Sides): Discrepancy[] {
  const deleted = known.filter((update) => isOfDeleted(update, medusa.fulfillments))
  const lines = facts.lines.flatMap(({ lineNumber, fulfilled, shippedBefore }) => {
    const held = facts.fulfillments
      .flatMap((one) => one.held)
      .filter((one) => one.lineNumber === lineNumber)
      .reduce((sum, { quantity }) => sum + quantity, 0)
    const units = fulfilled - Math.max(held, shippedBefore)
    return units > 0 ? [`${units} of line ${lineNumber}`] : []
  })
  if (deleted.length === 0 && lines.length === 0) return []
  const ids = deleted.map(({ uniqueKey }) => uniqueKey)
  return [
    singleDifference(
      "fulfillment_missing",
      `A fulfillment of this order was deleted: Medusa counts ${(lines.length > 0 ? lines : ids).join(", ")} as fulfilled, and no fulfillment holds them.`,
      "If the parcel has left and Walmart shows nothing of it, ship it in Seller Center. Then dismiss the difference with a note."
    ),
  ]
}
