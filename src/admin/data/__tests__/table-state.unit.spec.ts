import { AdminWalmartOrdersParams } from "../../../api/admin/walmart/queries"
import { endOfDay, startOfDay } from "../../orders/table/days"
import {
  clampedPage,
  filtersOf,
  pageOf,
  queryOf,
  sizeOf,
  sortingOf,
  withFilters,
  withParam,
} from "../table-state"

const address = (text: string) => new URLSearchParams(text)

describe("the table's address", () => {
  it("asks for what has to be shipped first when it says nothing", () => {
    expect(queryOf(address(""))).toMatchObject({ order: "due", limit: 20, offset: 0 })
    expect(sortingOf(address(""))).toEqual({ id: "due", desc: false })
  })

  it("says what its filters say", () => {
    const filters = {
      status: ["open", "shipped"],
      deadline: ["ship_overdue", "due_today"],
      shipped_by: "seller",
      ship_by: { $gte: "2026-11-23", $lte: "2026-11-24" },
    }
    expect(filtersOf(withFilters(address("q=mug"), filters))).toEqual(filters)
  })

  it("hands filters to the server by its own names", () => {
    const query = queryOf(withFilters(address(""), { ship_by: { $gte: "2026-11-23" } }))
    expect(query["ship_by[$gte]"]).toBe("2026-11-23")
    expect(query["ship_by[$lte]"]).toBeUndefined()
  })

  it("forgets a filter that is emptied, and keeps the search", () => {
    const next = withFilters(address("q=mug&status=open"), { status: [] })
    expect(next.toString()).toBe("q=mug")
  })

  it("returns to the first page when what is shown changes", () => {
    expect(pageOf(withParam(address("page=3"), "q", "mug"))).toBe(0)
    expect(pageOf(withFilters(address("page=3"), { status: ["open"] }))).toBe(0)
  })

  it("stays on its page when an order is opened", () => {
    expect(pageOf(withParam(address("page=3"), "show", "wmo_1"))).toBe(2)
  })

  it("shows the first page for a page that is nonsense", () => {
    const nonsense = ["page=0", "page=-1", "page=x", "page=1.5", "page=1e300", "page=600000"]
    expect(nonsense.map((text) => pageOf(address(text)))).toEqual(nonsense.map(() => 0))
  })

  it("never asks for what the server refuses, however old or mistyped a link is", () => {
    const dates = ["foo 1", "2026", "2026-02-31", "11/23/2026", "+012026-11-23T00:00:00.000Z"]
    for (const date of dates) {
      const params = new URLSearchParams({ "ship_by[$gte]": date })
      expect([date, filtersOf(params)]).toEqual([date, {}])
    }
    const long = queryOf(new URLSearchParams({ q: `1Z ${"9".repeat(5_000)}`, page: "50001" }))
    const query = { ...long, size: undefined }
    expect(AdminWalmartOrdersParams.safeParse(query).error?.issues).toBeUndefined()
  })

  it("keeps the dates that its own filters write", () => {
    const dates = [startOfDay(0), endOfDay(6), "2026-11-23"]
    for (const $lte of dates) {
      expect(filtersOf(withFilters(address(""), { ship_by: { $lte } }))).toEqual({
        ship_by: { $lte },
      })
    }
  })

  it("shows orders for an address that names what there is not", () => {
    const wrong = address("order=price&status=lost,open&deadline=x&ship_by[$gte]=tomorrow")
    expect(sortingOf(wrong)).toEqual({ id: "due", desc: false })
    expect(filtersOf(wrong)).toEqual({ status: ["open"] })
    expect(queryOf(wrong)).toEqual({
      ...{ status: "open", order: "due", limit: 20, offset: 0, q: undefined },
    })
  })

  it("has as many orders on a page as may be chosen", () => {
    expect([sizeOf(address("size=100")), sizeOf(address("size=7"))]).toEqual([100, 20])
    expect(queryOf(address("size=50&page=3"))).toMatchObject({ limit: 50, offset: 100 })
    expect(pageOf(withParam(address("page=3"), "size", "50"))).toBe(0)
  })

  it("goes to the last page that exists", () => {
    expect([clampedPage(3, 41, 20), clampedPage(3, 100, 20), clampedPage(3, 0, 20)]).toEqual([
      2, 3, 0,
    ])
    expect(clampedPage(3, 100, 50)).toBe(1)
  })

  it("turns the sorting round with a minus", () => {
    expect(sortingOf(address("order=-ordered_at"))).toEqual({ id: "ordered_at", desc: true })
  })
})
