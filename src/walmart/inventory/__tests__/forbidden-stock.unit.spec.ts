import { phrase } from "../../words/phrase"
import { forbiddenStock, nextForbiddenTryMs } from "../forbidden-stock"

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
