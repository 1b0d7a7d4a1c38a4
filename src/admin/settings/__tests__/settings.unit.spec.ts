import type {
  AdminWalmartAccountStatus,
  AdminWalmartFinding,
  WalmartCheck,
} from "../../../types/http"
import { firstSteps } from "../first-steps/steps"
import { isFirstStart } from "../first-steps/is-first-start"
import { changedOf, holds, savedDraft } from "../general-draft"
import { healthOf } from "../health/health-of"
import { changesOf } from "../maps/map-rows"
import { providerName } from "../maps/provider-name"

const NOW = Date.parse("2026-11-28T12:00:00Z")

const WELL: AdminWalmartAccountStatus = {
  ...{ id: "main", market: "us", paused: false, dry_run: false, connected: true },
  ...{ blocked_until: null, failed_imports: 0, differing_orders: 0 },
  ...{ waiting_returns: 0, waiting_stock: 0 },
  ...{ last_error_words: null, last_poll_error_words: null },
  ...{ last_error: null, last_poll_error: null, backlog: 0, due_orders: 0, leased: 0, in_doubt: 0 },
  ...{
    oldest_due_seconds: null,
    needs_attention: 0,
    seconds_since_added: 900,
    seconds_since_tick: 3,
  },
  ...{ seconds_since_poll: 30, seconds_since_sent: null, outcomes: {}, latency: null },
  ...{ rate_limits: [], webhooks: null },
}

const health = (changes: Partial<AdminWalmartAccountStatus>) =>
  healthOf({ ...WELL, ...changes }, NOW)

describe("what is sent of a map that was edited", () => {
  it("is what was added, changed and taken away, and nothing else", () => {
    const saved = { ups: "UPS", fedex: "FedEx", dhl: "DHL" }
    const map = { ups: "UPS", fedex: "FedEx Ground", usps: "USPS" }
    expect(changesOf(saved, map)).toEqual({ fedex: "FedEx Ground", usps: "USPS", dhl: null })
    expect(changesOf(saved, saved)).toEqual({})
  })
})

describe("an account's health in one sentence", () => {
  it("says that all is well when nothing waits", () => {
    expect(health({})).toEqual({ color: "green", key: "health.fine" })
    expect(health({ backlog: 2 })).toMatchObject({ key: "health.sending", count: 2 })
  })

  it("says the worst first: refused keys before what follows from them", () => {
    const blocked_until = "2026-11-28T12:10:00Z"
    const all = { blocked_until, last_poll_error: "No.", paused: true, needs_attention: 3 }
    expect(health(all).key).toBe("health.blocked")
    expect(health({ ...all, blocked_until: null }).key).toBe("health.notFetched")
    expect(health({ paused: true, needs_attention: 3 }).key).toBe("health.paused")
  })

  it("takes a hold that has ended for none", () => {
    expect(health({ blocked_until: "2026-11-28T11:59:00Z" }).key).toBe("health.fine")
  })

  it("never says that all is well while nobody sends or fetches", () => {
    expect(health({ seconds_since_tick: null }).key).toBe("health.neverSent")
    expect(health({ seconds_since_tick: 600 })).toMatchObject({
      ...{ color: "red", key: "health.stopped", seconds: 600 },
    })
    expect(health({ seconds_since_poll: null }).key).toBe("health.neverFetched")
    expect(health({ dry_run: true }).key).toBe("health.dryRun")
  })

  it.each([
    ["differing_orders", "health.differs"],
    ["failed_imports", "health.notImported"],
    ["waiting_returns", "health.returnsWait"],
    ["waiting_stock", "health.stockWaits"],
  ])("never says that all is well while there are %s", (field, key) => {
    expect(health({ [field]: 2 })).toEqual({ color: "orange", key, count: 2 })
  })

  it("never says that all is well beside a message of what last went wrong", () => {
    expect(healthOf(WELL, NOW, true)).toEqual({ color: "orange", key: "health.problem" })
    expect(healthOf({ ...WELL, backlog: 2 }, NOW, true).color).toBe("orange")
  })

  it("counts what needs a person before it speaks of waiting", () => {
    const waits = { backlog: 5, oldest_due_seconds: 900 }
    expect(health({ ...waits, needs_attention: 1 })).toMatchObject({
      ...{ key: "health.needsYou", count: 1 },
    })
    expect(health(waits)).toMatchObject({ key: "health.slow", seconds: 900 })
  })
})

