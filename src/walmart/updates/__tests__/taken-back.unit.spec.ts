import type { Order } from "../../orders/order"
import { type KnownUpdate, PAYLOAD_VERSION, type UpdatePayload } from "../model/update"
import { arrivedAnyway, takenBack } from "../taken-back"

const LIMITS = { now: 0, maxLines: 100, maxUpdates: 50 }

function update(id: string, payload: UpdatePayload, changes: Partial<KnownUpdate> = {}) {
  const known: KnownUpdate = {
    ...{ id, sequence: 1, uniqueKey: id, status: "superseded", payloadVersion: PAYLOAD_VERSION },
    payload,
    ...changes,
  }
  return known
}

const CANCEL: UpdatePayload = {
  ...{ kind: "cancellation", reason: "SELLER_CANCEL_PRICING_ERROR" },
  lines: [{ lineNumber: "1", quantity: 2, total: 2 }],
}
const SHIP: UpdatePayload = {
  ...{ kind: "shipment", fulfillmentId: "ful_1", shippedAt: 1, sellerOrderId: "1" },
  packages: [],
}

function order(canceled: number): Order {
  const line = { cancellationReason: null, package: null }
  return {
    ...{ purchaseOrderId: "1", customerOrderId: "2", customerEmail: null, phone: null },
    ...{ orderedAt: 1, shipBy: null, deliverBy: null, methodCode: "Standard", address: null },
    ...{ orderType: null, originalCustomerOrderId: null, summaryTotal: null },
    shipNode: { type: "SellerFulfilled", id: null, name: null },
    lines: [
      {
        ...{ lineNumber: "1", sku: "MUG-1", productName: "Mug", quantity: 5, charges: [] },
        ...{ customerAskedToCancel: false, shipMethod: null },
        statuses: [
          { ...line, status: "Cancelled" as const, quantity: canceled },
          { ...line, status: "Acknowledged" as const, quantity: 5 - canceled },
        ],
      },
    ],
  }
}

describe("what was taken back while a call was in doubt", () => {
  it("is asked about when the call named it and the order alone can tell", () => {
    const known = [
      update("named", CANCEL),
      update("not_named", CANCEL),
      update("pending", CANCEL, { status: "pending" }),
      update("dismissed", CANCEL, { status: "dismissed" }),
      update("foreign", CANCEL, { payloadVersion: PAYLOAD_VERSION + 1 }),
      update("parcel", SHIP),
    ]
    const named = known.map(({ id }) => id).filter((id) => id !== "not_named")
    expect(takenBack(known, named).map(({ id }) => id)).toEqual(["named"])
  })

  it.each([
    [0, []],
    [1, []],
    [2, ["named"]],
    [3, ["named"]],
  ])("has arrived or not when Walmart shows %d of 2 units as canceled", (canceled, ids) => {
    const asked = [update("named", CANCEL)]
    expect(arrivedAnyway(order(canceled), asked, asked, LIMITS)).toEqual(ids)
  })
})
