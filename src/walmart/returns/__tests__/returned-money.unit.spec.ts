import { returnedMoney } from "../returned-money"

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
})
