import { shipmentsIn } from "../updates/model/known-payloads"
import type { MedusaFulfillment } from "../updates/model/sides"
import { type Discrepancy, singleDifference } from "./figures/discrepancy"
import { isOfDeleted, type MedusaFulfillmentFacts, type Sides } from "./figures/line-figures"
import { sameTracking } from "../updates/shipment/packages"
import { packagesOf } from "../updates/payloads/shipment-payload"
import { type ToldParcels, toldParcels } from "../updates/shipment/told-parcels"
import { correctableUntil } from "../updates/tracking-correction/correction-window"

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
  const told = toldParcels(sides, fulfillment)
  if (fulfillment.canceledAt !== null) return []
  if (fulfillment.shippedAt === null) {
    if (told) return [toldTooSoon(fulfillment, told)]
    return facts?.deliveredAt == null ? [] : [deliveredOnly(fulfillment)]
  }
  if (facts && facts.brokenLines.length > 0) return [notWhole(fulfillment, facts)]
  if (!told) return []
  const unlike = otherNumbers(sides, fulfillment, told)
  return unlike.length > 0 ? unlike : changedAtWalmart(sides, fulfillment, told)
}

function numbersOf({ packages }: Pick<ToldParcels, "packages">): string[] {
  return packages.map(({ trackingNumber }) => trackingNumber)
}

function toldTooSoon({ id }: MedusaFulfillment, told: ToldParcels): Discrepancy {
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
    `Fulfillment ${id} is shipped, and its parts are no whole units of line ${brokenLines.join(", ")}, so Nothing of it is sent to Walmart.`,
    "Ship these units in Seller Center with the parcel's tracking number, then dismiss the difference with a note."
  )
}

/**
 * What was told is compared with what Medusa shows now: a request that was refused at the last moment may have been told. What a
 * correction still wants to tell is no difference.
 */
function otherNumbers(
  sides: Sides,
  fulfillment: MedusaFulfillment,
  told: ToldParcels
): Discrepancy[] {
  const mine = expectedNumbers(fulfillment)
  const others = numbersOf(told).filter((number) => !mine.some((one) => sameTracking(one, number)))
  if (mine.length === 0 || others.length === 0) return []
  return [
    singleDifference(
      "tracking_differs",
      `Walmart has ${others.join(", ")} for fulfillment ${fulfillment.id}, and Medusa shows ${mine.join(", ")}.`,
      `${FIND_OUT} ${windowText(sides, told)}`.trim()
    ),
  ]
}

const FIND_OUT =
  "Find out which number is on the parcel. If Walmart's is wrong, change it in Seller Center; then dismiss the difference with a note."

/** Why the plugin does not change the number by itself. */
function windowText({ correctionHours: hours }: Sides, told: ToldParcels): string {
  if (hours === undefined) return ""
  const until = correctableUntil({ trackingCorrectionHours: hours }, told)
  return until === null
    ? "In this market Walmart publishes no way for a program to change it."
    : `Walmart takes another number from a program within ${hours} hours of the shipment only, here until ${new Date(until).toISOString()}.`
}

/** A parcel that Walmart shows under none of the numbers that it was ever told: somebody changed it in Seller Center. */
function changedAtWalmart(
  sides: Sides,
  { id }: MedusaFulfillment,
  { packages, formerNumbers, replacedNumbers }: ToldParcels
): Discrepancy[] {
  return packages.flatMap(({ trackingNumber, lines }) => {
    const ours = [trackingNumber, ...formerNumbers, ...replacedNumbers]
    const changed = lines.flatMap(({ lineNumber }) => strangersOf(sides, lineNumber, ours))
    if (changed.length === 0) return []
    return [
      singleDifference(
        "tracking_differs",
        `Walmart shows ${[...new Set(changed)].join(", ")} for fulfillment ${id}, and Medusa shows ${trackingNumber}.`,
        "The number was changed in Seller Center. Find out which one is on the parcel; if Walmart's is wrong, change it back there; then dismiss the difference with a note."
      ),
    ]
  })
}

/** Numbers of a line that shows all its parcels and none of ours; a read from before a shipment shows too few of them. */
function strangersOf({ walmart, known }: Sides, lineNumber: string, ours: string[]): string[] {
  const shown = walmart.lines.find((line) => line.lineNumber === lineNumber)?.parcels ?? []
  const numbers = shown.flatMap(({ trackingNumber }) => trackingNumber ?? [])
  const told = shipmentsIn(known.filter(({ status }) => status === "sent"))
    .flatMap(packagesOf)
    .flatMap(({ lines }) => lines)
    .filter((units) => units.lineNumber === lineNumber)
  const isAll = sumOf(shown) >= sumOf(told) && numbers.length === shown.length
  const isOurs = numbers.some((number) => ours.some((one) => sameTracking(one, number)))
  return isAll && !isOurs ? numbers : []
}

function sumOf(units: { quantity: number }[]): number {
  return units.reduce((sum, { quantity }) => sum + quantity, 0)
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
