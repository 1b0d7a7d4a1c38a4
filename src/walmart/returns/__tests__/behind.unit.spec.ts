import type { ReturnLine } from "../../orders/return-order"
import { isReturnBehind } from "../behind"
import type { WantedRefund } from "../wanted-refund"

function line(changes: Partial<ReturnLine> = {}): ReturnLine {
  return {
    ...{ returnLineNumber: 1, purchaseOrderId: "1", lineNumber: "1", sku: "MUG-1" },
    ...{ productName: "Mug", reason: "DAMAGED", quantity: 3, refunded: 1, isKeepIt: false },
    ...{ total: 900, status: "initiated", deliveredAt: null, scannedAt: null, refundChannel: null },
    ...changes,
  }
}

describe("a return that Walmart shows", () => {
  const isOld = (lines: ReturnLine[], wanted: WantedRefund = { "1": 2 }) =>
    isReturnBehind(lines, { kept: [line()], wanted })

  it("with all that it has shown before is no old one", () => {
    expect(isOld([line()])).toBe(false)
    expect(isOld([line({ refunded: 2, status: "completed" })])).toBe(false)
    expect(isOld([line({ status: "canceled" })])).toBe(false)
  })

  it("with fewer units that are refunded is an old one", () => {
    expect(isOld([line({ refunded: 0 })])).toBe(true)
  })

  it("with fewer units than were shown when they were wanted is an old one", () => {
    expect(isOld([line({ quantity: 1 })])).toBe(true)
    expect(isOld([line({ quantity: 2 })])).toBe(false)
  })

  it("without a line that was shown when its units were wanted is an old one", () => {
    expect(isOld([])).toBe(true)
    expect(isOld([], {})).toBe(false)
  })

  it("with a line that is new is no old one", () => {
    expect(isOld([line(), line({ returnLineNumber: 2, refunded: 0 })])).toBe(false)
  })
})
