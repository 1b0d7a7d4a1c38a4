import { AdminWalmartReturnsParams } from "../../../api/admin/walmart/queries"
import { returnFiltersOf } from "../use-returns-address"

const filters = (text: string) => returnFiltersOf(new URLSearchParams(text))

describe("the address of the returns", () => {
  it("says what its cards and chips say, as the server takes it", () => {
    const chosen = { state: "to_decide", deadline: "overdue", refunded_by_walmart: "true" }
    const found = filters(new URLSearchParams(chosen).toString())
    expect(found).toEqual(chosen)
    expect(AdminWalmartReturnsParams.safeParse(found).success).toBe(true)
  })

  it("shows returns for an old or mistyped link, which the server would refuse", () => {
    expect(filters("state=lost&deadline=tomorrow&refunded_by_walmart=maybe")).toEqual({})
    expect(filters("state=refunded&deadline=")).toEqual({ state: "refunded" })
  })
})
