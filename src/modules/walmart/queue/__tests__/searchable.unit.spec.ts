import type { ShipmentPayload } from "../../../../walmart/updates/payloads/shipment-payload"
import { searchable } from "../enqueue-sql"

const PRINTED = "9400111206206406260787"

function shipment(trackingNumber: string): ShipmentPayload {
  return {
    ...{ kind: "shipment", fulfillmentId: "ful_1", shippedAt: 1, sellerOrderId: "1" },
    packages: [
      { trackingNumber, carrier: { carrier: "USPS" }, lines: [{ lineNumber: "1", quantity: 1 }] },
    ],
  }
}

describe("the tracking numbers that an update is found by", () => {
  it("are those that it sends", () => {
    expect(searchable(shipment(PRINTED)).tracking).toBe(PRINTED)
  })

  it("have what is printed below a barcode beside it, because either is scanned or typed for one parcel", () => {
    const barcode = `42090210${PRINTED}`
    expect(searchable(shipment(barcode)).tracking).toBe(`${barcode} ${PRINTED}`)
  })
})
