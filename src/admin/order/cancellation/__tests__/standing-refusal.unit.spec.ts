import { isPastCanceling } from "../standing-refusal"

describe("canceling is offered", () => {
  it("while something is left to ship, and not for what was shipped here before Walmart knows", () => {
    expect(isPastCanceling({ status: "open", units_to_ship: 1 })).toBe(false)
    expect(isPastCanceling({ status: "partially_shipped", units_to_ship: 2 })).toBe(false)
    expect(isPastCanceling({ status: "open", units_to_ship: 0 })).toBe(true)
    expect(isPastCanceling({ status: "shipped", units_to_ship: 0 })).toBe(true)
    expect(isPastCanceling({ status: "canceled", units_to_ship: 1 })).toBe(true)
  })
})
