import type { Market } from "../../markets/market"
import type { ToldParcels } from "../shipment/told-parcels"

const HOUR_MS = 3_600_000

/**
 * Until when Walmart takes another tracking number for a shipment, in epoch milliseconds; null where the market takes none, or while
 * nobody knows when it was shipped (docs/walmart-api.md, "Tracking correction").
 * @param sentAt epoch milliseconds of when Walmart showed the shipment
 */
export function correctableUntil(
  { trackingCorrectionHours: hours }: Pick<Market, "trackingCorrectionHours">,
  { sentAt }: Pick<ToldParcels, "sentAt">
): number | null {
  return hours === null || sentAt === null ? null : sentAt + hours * HOUR_MS
}
