import { isPossible, refundBody, theRest, totalOf } from "../part-choice"

const PRICE = { line_number: "1", type: "PRODUCT", charged: 2200, refunded: 0, left: 2200 }
const SHIPPING = { line_number: "1", type: "SHIPPING", charged: 400, refunded: 400, left: 0 }
const PARTS = [PRICE, SHIPPING]

describe("choosing what is refunded", () => {
  it("takes amounts with two decimals at most, with a point or a comma", () => {
    expect(refundBody(PARTS, { "1 PRODUCT": " 3,5 " }, "Others")).toEqual({
      lines: [{ line_number: "1", type: "PRODUCT", amount: 350 }],
      reason: "Others",
    })
    for (const typed of ["1.005", "-1", "x", "1e3"]) {
      expect(isPossible({ "1 PRODUCT": typed }, PRICE)).toBe(false)
    }
  })

  it("asks for nothing that is not left, not chosen, or without a reason", () => {
    expect(refundBody(PARTS, { "1 PRODUCT": "22.01" }, "Others")).toBeNull()
    expect(refundBody(PARTS, {}, "Others")).toBeNull()
    expect(refundBody(PARTS, { "1 PRODUCT": "1" }, "")).toBeNull()
  })

  it("takes all that is left at once", () => {
    expect(theRest(PARTS)).toEqual({ "1 PRODUCT": "22.00" })
    expect(totalOf(refundBody(PARTS, theRest(PARTS), "Others") ?? { lines: [] })).toBe(2200)
  })
})
