import { acknowledgmentPayload } from "./acknowledgment-payload"
import { cancellationPayload } from "./cancellation-payload"
import { refundPayload } from "./refund-payload"
import { shipmentPayload } from "./shipment-payload"
import { trackingCorrectionPayload } from "./tracking-correction-payload"

/** What updates of each kind hold: one row each. The registry of kinds (`kinds.ts`) has a row for each of these, or it does not compile. */
export const PAYLOADS = {
  acknowledgment: acknowledgmentPayload,
  shipment: shipmentPayload,
  cancellation: cancellationPayload,
  tracking_correction: trackingCorrectionPayload,
  refund: refundPayload,
}
