import type { LineStatus, Order } from "../../orders/order"
import { previewUpdate } from "../preview"
import type { KnownUpdate, UpdatePayload } from "../model/update"
import type { UpdateStatus } from "../model/update-status"

const LIMITS = { now: 1_700_000_100_000, maxLines: 100, maxUpdates: 50 }

function order(...statuses: [LineStatus, number][]): Order {
  return {
    purchaseOrderId: "1799999999001",
    customerOrderId: "6281763440099",
    customerEmail: null,
    phone: null,
    orderedAt: 1_700_000_000_000,
    shipBy: null,
    deliverBy: null,
    methodCode: "Standard",
    address: null,
    shipNode: { type: "SellerFulfilled", id: null, name: null },
    orderType: null,
    originalCustomerOrderId: null,
    summaryTotal: null,
    lines: [
      {
        lineNumber: "1",
        sku: "SKU-1",
        productName: "Thing",
        quantity: 2,
        charges: [],
        customerAskedToCancel: false,
        shipMethod: null,
        statuses: statuses.map(([status, quantity]) => ({
          status,
          quantity,
          cancellationReason: null,
          package: null,
        })),
      },
    ],
  }
}

function update(sequence: number, payload: UpdatePayload, status: UpdateStatus): KnownUpdate {
  return {
    id: `wmu_${sequence}`,
    sequence,
    uniqueKey: `key_${sequence}`,
    status,
    payload,
    payloadVersion: 1,
  }
}

const acknowledgment: UpdatePayload = { kind: "acknowledgment" }
const cancellation: UpdatePayload = {
  kind: "cancellation",
  reason: "SELLER_CANCEL_OUT_OF_STOCK",
  lines: [{ lineNumber: "1", quantity: 2, total: 2 }],
}

describe("previewUpdate", () => {
  it("shows the very body that would be sent", () => {
    const updates = [update(1, cancellation, "pending")]
    const preview = previewUpdate(order(["Acknowledged", 2]), updates, "wmu_1", LIMITS)
    expect(preview).toMatchObject({ state: "would_send", endpoint: "orders.cancel" })
    expect(JSON.stringify(preview)).toContain("SELLER_CANCEL_OUT_OF_STOCK")
  })

  it("treats an update that needs attention as if it were retried", () => {
    const updates = [update(1, acknowledgment, "needs_attention")]
    expect(previewUpdate(order(["Created", 2]), updates, "wmu_1", LIMITS)).toMatchObject({
      state: "would_send",
      endpoint: "orders.acknowledge",
      body: null,
    })
  })

  it("says that Walmart shows it already", () => {
    const updates = [update(1, cancellation, "needs_attention")]
    expect(previewUpdate(order(["Cancelled", 2]), updates, "wmu_1", LIMITS)).toEqual({
      state: "already_there",
    })
  })

  it("says what at Walmart forbids it", () => {
    const updates = [update(1, cancellation, "pending")]
    expect(previewUpdate(order(["Shipped", 2]), updates, "wmu_1", LIMITS)).toMatchObject({
      state: "conflict",
      attention: { message: expect.stringContaining("1"), remedy: expect.any(String) },
    })
  })

  it("says of what can go in part what would be sent and what not", () => {
    const updates = [update(1, cancellation, "needs_attention")]
    const shown = order(["Shipped", 1], ["Acknowledged", 1])
    const preview = previewUpdate(shown, updates, "wmu_1", LIMITS)
    expect(preview).toMatchObject({
      ...{ state: "would_send", endpoint: "orders.cancel", updateIds: ["wmu_1"] },
      attention: { code: "line_already_shipped", message: expect.stringContaining("1") },
    })
    expect(JSON.stringify(preview)).toContain('"amount":"1"')
  })

  it("names the earlier updates it waits for", () => {
    const updates = [
      update(1, acknowledgment, "needs_attention"),
      update(2, cancellation, "pending"),
    ]
    expect(previewUpdate(order(["Created", 2]), updates, "wmu_2", LIMITS)).toEqual({
      state: "waits",
      waitsFor: ["wmu_1"],
    })
  })

  it("has nothing to show for an update that has left the queue", () => {
    const updates = [update(1, acknowledgment, "sent")]
    expect(previewUpdate(order(["Acknowledged", 2]), updates, "wmu_1", LIMITS)).toEqual({
      state: "finished",
    })
  })
})