const found = (check: WalmartCheck, state: AdminWalmartFinding["state"]): AdminWalmartFinding => ({
  ...{ check, state, account_id: "main", message: `${check} is ${state}`, remedy: null },
  words: { message: [], remedy: [] },
})

describe("the first steps", () => {
  const stateOf = (findings: AdminWalmartFinding[]) =>
    Object.fromEntries(firstSteps(findings).map(({ name, state }) => [name, state]))

  it("wait for the account, while the options have none", () => {
    expect(stateOf([found("migrations", "ok"), found("accounts", "fault")])).toEqual({
      ...{ account: "wrong", channel: "todo", location: "todo", shipping: "todo", poll: "todo" },
    })
  })

  it("show how an account is named, while the config names none", () => {
    const needing = (findings: AdminWalmartFinding[]) =>
      firstSteps(findings).flatMap(({ name, needsConfig }) => (needsConfig ? [name] : []))
    expect(needing([found("accounts", "fault")])).toEqual(["account"])
    expect(needing([found("accounts", "ok"), found("keys", "fault")])).toEqual([])
  })

  it("are done one by one, each by its own checks, and say what is wrong", () => {
    const findings = [
      ...[found("accounts", "ok"), found("keys", "ok"), found("permissions", "ok")],
      ...[found("sales_channel", "ok"), found("region", "fault"), found("stock_location", "ok")],
      ...[found("shipping_options", "warning"), found("polls", "warning")],
    ]
    expect(stateOf(findings)).toEqual({
      ...{ account: "done", channel: "wrong", location: "done", shipping: "done", poll: "wrong" },
    })
    const channel = firstSteps(findings).find(({ name }) => name === "channel")
    expect(channel?.said).toMatchObject([{ message: "region is fault", remedy: null }])
  })

  it("are shown until an account has fetched orders", () => {
    expect(isFirstStart(undefined)).toBe(false)
    expect(isFirstStart([])).toBe(true)
    expect(isFirstStart([{ last_poll_at: null }])).toBe(true)
    const fetched = { last_poll_at: "2026-11-28T12:00:00Z" }
    expect(isFirstStart([{ last_poll_at: null }, fetched])).toBe(false)
  })
})

describe("dry run and default reason as they are edited", () => {
  const settings = (edited: object, dry_run = false) => ({
    edited,
    options: {
      ...{ carrier_map: {}, ship_method_map: {}, ship_nodes: {}, stock_location_id: null },
      ...{ default_reason: null, refund_reason_map: {}, sku_map: {}, dry_run },
    },
  })

  it("save only what was changed", () => {
    const saved = settings({ dry_run: true, default_reason: "" })
    const draft = savedDraft(saved)
    expect(changedOf(saved, draft)).toEqual({})
    expect(changedOf(saved, { ...draft, dryRun: false })).toEqual({ dry_run: false })
    expect(changedOf(saved, { ...draft, reason: "OTHER" })).toEqual({ default_reason: "OTHER" })
  })

  it("follow the config again when they are reset", () => {
    const saved = settings({ dry_run: false }, true)
    const reset = { ...savedDraft(saved), dryRun: null }
    expect(changedOf(saved, reset)).toEqual({ dry_run: null })
    expect(holds(saved, savedDraft(saved))).toBe(false)
    expect(holds(saved, reset)).toBe(true)
  })
})

describe("the name of a fulfillment provider", () => {
  it.each([
    ["manual_manual", "Manual"],
    ["fp_ups", "Ups"],
    ["ups_ups_eu", "Ups (EU)"],
    ["manual", "Manual"],
  ])("%s is %s", (id, name) => expect(providerName(id)).toBe(name))
})
