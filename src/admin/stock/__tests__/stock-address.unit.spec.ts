import { AdminWalmartStockParams } from "../../../api/admin/walmart/queries"
import { STOCK_STATES, stockViewOf } from "../use-stock-address"

const view = (text: string) => stockViewOf(new URLSearchParams(text))

describe("the address of the stock figures", () => {
  it("shows all of them when it says nothing", () => {
    expect(view("")).toEqual({ q: "", state: "", page: 0 })
  })

  it.each(STOCK_STATES)("keeps the state %s, which the server takes", (state) => {
    expect(view(`q=MUG&state=${state}&page=3`)).toEqual({ q: "MUG", state, page: 2 })
    expect(AdminWalmartStockParams.safeParse({ q: "MUG", state }).success).toBe(true)
  })

  it("shows figures for an old or mistyped link, which the server would refuse", () => {
    expect(view("state=lost&page=x")).toEqual({ q: "", state: "", page: 0 })
  })
})
