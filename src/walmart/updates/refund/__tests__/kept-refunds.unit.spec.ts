import { marketOf } from "../../../markets/markets"
import type { RefundPart } from "../../../refunds/refund-parts"
import type { MedusaRefund, PlanInput } from "../../model/sides"
import { missingRefunds } from "../plan-refund"

/** One line of 20.00 that has left, of which Walmart shows so much as given back. */
function question(refunds: MedusaRefund[], refunded: number): PlanInput {
  const part = { lineNumber: "1", type: "PRODUCT", name: "ItemPrice", currency: "USD" }
  const sums = { charged: 2000, tax: 0, refunded, refundedTax: 0, isWhole: true }
  const quantities = { created: 0, acknowledged: 0, shipped: 1, delivered: 0 }
  return {
    medusa: {
      ...{ displayId: "1", canceledAt: null, updatedAt: 1, items: [], fulfillments: [] },
      ...{ reason: null, reasonBy: null, defaultReason: null, refunds },
    },
    walmart: {
      ...{ purchaseOrderId: "1", customerOrderId: "2", orderedAt: 1, readOnly: false },
      ...{ currency: "usd", chargesPer: "line" },
      lines: [
        {
          ...{ lineNumber: "1", quantity: 1, customerAskedToCancel: false },
          quantities: { ...quantities, canceled: 0, refunded: 0 },
          refundParts: [{ ...part, ...sums } as RefundPart],
        },
      ],
    },
    ...{ known: [], market: marketOf("us"), strictness: "strict", now: 1 },
  }
}

const refund = (id: string, amount: number, kept: boolean): MedusaRefund => ({
  ...{ id, amount, createdAt: 1, by: null, reason: null, choice: null },
  ...{ madeAtWalmart: false, kept },
})

describe("a refund that is booked in Medusa alone", () => {
  it("is never sent", () => {
    expect(missingRefunds(question([refund("kept", 1100, true)], 0))).toEqual([])
  })

  it.each([
    ["was given back in Seller Center", 1100, 1600],
    ["was never given back", 0, 500],
  ])("leaves a later one whole that is sent, once it %s", (_how, shown, total) => {
    const refunds = [refund("kept", 1100, true), refund("sent", 500, false)]
    const planned = missingRefunds(question(refunds, shown))
    expect(planned.map(({ uniqueKey, payload }) => [uniqueKey, payload.lines])).toEqual([
      ["refund:sent", [{ lineNumber: "1", type: "PRODUCT", amount: 500, total }]],
    ])
  })
})
