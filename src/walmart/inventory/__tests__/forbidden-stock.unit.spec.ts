import { phrase, say } from "../../words/phrase"
import { forbiddenStock, nextForbiddenTryMs, refusedStock } from "../forbidden-stock"

const MINUTE_MS = 60_000

describe("A figure that the key may not send", () => {
  it("is tried again in about an hour, not all figures at once", () => {
    expect(nextForbiddenTryMs(() => 0)).toBe(45 * MINUTE_MS)
    expect(nextForbiddenTryMs(() => 1)).toBe(75 * MINUTE_MS)
  })

  it("says what Walmart said, and that nothing else waits", () => {
    const about = { account: "main", endpoint: "inventory", said: "FORBIDDEN" }
    const message = [phrase("permission_missing", "message", about)]
    const told = forbiddenStock({ words: { message, remedy: [] } })
    expect(told).toMatchObject({
      code: "permission_missing",
      message: expect.stringContaining("FORBIDDEN"),
      remedy: expect.stringContaining("Nothing else of the account waits"),
    })
  })
})

describe("A figure that Walmart refuses", () => {
  it("is sent again by hand, as it has no order to refresh and nothing to correct or dismiss", () => {
    const told = refusedStock(say("refused", { status: 400, said: "The item is retired." }))
    expect(told).toMatchObject({
      code: "refused",
      message: expect.stringContaining("The item is retired."),
      remedy: expect.stringMatching(/send the figure again\.$/),
    })
    expect(told.remedy).not.toMatch(/refresh|correct|dismiss/i)
  })

  it("keeps a remedy of its own where Walmart's words are known", () => {
    const known = say("not_found", { path: "/v3/inventory", said: "none" })
    expect(refusedStock(known)).toEqual(known)
  })
})
