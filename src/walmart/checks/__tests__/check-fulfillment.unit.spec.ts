import { marketOf } from "../../markets/markets"
import type { PlanInput } from "../../updates/model/sides"
import type { LineUnits } from "../../updates/payloads/payload-parts"
import { english } from "../../words/phrase"
import { checkFulfillment } from "../check-shipment"

const NOTHING = { created: 0, shipped: 0, delivered: 0, canceled: 0, refunded: 0 }

const THREE_OPEN: PlanInput = {
  medusa: {
    ...{ displayId: "1", canceledAt: null, updatedAt: 0, fulfillments: [] },
    items: [{ lineNumber: "1", quantity: 3 }],
    ...{ reason: null, reasonBy: null, defaultReason: null },
  },
  walmart: {
    ...{ purchaseOrderId: "1", customerOrderId: "2", orderedAt: 0, readOnly: false },
    currency: "usd",
    lines: [
      {
        ...{ lineNumber: "1", quantity: 3, customerAskedToCancel: false },
        quantities: { ...NOTHING, acknowledged: 3 },
      },
    ],
  },
  ...{ known: [], market: marketOf("us"), strictness: "strict", now: 1 },
}

function said(wanted: LineUnits[]): string {
  return english(checkFulfillment(THREE_OPEN, wanted).flat())
}

describe("a fulfillment that is about to be made", () => {
  it("may hold what is open", () => {
    expect(said([{ lineNumber: "1", quantity: 3 }])).toBe("")
  })

  it("holds no more", () => {
    expect(said([{ lineNumber: "1", quantity: 4 }])).toContain("only 3 can be shipped")
  })

  it.each([1.5, 0.5])(
    "holds no part of a unit, such as %s, because none can be told",
    (quantity) => {
      expect(said([{ lineNumber: "1", quantity }])).toContain("whole units")
    }
  )

  it("names an item once, because Medusa packs both and counts the last", () => {
    const half = { lineNumber: "1", quantity: 1 }
    expect(said([half, half])).toContain("more than once")
  })
})
