import type { AdminWalmartAccountState } from "../../../../types/http"
import { troublesOf } from "../account-trouble"

const NOW = Date.parse("2026-11-23T12:00:00Z")
const LATER = "2026-11-23T12:10:00Z"
const BEFORE = "2026-11-23T11:00:00Z"

const WELL: AdminWalmartAccountState = {
  ...{ id: "main", paused: false, paused_at: null, dry_run: false, blocked_until: null },
  ...{ last_error: null, last_poll_at: BEFORE, last_poll_error: null, hold: null },
  last_returns_poll_error: null,
  ...{ last_error_words: null, last_poll_error_words: null, last_returns_poll_error_words: null },
}

function troubles(changes: Partial<AdminWalmartAccountState>) {
  return troublesOf({ ...WELL, ...changes }, NOW)
}

function ids(changes: Partial<AdminWalmartAccountState>) {
  return troubles(changes).map(({ id }) => id)
}

describe("what the banner says of an account", () => {
  it("is nothing while it works", () => {
    expect(ids({})).toEqual([])
  })

  it("is since when it is paused, and that it is in dry run", () => {
    expect(troubles({ paused: true, paused_at: BEFORE, dry_run: true })).toMatchObject([
      { id: "paused", times: { since: BEFORE }, sinceKey: "trouble.pausedSince" },
      { id: "dry-run" },
    ])
  })

  it("is that its keys are refused, when orders last came and when the next try is; not each failure that follows from it", () => {
    const refused = {
      ...{ blocked_until: LATER, last_error: "Walmart says: 401" },
      ...{ last_poll_error: "Walmart says: 401" },
    }
    expect(troubles(refused)).toMatchObject([
      {
        id: "blocked",
        times: { since: BEFORE, until: LATER },
        said: { message: "Walmart says: 401" },
      },
    ])
  })

  it("is that Walmart does not answer, and when it is tried again", () => {
    const hold = { because: "failing" as const, until: LATER }
    expect(troubles({ hold, last_poll_error: "503" })).toMatchObject([
      { id: "failing", times: { until: LATER } },
    ])
  })

  it("is that orders could not be fetched, whatever else works", () => {
    expect(ids({ last_poll_error: "Timeout" })).toEqual(["not-fetched"])
  })

  it("is that returns could not be fetched, unless the same is said of the orders", () => {
    const last_returns_poll_error = "Walmart's return order R1 cannot be read."
    expect(troubles({ last_returns_poll_error })).toMatchObject([
      { id: "returns-not-fetched", said: { message: last_returns_poll_error } },
    ])
    const same = { last_poll_error: "Timeout", last_returns_poll_error: "Timeout" }
    expect(ids(same)).toEqual(["not-fetched"])
  })

  it("is a limit only where it lasts long enough to be read", () => {
    expect(ids({ hold: { because: "asked", until: LATER } })).toEqual(["limited"])
    expect(ids({ hold: { because: "asked", until: "2026-11-23T12:00:20Z" } })).toEqual([])
  })

  it("is about a trouble that lasts though nothing was ever fetched", () => {
    expect(troubles({ blocked_until: LATER, last_poll_at: null })).toMatchObject([
      { id: "blocked", sinceKey: null },
    ])
  })
})
