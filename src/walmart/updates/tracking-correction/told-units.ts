import { shipmentsIn } from "../model/known-payloads"
import { unitsIn } from "../payloads/units-in"
import type { PlanInput } from "../model/sides"
import { sameTracking } from "../shipment/packages"
import { toldParcels } from "../shipment/told-parcels"
import type { LineNumber, TrackingNumber } from "../../common/ids"

/**
 * Units of a line that Walmart has, or will have before this, under a number: several fulfillments may share a box. Of a correction that
 * was dismissed, those count that Walmart shows nevertheless. Pure.
 */
export function unitsToldUnder(
  { medusa, known, walmart }: Pick<PlanInput, "medusa" | "known" | "walmart">,
  trackingNumber: TrackingNumber,
  lineNumber: LineNumber
): number {
  const standing = known.filter(({ status }) => status !== "superseded")
  const asSent = standing.map((update) =>
    update.status === "dismissed" ? update : { ...update, status: "sent" as const }
  )
  const ids = new Set(shipmentsIn(standing).map(({ fulfillmentId }) => fulfillmentId))
  // Without fulfillments nothing replaces anything, so each is counted once, as it was told.
  const facts = { medusa: { ...medusa, fulfillments: [] }, known: asSent, walmart }
  const told = [...ids]
    .flatMap((id) => toldParcels(facts, { id })?.packages ?? [])
    .filter((parcel) => sameTracking(parcel.trackingNumber, trackingNumber))
  return unitsIn(told, lineNumber)
}
