import { shipmentsIn } from "../updates/model/known-payloads"
import type { MedusaFulfillment } from "../updates/model/sides"
import { type Discrepancy, difference } from "./figures/discrepancy"
import { isOfDeleted, type MedusaFulfillmentFacts, type Sides } from "./figures/line-figures"
import { sameTracking } from "../updates/shipment/packages"
import { packagesOf } from "../updates/payloads/shipment-payload"
import { type ToldParcels, toldParcels } from "../updates/shipment/told-parcels"
import { type Phrase, phrase, say, saying } from "../words/phrase"
import { correctableUntil } from "../updates/tracking-correction/correction-window"
import { sumOfUnits } from "../common/units"

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
  const about = { fulfillment: id, numbers: numbersOf(told).join(", ") }
  return difference(say("shipped_only_at_walmart", about, "fulfillment"))
}

function deliveredOnly({ id, lines }: MedusaFulfillment): Discrepancy {
  const units = lines.map(({ lineNumber, quantity }) => `${quantity} of line ${lineNumber}`)
  return difference(say("delivered_not_shipped", { fulfillment: id, units: units.join(", ") }))
}

function notWhole({ id }: MedusaFulfillment, { brokenLines }: MedusaFulfillmentFacts): Discrepancy {
  return difference(say("units_not_whole", { fulfillment: id, lines: brokenLines.join(", ") }))
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
  const about = { fulfillment: fulfillment.id, theirs: others.join(", "), mine: mine.join(", ") }
  const { code, words } = say("tracking_differs", about)
  const remedy = [...words.remedy, ...windowWords(sides, told)]
  return [difference({ code, ...saying({ ...words, remedy }) })]
}

/** Why the plugin does not change the number automatically. */
function windowWords({ correctionHours: hours }: Sides, told: ToldParcels): Phrase[] {
  if (hours === undefined) return []
  const until = correctableUntil({ trackingCorrectionHours: hours }, told)
  if (until === null || hours === null) return [phrase("tracking_differs", "remedy_never", {})]
  const about = { hours, until: new Date(until).toISOString() }
  return [phrase("tracking_differs", "remedy_window", about)]
}

/** A parcel that Walmart shows under none of the numbers that it was ever told: someone changed it in Seller Center. */
function changedAtWalmart(
  sides: Sides,
  { id }: MedusaFulfillment,
  { packages, formerNumbers, replacedNumbers }: ToldParcels
): Discrepancy[] {
  return packages.flatMap(({ trackingNumber, lines }) => {
    const ours = [trackingNumber, ...formerNumbers, ...replacedNumbers]
    const changed = lines.flatMap(({ lineNumber }) => strangersOf(sides, lineNumber, ours))
    if (changed.length === 0) return []
    const theirs = [...new Set(changed)].join(", ")
    const about = { fulfillment: id, theirs, mine: trackingNumber }
    return [difference(say("tracking_differs", about, "changed"))]
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
  const isAll = sumOfUnits(shown) >= sumOfUnits(told) && numbers.length === shown.length
  const isOurs = numbers.some((number) => ours.some((one) => sameTracking(one, number)))
  return isAll && !isOurs ? numbers : []
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
    const units = fulfilled - Math.max(sumOfUnits(held), shippedBefore)
    return units > 0 ? [`${lineNumber} (${units})`] : []
  })
  if (deleted.length === 0 && lines.length === 0) return []
  const ids = deleted.map(({ uniqueKey }) => uniqueKey)
  const about = { lines: lines.join(", "), fulfillments: ids.join(", ") }
  return [difference(say("fulfillment_missing", about, lines.length > 0 ? "lines" : ""))]
}
