import { goneEntries, type Order } from "../../orders/order"
import { type CallLimits, type NextAction, NOTHING } from "../model/next-action"
import type { Attention, KnownUpdate } from "../model/update"
import type { TrackingCorrectionPayload } from "../payloads/tracking-correction-payload"
import { say, saying } from "../../words/phrase"
import { statusEntry } from "../shipment/status-entry"
import { type Move, movesOf } from "./moves"
import { toldCountry } from "./ship-from"
import { ShownUnits } from "./shown-units"

/**
 * Corrections go one by one: each may name the number that the one before has brought. Parcels that Walmart has under their number go
 * although another one was changed there: Walmart takes a change for hours only.
 */
export function nextCorrection(
  order: Order,
  head: KnownUpdate<TrackingCorrectionPayload>[],
  all: KnownUpdate[],
  limits: CallLimits
): NextAction {
  const [{ id, payload }] = head
  const compared = comparedMoves(order, payload)
  const elsewhere = compared.filter(({ isElsewhere }) => isElsewhere)
  const wanted = compared.filter(({ left }) => left > 0)
  if (elsewhere.length + wanted.length === 0) return { ...NOTHING, done: [id] }
  const late = wanted.length > 0 ? tooLate(payload, limits) : null
  const attention = late ?? notOnFile(order, elsewhere)
  const shipFromCountry = payload.shipFromCountry ?? toldCountry(all, payload.toldAs)
  const said = { ...payload, shipFromCountry }
  return {
    ...NOTHING,
    attention: attention && { id, attention },
    call:
      late || wanted.length === 0
        ? null
        : {
            ...{ kind: payload.kind, endpoint: "orders.shipping", updateIds: [id] },
            body: correctionBody(order, said, wanted.slice(0, limits.maxLines), limits),
          },
  }
}

/** Units of one line that get another number, held against what Walmart shows. */
interface Compared extends Move {
  /** Units whose number is still to be replaced. */
  left: number
  /** Walmart shows some under neither number. */
  isElsewhere: boolean
}

/** What is left of each move: first for those whose new number Walmart does not show yet. */
function comparedMoves(order: Order, { packages }: TrackingCorrectionPayload): Compared[] {
  const shown = new ShownUnits(order)
  const moves = movesOf(packages).map((move) => {
    const { lineNumber, quantity, kept, beside, parcel } = move
    const arrived = shown.take(lineNumber, parcel.trackingNumber, quantity, beside)
    const left = shown.take(lineNumber, move.replaces, quantity - arrived, kept)
    return { ...move, arrived, left }
  })
  return moves.map(({ arrived, ...move }) => {
    // What is there under the new number may be another parcel's.
    const more = shown.take(move.lineNumber, move.replaces, move.quantity - move.left, move.kept)
    const left = move.left + more
    return { ...move, left, isElsewhere: arrived + left < move.quantity }
  })
}

function notOnFile({ lines }: Order, elsewhere: Compared[]): Attention | null {
  const all = elsewhere.map(({ lineNumber, parcel, replaces }) => {
    const numbers = lines
      .filter((line) => line.lineNumber === lineNumber)
      .flatMap(goneEntries)
      .map((entry) => entry.package?.trackingNumber ?? "(none)")
    return say("tracking_changed_elsewhere", {
      ...{ line: lineNumber, number: parcel.trackingNumber, replaces },
      shown: [...new Set(numbers)].join(", ") || "no parcel",
    })
  })
  const [first] = all
  if (!first) return null
  const message = all.flatMap(({ words }) => words.message)
  return { code: first.code, ...saying({ message, remedy: first.words.remedy }) }
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
        .map((move) => ({
          ...statusEntry(order, payload, move.parcel, { lineNumber, quantity: move.left }, now),
          currentTrackingInfo: { trackingNumber: namedNumber(payload, move) },
        })),
    },
  }))
  return { orderShipment: { processMode: "PARTIAL_UPDATE", orderLines: { orderLine } } }
}

function namedNumber(
  { currentTrackingNames = "old" }: TrackingCorrectionPayload,
  { replaces, parcel }: Move
): string {
  return currentTrackingNames === "old" ? replaces : parcel.trackingNumber
}
