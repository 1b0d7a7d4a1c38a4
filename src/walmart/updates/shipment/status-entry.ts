import type { Order } from "../../orders/order"
import type { LineUnits } from "../payloads/payload-parts"
import type { Package, ShipmentPayload } from "../payloads/shipment-payload"

/**
 * One parcel's units of a line in a ship call. Walmart wants epoch milliseconds, not in the future and not before the order
 * (docs/walmart-api.md, "Shipping").
 */
export function statusEntry(
  order: Order,
  payload: Pick<ShipmentPayload, "shippedAt">,
  parcel: Package,
  units: LineUnits,
  now: number
) {
  const { carrier } = parcel
  const other = "otherCarrier" in carrier
  return {
    status: "Shipped",
    statusQuantity: { unitOfMeasurement: "EACH", amount: String(units.quantity) },
    trackingInfo: {
      shipDateTime: Math.max(order.orderedAt, Math.min(payload.shippedAt, now)),
      carrierName: other ? { otherCarrier: carrier.otherCarrier } : { carrier: carrier.carrier },
      methodCode: order.methodCode,
      trackingNumber: parcel.trackingNumber,
      ...(other ? { trackingURL: carrier.trackingUrl } : {}),
    },
  }
}
