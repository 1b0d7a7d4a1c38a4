import { isMoneyForeign } from "../foreign-money"

describe("the money of an edited order", () => {
  it("is settled by the plugin, also when Walmart shows a return of another unit", () => {
    expect(isMoneyForeign(["edit"])).toBe(false)
    expect(isMoneyForeign([null, "edit", "return_request", "return_receive"])).toBe(false)
  })

  it("is left to Medusa when a claim or an exchange has put other items in", () => {
    expect(isMoneyForeign(["edit", "claim"])).toBe(true)
    expect(isMoneyForeign(["exchange", "return_request"])).toBe(true)
  })
})
