import { parcelNumber } from "../carriers/formats/parcel-number"
import { normalizeTrackingNumber } from "../carriers/tracking-number"
import type { ShownParcel, WalmartSide } from "../updates/model/sides"

/** Units of a line that have left, with the number of their parcel in one spelling; null where Walmart shows none. */
export interface GoneUnits {
  lineNumber: string
  quantity: number
  number: string | null
  parcel: ShownParcel
}

/** Every parcel's share of every line. Pure. */
export function goneUnitsOf({ lines }: WalmartSide): GoneUnits[] {
  return lines.flatMap(({ lineNumber, parcels = [] }) =>
    parcels.map((parcel) => ({
      ...{ lineNumber, parcel },
      quantity: parcel.quantity,
      number: spelled(parcel.trackingNumber),
    }))
  )
}

/** One spelling of a tracking number, so that two spellings of it are one parcel; never a number to send. */
export function spelled(number: string | null): string | null {
  const plain = normalizeTrackingNumber(number ?? "")
  return plain === "" ? null : parcelNumber(plain)
}
