import type { LedgerEntry } from "../../simulator"
import type { Fulfillment, Order } from "../../testing/admin-client"
import { compare, table } from "../ledger"

const PO = "108900000000001"

function entry(effect: LedgerEntry["effect"], change: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    at: 0,
    effect,
    by: "seller_api",
    purchaseOrderId: PO,
    lineNumber: "1",
    quantity: 2,
    carrier: null,
    trackingNumber: null,
    reason: null,
    sku: "MUG-1",
    ...change,
  }
}

function order(shipped: number, fulfillments: Partial<Fulfillment>[], status = "pending"): Order {
  const items = [{ variant_sku: "MUG-1", quantity: 2, detail: { shipped_quantity: shipped } }]
  return { items, fulfillments, status } as unknown as Order
}

const parcel = {
  shipped_at: "2026-01-01T00:00:00Z",
  canceled_at: null,
  labels: [{ tracking_number: "1z999aa1 0123-456784" }],
}
const shippedAtWalmart = entry("shipped", { carrier: "UPS", trackingNumber: "1Z999AA10123456784" })

describe("the tour's comparison", () => {
  it("agrees when Walmart has what Medusa shipped, however the number was typed", () => {
    const { agrees } = compare("#1", order(2, [parcel]), [entry("acknowledged"), shippedAtWalmart])
    expect(agrees).toBe(true)
  })

  it.each([
    [
      "a shipment twice",
      order(2, [parcel]),
      [entry("acknowledged"), shippedAtWalmart, shippedAtWalmart],
    ],
    ["no acknowledgment", order(2, [parcel]), [shippedAtWalmart]],
    ["no shipment", order(2, [parcel]), [entry("acknowledged")]],
    [
      "a shipment that Medusa does not have",
      order(0, []),
      [entry("acknowledged"), shippedAtWalmart],
    ],
    [
      "another number",
      order(2, [{ ...parcel, labels: [{ tracking_number: "X1" }] }]),
      [entry("acknowledged"), shippedAtWalmart],
    ],
    ["no cancellation", order(0, [], "canceled"), [entry("acknowledged")]],
  ])("disagrees when Walmart has %s", (_what, medusa, ledger) => {
    expect(compare("#1", medusa, ledger).agrees).toBe(false)
  })

  it("leaves canceled fulfillments out", () => {
    const fulfillments = [{ ...parcel, canceled_at: "2026-01-02T00:00:00Z" }]
    expect(compare("#1", order(0, fulfillments), [entry("acknowledged")]).agrees).toBe(true)
  })

  it("is printed as a table that names carrier and reason", () => {
    const canceled = entry("cancelled", { reason: "SELLER_CANCEL_PRICING_ERROR" })
    const printed = table([
      compare("#1", order(2, [parcel]), [entry("acknowledged"), shippedAtWalmart]),
      compare("#2", order(0, [], "canceled"), [entry("acknowledged"), canceled]),
    ])
    expect(printed).toContain("acknowledged 2, shipped 2 in 1, UPS")
    expect(printed).toContain("canceled 2, SELLER_CANCEL_PRICING_ERROR")
  })
})
