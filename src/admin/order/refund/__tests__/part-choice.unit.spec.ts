import {
  areUnitsPossible,
  hasUnits,
  isPossible,
  refundBody,
  theRest,
  totalOf,
  typedFor,
  withAmount,
  withUnits,
} from "../part-choice"

const LINE = { line_number: "1", currency_code: "usd", units: 3 }
const PRICE = { ...LINE, type: "PRODUCT", charged: 2200, refunded: 0, left: 2200 }
const SHIPPING = { ...LINE, type: "SHIPPING", charged: 400, refunded: 400, left: 0 }
const PARTS = [PRICE, SHIPPING]

const amounts = (amount: string) => withAmount({}, PRICE, amount)

describe("choosing what is refunded", () => {
  it("takes amounts with two decimals at most, with a point or a comma", () => {
    expect(refundBody(PARTS, amounts(" 3,5 "), "Others")).toEqual({
      lines: [{ line_number: "1", type: "PRODUCT", amount: 350 }],
      reason: "Others",
    })
    for (const typed of ["1.005", "-1", "x", "1e3"]) {
      expect(isPossible(amounts(typed), PRICE)).toBe(false)
    }
  })

  it("asks for nothing that is not left, not chosen, or without a reason", () => {
    expect(refundBody(PARTS, amounts("22.01"), "Others")).toBeNull()
    expect(refundBody(PARTS, {}, "Others")).toBeNull()
    expect(refundBody(PARTS, amounts("1"), "")).toBeNull()
  })

  it("takes all that is left at once", () => {
    const all = theRest(PARTS)
    expect(typedFor(all, PRICE).amount).toBe("22.00")
    expect(totalOf(refundBody(PARTS, all, "Others") ?? { lines: [] })).toBe(2200)
  })

  it("takes units of a line, with their price and tax to the cent", () => {
    expect([hasUnits(PRICE), hasUnits(SHIPPING)]).toEqual([true, false])
    const shares = ["1", "2", "3"].map((n) => typedFor(withUnits({}, PRICE, n), PRICE).amount)
    expect(shares).toEqual(["7.33", "14.67", "22.00"])
  })

  it("takes no more for units than is left", () => {
    const part = { ...PRICE, refunded: 1800, left: 400 }
    expect(typedFor(withUnits({}, part, "1"), part).amount).toBe("4.00")
  })

  it("has no decimals in a currency without, such as Chile's", () => {
    const pesos = { ...PRICE, currency_code: "clp", charged: 1_000_000, left: 1_000_000 }
    expect(typedFor(theRest([pesos]), pesos).amount).toBe("10000")
    expect(typedFor(withUnits({}, pesos, "1"), pesos).amount).toBe("3333")
    expect(isPossible(withAmount({}, pesos, "10.50"), pesos)).toBe(false)
    expect(isPossible(withAmount({}, pesos, "10"), pesos)).toBe(true)
  })

  it("refuses more units than are shipped, and what is no whole number of them", () => {
    for (const units of ["4", "1.5", "-1", "x"]) {
      const typed = withUnits({}, PRICE, units)
      expect(areUnitsPossible(typed, PRICE)).toBe(false)
      expect(refundBody(PARTS, typed, "Others")).toBeNull()
    }
  })

  it("forgets units once an amount is typed, and an amount once units are", () => {
    const both = withAmount(withUnits({}, PRICE, "2"), PRICE, "5")
    expect(typedFor(both, PRICE)).toEqual({ amount: "5", units: "" })
    expect(typedFor(withUnits(both, PRICE, ""), PRICE)).toEqual({ amount: "", units: "" })
  })
})
