import type { Correction, CorrectionContext, CorrectionResult } from "../model/correction"
import type { Kind } from "../model/kind"
import {
  type CorrectedParcel,
  type TrackingCorrectionPayload,
  trackingCorrectionPayload,
} from "../payloads/tracking-correction-payload"
import { correctPackages } from "../shipment/correct-shipment"
import { nextCorrection } from "./next-correction"
import { isOutdated, missingCorrections } from "./plan-correction"
import { phrase } from "../../words/phrase"

/** Another number for what was told as shipped; before other shipments, because Walmart takes it for hours only. */
export const trackingCorrectionKind: Kind<TrackingCorrectionPayload> = {
  schema: trackingCorrectionPayload,
  endpoint: "orders.shipping",
  urgency: 2.5,
  movesUnits: false,
  isTotal: true,
  correctable: ["carrier", "trackingNumber", "trackingUrl", "packageIndex", "packages"],
  isReadable: ({ packages }) => Array.isArray(packages),
  missing: missingCorrections,
  isUnwanted: isOutdated,
  next: nextCorrection,
  send: (client, purchaseOrderId, body, startBy) =>
    client.ship(purchaseOrderId, body ?? {}, startBy),
  correct: correctTracking,
  content: ({ fulfillmentId, packages }) => ({ fulfillmentId, packages }),
  describe: ({ packages }) => {
    const numbers = packages.map(({ replaces: from, trackingNumber: to }) => [
      phrase("update_named", "replaced_by", { from, to: to || "–" }),
    ])
    return phrase("update_named", "tracking_correction", { numbers: { and: numbers } })
  },
}

function correctTracking(
  payload: TrackingCorrectionPayload,
  correction: Correction,
  context: CorrectionContext
): CorrectionResult<TrackingCorrectionPayload> {
  const corrected = correctPackages<CorrectedParcel>(payload.packages, correction, context)
  if ("problems" in corrected) return corrected
  const { packages, replaced, warnings } = corrected
  const formerNumbers = [...new Set([...(payload.formerNumbers ?? []), ...replaced])]
  return {
    payload: { ...payload, packages, ...(formerNumbers.length > 0 ? { formerNumbers } : {}) },
    warnings,
  }
}
