import type { MedusaRefund } from "../../updates/model/sides"
import { creditedRefund } from "../credited-refund"

const REQUESTED_AT = 1_000
const RETURN = { requestedAt: REQUESTED_AT, lines: [{ lineNumber: "1" }] }

function refund(changes: Partial<MedusaRefund>): MedusaRefund {
  return {
    ...{ id: "ref_1", amount: 500, createdAt: REQUESTED_AT, by: "user_1", reason: null },
    ...{ choice: null, madeAtWalmart: false, kept: false },
    ...changes,
  }
}

const ofLine = (lineNumber: string) => ({
  choice: { lines: [{ lineNumber, type: "PRODUCT", amount: 500 }], reason: "Others" },
})

describe("what is in the books of a return already", () => {
  it("is what was refunded of its lines since it was asked for", () => {
    expect(creditedRefund(RETURN, [refund(ofLine("1")), refund(ofLine("2"))])).toBe(500)
  })

  it("is not what was refunded before", () => {
    expect(creditedRefund(RETURN, [refund({ ...ofLine("1"), createdAt: REQUESTED_AT - 1 })])).toBe(
      0
    )
  })

  it("is what was written down of Seller Center's refunds, which names no line", () => {
    expect(creditedRefund(RETURN, [refund({ madeAtWalmart: true })])).toBe(500)
  })
})
