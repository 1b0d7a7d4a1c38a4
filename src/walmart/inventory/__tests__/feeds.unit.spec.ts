import { afterFeed } from "../feed-outcome"
import { FEED_DEADLINE_MS, LATE_FEED_MS, nextLookMs } from "../feed-rules"

const MINUTE_MS = 60_000

describe("the next look at a feed", () => {
  it("comes soon at first, and then later and later", () => {
    const ages = [0, 10 * MINUTE_MS, 60 * MINUTE_MS, FEED_DEADLINE_MS]
    expect(ages.map(nextLookMs)).toEqual([1, 5, 15, 60].map((minutes) => minutes * MINUTE_MS))
  })

  it("comes while a late end still matters", () => {
    expect(LATE_FEED_MS).toBeGreaterThan(FEED_DEADLINE_MS + nextLookMs(FEED_DEADLINE_MS))
  })
})

describe("a figure after its feed", () => {
  it("is at Walmart when the item was applied", () => {
    expect(afterFeed({ outcome: "applied" }, false)).toBe("sent")
  })

  it("is for a person when Walmart refused an item that it knows", () => {
    expect(afterFeed({ outcome: "refused" }, true)).toBe("ask")
  })

  it("goes by a call of its own when Walmart failed, was silent, or refused what it may not know", () => {
    expect(afterFeed({ outcome: "failed" }, true)).toBe("single")
    expect(afterFeed(undefined, true)).toBe("single")
    expect(afterFeed({ outcome: "refused" }, false)).toBe("single")
  })
})
