import type { ReturnLine } from "../../orders/return-order"
import { returnedMoney, unpricedLine } from "../returned-money"

describe("the money of returns", () => {
  it("is that of their refunded units, by line", () => {
    const line = { quantity: 3, total: 10_000, refunded: 1 }
    const lines = [
      { ...line, lineNumber: "1" },
      { ...line, lineNumber: "1", refunded: 3 },
      { ...line, lineNumber: "2", refunded: 0 },
    ]
    expect(returnedMoney(lines)).toEqual({ "1": 13_333, "2": 0 })
  })

  it("is not known of a line of which units are refunded without a sum", () => {
    const line = { refunded: 1, total: 500 } as ReturnLine
    expect(unpricedLine([line, { ...line, refunded: 0, total: null }])).toBeUndefined()
    expect(unpricedLine([line, { ...line, sku: "B", total: null }])).toMatchObject({ sku: "B" })
  })
})
