import { type CancellationPayload, namesLines } from "../payloads/cancellation-payload"
import type { RefundPayload } from "../payloads/refund-payload"
import type { ShipmentPayload } from "../payloads/shipment-payload"
import type { TrackingCorrectionPayload } from "../payloads/tracking-correction-payload"
import { type KnownUpdate, PAYLOAD_VERSION } from "./update"

/** What those of the updates tell that are shipments and that this version can read. */
export function shipmentsIn(known: KnownUpdate[]): ShipmentPayload[] {
  return known.flatMap(({ payload, payloadVersion }) =>
    payload.kind === "shipment" && payloadVersion === PAYLOAD_VERSION ? [payload] : []
  )
}

/** What those of the updates tell that are corrections of tracking numbers and that this version can read. */
export function correctionsIn(known: KnownUpdate[]): TrackingCorrectionPayload[] {
  return known
    .filter(({ payloadVersion }) => payloadVersion === PAYLOAD_VERSION)
    .flatMap(({ payload }) => (payload.kind === "tracking_correction" ? [payload] : []))
    .filter(({ packages }) => Array.isArray(packages))
}

/** What those of the updates tell that are cancellations and that this version can read. */
export function cancellationsIn(known: KnownUpdate[]): CancellationPayload[] {
  return known
    .filter(({ payloadVersion }) => payloadVersion === PAYLOAD_VERSION)
    .flatMap(({ payload }) => (payload.kind === "cancellation" ? [payload] : []))
    .filter(namesLines)
}

/** What those of the updates tell that are refunds and that this version can read. */
export function refundsIn(known: KnownUpdate[]): RefundPayload[] {
  return known
    .filter(({ payloadVersion }) => payloadVersion === PAYLOAD_VERSION)
    .flatMap(({ payload }) => (payload.kind === "refund" ? [payload] : []))
    .filter(({ lines }) => Array.isArray(lines))
}
