import fc from "fast-check"
import { clampWaitMs, ENDPOINTS, parseRateHeaders, waitFromHeaders } from "../endpoint-limits"

const NOW = Date.UTC(2026, 10, 23, 12, 0, 0)
const QUARTER = 15 * 60_000

describe("parseRateHeaders", () => {
  it.each(["x-next-replenish-time", "X-Next-Replenish-Time", "X-Next-Replenishment-Time"])(
    "reads the header %s",
    (name) => {
      const { replenishAtMs } = parseRateHeaders({ [name]: String(NOW + 5_000) }, NOW)
      expect(replenishAtMs).toBe(NOW + 5_000)
    }
  )

  it.each([
    ["epoch milliseconds", String(NOW + 20_000), 20_000],
    ["epoch seconds", String(NOW / 1000 + 20), 20_000],
    ["ISO", new Date(NOW + 20_000).toISOString(), 20_000],
    ["a time that is past", String(NOW - 60_000), 1_000],
    ["zero", "0", 1_000],
    ["a time far away", String(NOW + 86_400_000), QUARTER],
    ["the year 2286 in seconds", "9999999999", QUARTER],
    ["the year 2286 in milliseconds", "9999999999999", QUARTER],
  ])("waits sanely for %s", (_, value, wait) => {
    const headers = parseRateHeaders({ "X-Next-Replenishment-Time": value }, NOW)
    expect(headers.replenishAtMs).toBe(NOW + wait)
    expect(waitFromHeaders(headers, NOW)).toBe(wait)
  })

  it.each(["soon", "", "-5", "NaN", "1e12", "12:00", "[object Object]"])(
    "reads %j as no time",
    (value) => {
      const headers = parseRateHeaders({ "x-next-replenish-time": value }, NOW)
      expect(headers.replenishAtMs).toBeNull()
      expect(waitFromHeaders(headers, NOW)).toBeNull()
    }
  )

  it.each([
    ["30", 30_000],
    ["0", 1_000],
    ["86400", QUARTER],
    ["2.5", 2_500],
    [new Date(NOW + 40_000).toUTCString(), 40_000],
    ["Monday, 23-Nov-26 12:00:40 GMT", 40_000],
    ["23-11-26", null],
    ["later", null],
  ])("reads Retry-After %j", (value, wait) => {
    expect(parseRateHeaders({ "Retry-After": value }, NOW).retryAfterMs).toBe(wait)
  })

  it("prefers Retry-After to the replenish time", () => {
    const headers = parseRateHeaders(
      { "retry-after": "7", "x-next-replenish-time": String(NOW + 60_000) },
      NOW
    )
    expect(waitFromHeaders(headers, NOW)).toBe(7_000)
  })

  it.each([
    ["59", 59],
    [" 0 ", 0],
    ["-1", null],
    ["many", null],
    [undefined, null],
  ])("reads %j calls left as %j", (value, expected) => {
    expect(parseRateHeaders({ "X-Current-Token-Count": value }, NOW).tokensLeft).toBe(expected)
  })

  it("never waits less than a second nor more than a quarter of an hour", () => {
    const value = fc.oneof(fc.string(), fc.integer().map(String), fc.date().map(String))
    fc.assert(
      fc.property(value, value, (replenish, retry) => {
        const headers = parseRateHeaders(
          { "x-next-replenish-time": replenish, "retry-after": retry },
          NOW
        )
        const wait = waitFromHeaders(headers, NOW) ?? 1_000
        expect(wait).toBeGreaterThanOrEqual(1_000)
        expect(wait).toBeLessThanOrEqual(QUARTER)
      })
    )
    expect(clampWaitMs(NaN)).toBe(QUARTER)
  })
})

describe("ENDPOINTS", () => {
  it("allows no more at once than Walmart allows in a minute, and of feeds in an hour", () => {
    for (const [key, { name, perMinute, burst }] of Object.entries(ENDPOINTS)) {
      expect(name).toBe(key)
      expect(burst).toBeGreaterThan(0)
      expect(burst).toBeLessThan(name === "feeds" ? perMinute * 60 : perMinute)
    }
  })
})
