import type { Sides } from "../../reconciliation/figures/line-figures"
import type { MedusaFulfillment, ShownParcel } from "../../updates/model/sides"
import { foreignParcels } from "../shipments"

const [UPS, FEDEX] = ["1Z999AA10123456784", "961207777777777"]

function parcel(quantity: number, trackingNumber: string | null): ShownParcel {
  return { quantity, trackingNumber, status: "Shipped", carrier: "UPS", trackingUrl: null }
}

/** One unit that Medusa shows as shipped. */
function shipped(...numbers: string[]): MedusaFulfillment {
  return {
    ...{ id: "ful_1", shippedAt: 1, shippedBy: "walmart", canceledAt: null, mapped: null },
    ...{ chosen: null, shipAnyway: false, shippedBeforeImport: false },
    labels: numbers.map((trackingNumber) => ({ trackingNumber, trackingUrl: null })),
    lines: [{ lineNumber: "1", quantity: 1 }],
  }
}

/** An order of two units, both of which have left at Walmart. */
function sides(fulfillments: MedusaFulfillment[], parcels: ShownParcel[]): Sides {
  const none = { created: 0, acknowledged: 0, delivered: 0, canceled: 0, refunded: 0 }
  return {
    ...{ known: [], unknownLines: [], readAt: null },
    medusa: {
      ...{ displayId: "1", updatedAt: 1, reason: null, reasonBy: null, defaultReason: null },
      ...{ canceledAt: null, fulfillments, items: [{ lineNumber: "1", quantity: 2 }] },
    },
    walmart: {
      ...{ purchaseOrderId: "1799", customerOrderId: "2799", orderedAt: 1, readOnly: false },
      currency: "usd",
      lines: [
        {
          ...{ lineNumber: "1", quantity: 2, customerAskedToCancel: false, parcels },
          quantities: { ...none, shipped: 2 },
        },
      ],
    },
    facts: {
      ...{ closedAs: null, strangers: [], changedPrices: [] },
      lines: [{ lineNumber: "1", fulfilled: fulfillments.length, shippedBefore: 0, returned: 0 }],
      fulfillments: [],
    },
  }
}

const found = (...given: Parameters<typeof sides>) =>
  foreignParcels(sides(...given)).map(({ trackingNumber, lines: [{ quantity }] }) => [
    trackingNumber,
    quantity,
  ])

describe("a parcel that left by other hands", () => {
  it("is known by its number, beside another that Medusa shows as shipped", () => {
    expect(found([shipped(UPS)], [parcel(1, UPS), parcel(1, FEDEX)])).toEqual([[FEDEX, 1]])
    expect(found([], [parcel(1, UPS), parcel(1, FEDEX)])).toEqual([
      [UPS, 1],
      [FEDEX, 1],
    ])
  })

  it("is never taken for one without a number that Medusa shows as shipped", () => {
    expect(found([shipped()], [parcel(1, null), parcel(1, UPS)])).toEqual([[UPS, 1]])
    expect(found([shipped()], [parcel(2, null)])).toEqual([[null, 1]])
  })

  it("is for a person to see when its number may be the new one of a parcel that Medusa shows as shipped", () => {
    const before = shipped("1Z999AA10123456792")
    expect(found([before], [parcel(1, UPS), parcel(1, FEDEX)])).toEqual([])
    expect(found([before], [parcel(2, UPS)])).toEqual([[UPS, 1]])
  })
})
