import type { Label } from "../model/sides"
import type { Package } from "../payloads/shipment-payload"
import { sameTracking } from "../shipment/packages"
import type { ToldParcels } from "../shipment/told-parcels"

/** A box that Walmart has under another number than Medusa. */
export interface ChangedNumber {
  parcel: Package
  label: Label
}

/**
 * Boxes whose number is on no label any more, each with the label that took its place: the new labels in turn, and the last of them
 * for what is left. A label that was only added changes nothing, and one that a person corrected on its way to Walmart is no news.
 * Numbers that are only written differently are the same. Pure.
 */
export function changedNumbers(
  { packages, formerNumbers }: Pick<ToldParcels, "packages" | "formerNumbers">,
  labels: Label[]
): ChangedNumber[] {
  const has = (numbers: string[], number: string) =>
    numbers.some((one) => sameTracking(one, number))
  const told = packages.map(({ trackingNumber }) => trackingNumber)
  const written = labels.map(({ trackingNumber }) => trackingNumber)
  const gone = packages.filter(({ trackingNumber }) => !has(written, trackingNumber))
  const kept = labels.filter(({ trackingNumber }) => has(told, trackingNumber))
  const added = labels.filter(
    ({ trackingNumber }) => !has(told, trackingNumber) && !has(formerNumbers, trackingNumber)
  )
  const replacements = added.length > 0 ? added : kept
  return gone.flatMap((parcel, index) => {
    const label = replacements[Math.min(index, replacements.length - 1)]
    return label ? [{ parcel, label }] : []
  })
}
