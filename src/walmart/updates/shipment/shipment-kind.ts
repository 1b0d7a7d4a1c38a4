import { correctShipment } from "./correct-shipment"
import type { Kind } from "../model/kind"
import { nextShipment } from "./next-shipment"
import { isNotShipped, missingShipments } from "./plan-shipment"
import { packagesOf, type ShipmentPayload, shipmentPayload } from "../payloads/shipment-payload"
import { phrase } from "../../words/phrase"

/** A parcel or several that left: what Medusa ships. */
export const shipmentKind: Kind<ShipmentPayload> = {
  schema: shipmentPayload,
  endpoint: "orders.shipping",
  urgency: 3,
  movesUnits: true,
  isTotal: false,
  correctable: [
    "carrier",
    "trackingNumber",
    "trackingUrl",
    "shipAnyway",
    "packageIndex",
    "packages",
  ],
  isReadable: () => true,
  missing: missingShipments,
  isUnwanted: isNotShipped,
  next: nextShipment,
  send: (client, purchaseOrderId, body, startBy) =>
    client.ship(purchaseOrderId, body ?? {}, startBy),
  correct: correctShipment,
  content: (payload) => ({
    fulfillmentId: payload.fulfillmentId,
    packages: packagesOf(payload),
    shipAnyway: payload.overrideCustomerCancellation === true,
  }),
  describe: (payload) => {
    const given = packagesOf(payload).map(({ trackingNumber }) => trackingNumber)
    const numbers = given.filter(Boolean).join(", ")
    return phrase("update_named", numbers ? "shipment" : "shipment_unnumbered", { numbers })
  },
}
