import { goneEntries, type Order } from "../../orders/order"
import { type CallLimits, type NextAction, NOTHING } from "../model/next-action"
import type { Attention, KnownUpdate } from "../model/update"
import type {
  CorrectedParcel,
  TrackingCorrectionPayload,
} from "../payloads/tracking-correction-payload"
import { say } from "../../words/phrase"
import { statusEntry } from "../shipment/status-entry"
import { unitsShownUnder } from "../shipment/shipment"
import { toldCountry } from "./ship-from"

/** Corrections go one by one: each may name the number that the one before has brought. */
export function nextCorrection(
  order: Order,
  head: KnownUpdate<TrackingCorrectionPayload>[],
  all: KnownUpdate[],
  limits: CallLimits
): NextAction {
  const [{ id, payload }] = head
  const compared = payload.packages.flatMap((parcel) => compare(order, parcel))
  const conflict = compared.find(({ isElsewhere }) => isElsewhere)
  const wanted = compared.filter(({ quantity }) => quantity > 0)
  if (!conflict && wanted.length === 0) return { ...NOTHING, done: [id] }
  const attention = conflict ? notOnFile(order, conflict) : tooLate(payload, limits)
  if (attention) return { ...NOTHING, attention: { id, attention } }
  const shipFromCountry = payload.shipFromCountry ?? toldCountry(all, payload.toldAs)
  const said = { ...payload, shipFromCountry }
  const body = correctionBody(order, said, wanted.slice(0, limits.maxLines), limits)
  return {
    ...NOTHING,
    call: { kind: payload.kind, endpoint: "orders.shipping", updateIds: [id], body },
  }
}

/** Units of one line in a box, held against what Walmart shows. */
interface Compared {
  parcel: CorrectedParcel
  lineNumber: string
  /** Units whose number is still to be replaced. */
  quantity: number
  /** Walmart shows neither number for them. */
  isElsewhere: boolean
}

function compare(order: Order, parcel: CorrectedParcel): Compared[] {
  return parcel.lines.map(({ lineNumber, quantity, kept }) => {
    const under = (number: string) => unitsShownUnder(order, number, lineNumber)
    const left = Math.min(quantity, Math.max(0, under(parcel.replaces) - kept))
    const isElsewhere = left === 0 && under(parcel.trackingNumber) < quantity
    return { parcel, lineNumber, quantity: left, isElsewhere }
  })
}

function notOnFile({ lines }: Order, { parcel, lineNumber }: Compared): Attention {
  const shown = lines
    .filter((line) => line.lineNumber === lineNumber)
    .flatMap(goneEntries)
    .map((entry) => entry.package?.trackingNumber ?? "(none)")
  return say("tracking_changed_elsewhere", {
    ...{ line: lineNumber, number: parcel.trackingNumber, replaces: parcel.replaces },
    shown: [...new Set(shown)].join(", ") || "no parcel",
  })
}

function tooLate({ packages, until }: TrackingCorrectionPayload, { now }: CallLimits) {
  if (now <= until) return null
  const numbers = packages.map(({ replaces, trackingNumber }) => `${replaces} to ${trackingNumber}`)
  const about = { until: new Date(until).toISOString(), numbers: numbers.join(", ") }
  return say("correction_too_late", about)
}

/** Body of `POST …/shipping` that replaces numbers only (docs/walmart-api.md, "Tracking correction"). */
function correctionBody(
  order: Order,
  payload: TrackingCorrectionPayload,
  wanted: Compared[],
  { now }: CallLimits
): object {
  const { shipFromCountry } = payload
  const lineNumbers = [...new Set(wanted.map(({ lineNumber }) => lineNumber))]
  const orderLine = lineNumbers.map((lineNumber) => ({
    ...{ lineNumber, sellerOrderId: payload.sellerOrderId.slice(0, 30) },
    ...(shipFromCountry ? { shipFromCountry } : {}),
    orderLineStatuses: {
      orderLineStatus: wanted
        .filter((one) => one.lineNumber === lineNumber)
        .map(({ parcel, quantity }) => ({
          ...statusEntry(order, payload, parcel, { lineNumber, quantity }, now),
          currentTrackingInfo: { trackingNumber: namedNumber(payload, parcel) },
        })),
    },
  }))
  return { orderShipment: { processMode: "PARTIAL_UPDATE", orderLines: { orderLine } } }
}

function namedNumber(
  { currentTrackingNames = "old" }: TrackingCorrectionPayload,
  { replaces, trackingNumber }: CorrectedParcel
): string {
  return currentTrackingNames === "old" ? replaces : trackingNumber
}
