import { countReturnsStatement, returnConditions } from "../find-returns-sql"

type Search = Parameters<typeof returnConditions>[0]

const ALL = returnConditions({})

/** What a search asks beyond what every search does. */
const asked = (search: Search) => returnConditions(search).replace(`${ALL} AND `, "")

describe("the list of returns", () => {
  it("shows what Walmart refunded by itself, only the rest, or both", () => {
    expect(asked({ byWalmart: true })).toBe("r.is_refunded_by_walmart")
    expect(asked({ byWalmart: false })).toBe("NOT r.is_refunded_by_walmart")
    expect(ALL).not.toContain("is_refunded_by_walmart")
  })

  it.each<[chip: string, Search]>([
    ["by_walmart", { byWalmart: true }],
    ...(["overdue", "due_soon"] as const).map((deadline): [string, Search] => [
      deadline,
      { deadline },
    ]),
  ])("has as many rows as its chip %s counts", (chip, search) => {
    expect(countReturnsStatement()).toContain(
      `count(*) FILTER (WHERE ${asked(search)})::int AS ${chip}`
    )
  })
})
