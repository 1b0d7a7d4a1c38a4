import { UnreadableError } from "../errors/errors"
import { cursorQuery, followCursors } from "../cursors"

describe("the next page of a list", () => {
  it.each([
    "?limit=10&hasMoreElements=true&soIndex=31&createdStartDate=2026-01-01T00%3A00%3A00Z",
    "?soIndex=1",
    "?a=&b=1",
  ])("is asked for by the query that Walmart hands out, as it is: %s", (cursor) => {
    expect(cursorQuery(cursor)).toBe(cursor)
    expect(cursorQuery(cursor.slice(1))).toBe(cursor)
    expect(cursorQuery(`?${cursor}`)).toBe(cursor)
  })

  it.each(["AoE/GjEuMA==", "abc=", "c0ffee"])(
    "is asked for by a name that is no query: %s",
    (name) => {
      expect(cursorQuery(name)).toBe(`?nextCursor=${encodeURIComponent(name)}`)
    }
  )
})

describe("the walk of a list", () => {
  it("goes on with each cursor and ends without one", () => {
    const follow = followCursors()
    expect(follow({ cursor: "?a=1", seen: 200, counted: 250 })).toBe("?a=1")
    expect(follow({ cursor: "?a=2", seen: 250, counted: 250 })).toBe("?a=2")
    expect(follow({ cursor: null, seen: 250, counted: 250 })).toBeNull()
  })

  it("goes on with a cursor that stays the same while its pages show something new", () => {
    const follow = followCursors()
    const answers = [100, 200, 300].map((seen) => follow({ cursor: "?s=1", seen, counted: null }))
    expect(answers).toEqual(["?s=1", "?s=1", "?s=1"])
  })

  it("never runs for ever: it ends where all was shown, and says so where it was not", () => {
    const whole = followCursors()
    whole({ cursor: "?a=1", seen: 2, counted: 2 })
    expect(whole({ cursor: "?a=1", seen: 2, counted: 2 })).toBeNull()
    for (const counted of [3, null]) {
      const follow = followCursors()
      follow({ cursor: "?a=1", seen: 2, counted })
      follow({ cursor: "?a=2", seen: 2, counted })
      expect(() => follow({ cursor: "?a=1", seen: 2, counted })).toThrow(UnreadableError)
    }
  })
})
