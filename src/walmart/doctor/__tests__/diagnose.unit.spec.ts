import { say, verbatim } from "../../words/phrase"
import { diagnoseAccount, diagnoseServer } from "../diagnose"
import type { AccountFacts, ServerFacts } from "../facts"
import { type Finding, hasFaults } from "../finding"

const NOW = Date.parse("2026-11-28T12:00:00Z")
const DAY_MS = 86_400_000
const KEY_REFUSED = { code: "credentials", message: "Walmart refuses the keys.", remedy: "Check." }

const SERVER: ServerFacts = {
  isMigrated: true,
  absences: [],
  connected: ["main (us)"],
  workerMode: "shared",
  sharedModules: [
    { name: "event bus", isShared: false },
    { name: "locking", isShared: true },
  ],
  redis: null,
}

const ACCOUNT: AccountFacts = {
  id: "main",
  keys: {
    problem: null,
    scopes: [
      { name: "orders", has: "full_access", needed: "full_access", ok: true },
      { name: "inventory", has: "full_access", needed: null, ok: true },
    ],
    expiresAt: NOW + 300 * DAY_MS,
    sendsStock: true,
  },
  clock: { walmart: NOW, database: NOW + 900, process: NOW - 900 },
  webhooks: { obstacle: null, isConfigured: true, own: [{ warning: null }], silence: null },
  places: {
    settings: { currency: "usd", shipNodes: {}, shippingOptions: [], carrierMap: {} },
    store: {
      regions: [{ id: "reg", name: "America", currencyCode: "usd" }],
      salesChannel: { id: "sc", name: "Default" },
      locations: [{ id: "sloc", name: "Warehouse" }],
      channelLocationIds: ["sloc"],
    },
    existing: new Set(),
    shippingOptions: [
      {
        ...{ id: "so", name: "Standard", shippingProfileId: "sp", isPickup: false },
        ...{ locationIds: ["sloc"], countries: ["us"] },
      },
    ],
    profiles: [
      { id: "sp", name: "Parcels", isUsed: true },
      { id: "sp_gifts", name: "Gift cards", isUsed: true },
    ],
  },
  products: {
    walmart: { skus: [{ sku: "MUG-1", shipNodes: ["1"] }], isWhole: true },
    matched: new Map([["MUG-1", { title: "Mug", profileId: "sp" }]]),
    onlyHere: { count: 0, skus: [] },
    skuMap: {},
  },
  older: { before: NOW - DAY_MS, count: 0 },
  work: {
    ...{ now: NOW, lastPollAt: NOW - 60_000, lastPollError: null, pollEveryMs: 120_000 },
    ...{ secondsSinceTick: 4, oldestDueSeconds: null, dueOrders: 0 },
    ...{ paused: false, dryRun: false, blocked: null, needsAttention: 0, failedImports: 0 },
    returns: { lastPollAt: NOW - 600_000, lastPollError: null, pollEveryMs: 900_000 },
  },
}

describe("the doctor finds nothing to do", () => {
  it("in a store that is in order", () => {
    const findings = [...diagnoseServer(SERVER), ...diagnoseAccount(ACCOUNT, "us")]
    expect(findings.filter(({ state, remedy }) => state !== "ok" || remedy !== null)).toEqual([])
    expect(hasFaults(findings)).toBe(false)
  })

  it("about a profile of products that Walmart does not sell", () => {
    expect(ofCheck(diagnoseAccount(ACCOUNT, "us"), "shipping_options")).toHaveLength(1)
  })

  it("about a profile that no product has, before Walmart lists anything", () => {
    const unused = { id: "sp_default", name: "Default", isUsed: false }
    const places = { ...ACCOUNT.places, profiles: [ACCOUNT.places.profiles[0], unused] }
    const products = {
      ...ACCOUNT.products,
      walmart: { skus: [], isWhole: true },
      matched: new Map(),
    }
    const findings = diagnoseAccount({ ...ACCOUNT, places, products }, "us")
    expect(ofCheck(findings, "shipping_options")).toMatchObject([{ state: "ok" }])
  })

  it("but says which SKUs only the store sells", () => {
    const found = withProducts({ onlyHere: { count: 5_001, skus: ["MUG-2", "MUG-3"] } })
    expect(found).toMatchObject([
      { state: "ok", message: expect.stringMatching(/5001 SKUs.*: MUG-2, MUG-3, …\./) },
    ])
  })
})

describe("the doctor finds wrong with the server", () => {
  it.each<[string, Partial<ServerFacts>, object]>([
    ["missing tables", { isMigrated: false }, { check: "migrations", state: "fault" }],
    ["no account", { connected: [] }, { check: "accounts", state: "fault" }],
    [
      "an account without keys",
      { absences: [say("account_missing", { account: "main" }, "keyless").words] },
      { check: "accounts", state: "warning" },
    ],
    [
      "a silent Redis",
      { redis: { address: "localhost:6379", answers: false } },
      { check: "modules", state: "fault" },
    ],
    [
      "an address of Redis that is none",
      { redis: { address: null, answers: false } },
      { check: "modules", state: "fault", message: expect.stringContaining("no URL") },
    ],
    [
      "a worker that shares nothing with its server",
      { workerMode: "worker" },
      { check: "modules", state: "warning", message: expect.stringContaining("event bus") },
    ],
  ])("%s", (_what, facts, expected) => {
    const wrong = diagnoseServer({ ...SERVER, ...facts }).filter(({ state }) => state !== "ok")
    expect(wrong).toMatchObject([{ ...expected, remedy: expect.stringMatching(/\w/) }])
  })
})

describe("the doctor finds wrong with an account", () => {
  const { keys, clock, webhooks, places, work } = ACCOUNT

  it.each<[string, Partial<AccountFacts>, Partial<Finding>]>([
    [
      "refused keys",
      { keys: { ...keys, problem: KEY_REFUSED } },
      { check: "keys", state: "fault" },
    ],
    [
      "a key that ends within the month",
      { keys: { ...keys, expiresAt: NOW + 3 * DAY_MS } },
      { check: "keys", state: "warning" },
    ],
    [
      "a permission that is missing",
      { keys: { ...keys, problem: { ...KEY_REFUSED, code: "permission_missing" } } },
      { check: "permissions", state: "fault" },
    ],
    [
      "no permission to send stock",
      { keys: { ...keys, scopes: [{ ...keys.scopes[1], has: "view_only" }] } },
      { check: "permissions", state: "warning" },
    ],
    [
      "a wrong clock",
      { clock: { ...clock, process: NOW + 180_000 } },
      { check: "clock", state: "warning" },
    ],
    [
      "a clock that is days off",
      { clock: { ...clock, database: NOW - 2 * DAY_MS } },
      { check: "clock", state: "fault" },
    ],
    [
      "open orders from before the imports begin",
      { older: { before: NOW - DAY_MS, count: 30 } },
      {
        ...{ check: "older_orders", state: "warning" },
        message: expect.stringMatching(/^Walmart has 30 open orders from before 2026-11-27 12:00/),
        remedy: expect.stringContaining("from=2026-10-28 to=2026-11-27"),
      },
    ],
    [
      "imports that begin only tomorrow",
      { older: { before: NOW + DAY_MS, count: 0 } },
      {
        ...{ check: "older_orders", state: "warning" },
        message: expect.stringContaining("before 2026-11-29 12:00 UTC is imported"),
        remedy: expect.stringContaining("Set importFrom to an earlier day"),
      },
    ],
    [
      "no subscription",
      { webhooks: webhooks && { ...webhooks, own: [] } },
      { check: "webhooks", state: "warning" },
    ],
    [
      "no sales channel",
      { places: { ...places, store: { ...places.store, salesChannel: null } } },
      { check: "sales_channel", state: "fault" },
    ],
    [
      "no region of the currency",
      { places: { ...places, store: { ...places.store, regions: [] } } },
      { check: "region", state: "fault" },
    ],
    [
      "several stock locations and no choice",
      { places: twoLocations() },
      { check: "stock_location", state: "fault" },
    ],
    [
      "no shipping option",
      { places: { ...places, shippingOptions: [] } },
      { check: "shipping_options", state: "fault" },
    ],
    [
      "polls that fail",
      { work: { ...work, lastPollError: verbatim("Walmart is away.") } },
      { check: "polls", state: "fault" },
    ],
    [
      "polls that have stopped",
      { work: { ...work, lastPollAt: NOW - 3_600_000 } },
      { check: "polls", state: "fault" },
    ],
    [
      "returns that were never fetched",
      { work: { ...work, returns: { ...work.returns, lastPollAt: null } } },
      { check: "returns", state: "warning", message: expect.stringMatching(/not been asked/) },
    ],
    [
      "returns that are not fetched any more",
      { work: { ...work, returns: { ...work.returns, lastPollAt: NOW - 3_600_000 } } },
      { check: "returns", state: "warning", message: expect.stringMatching(/60 minutes/) },
    ],
    [
      "returns that cannot be fetched",
      { work: { ...work, returns: { ...work.returns, lastPollError: "No permission." } } },
      { check: "returns", state: "warning", message: "No permission." },
    ],
    [
      "a worker that has died",
      { work: { ...work, secondsSinceTick: 600 } },
      { check: "worker", state: "fault" },
    ],
    [
      "a queue that waits",
      { work: { ...work, oldestDueSeconds: 900, dueOrders: 3 } },
      { check: "queue", state: "fault" },
    ],
    ["a paused account", { work: { ...work, paused: true } }, { check: "queue", state: "warning" }],
    [
      "a paused account, whose orders wait as is wanted",
      { work: { ...work, paused: true, oldestDueSeconds: 900, dueOrders: 3 } },
      { check: "queue", state: "warning" },
    ],
    [
      "a dry run, whose orders wait as is wanted",
      { work: { ...work, dryRun: true, oldestDueSeconds: 900, dueOrders: 3 } },
      { check: "queue", state: "warning" },
    ],
    [
      "orders that were not imported",
      { work: { ...work, failedImports: 2 } },
      { check: "attention", state: "warning" },
    ],
  ])("%s", (_what, facts, expected) => {
    const wrong = diagnoseAccount({ ...ACCOUNT, ...facts }, "us").filter(
      ({ state }) => state !== "ok"
    )
    expect(wrong).toMatchObject([
      { ...expected, accountId: "main", remedy: expect.stringMatching(/\w/) },
    ])
  })

  it.each([
    ["sales_channel", { salesChannelId: "sc_gone" }, { salesChannel: undefined }],
    ["stock_location", { stockLocationId: "sloc_gone" }, {}],
    ["region", { regionId: "reg_gone" }, {}],
  ] as const)(
    "a %s that is named wrongly, which the setup does not put right",
    (check, named, lost) => {
      const settings = { ...places.settings, ...named }
      const wrong = { ...places, settings, store: { ...places.store, ...lost } }
      const [found] = ofCheck(diagnoseAccount({ ...ACCOUNT, places: wrong }, "us"), check)
      expect(found).toMatchObject({
        state: "fault",
        remedy: expect.stringMatching(/correct|Change it/),
      })
      expect(found.remedy).not.toContain("setup")
    }
  )

  it("SKUs that only Walmart has", () => {
    const found = withProducts({ matched: new Map() })
    expect(found).toMatchObject([{ state: "warning", message: expect.stringContaining("MUG-1") }])
  })

  it("SKUs of a list of which it has read a part, and says that it was a part", () => {
    const walmart = { skus: [{ sku: "MUG-1", shipNodes: [] }], isWhole: false }
    const part = { state: "ok", message: expect.stringMatching(/^Only the first 1 SKUs/) }
    expect(withProducts({ walmart, matched: new Map(), onlyHere: null })).toMatchObject([
      { state: "warning", message: expect.stringContaining("MUG-1") },
      part,
    ])
    expect(withProducts({ walmart, onlyHere: null })).toMatchObject([part])
  })

  it("a product without a shipping profile", () => {
    const found = withProducts({ matched: new Map([["MUG-1", { title: "Mug", profileId: null }]]) })
    expect(found).toMatchObject([{ state: "fault", message: expect.stringContaining("MUG-1") }])
  })

  it("nothing of the SKUs while Walmart cannot be asked", () => {
    const found = withProducts({ walmart: { problem: KEY_REFUSED } })
    expect(found).toMatchObject([{ state: "unknown" }])
  })
})

function twoLocations(): AccountFacts["places"] {
  const { store } = ACCOUNT.places
  const locations = [...store.locations, { id: "sloc_2", name: "Outlet" }]
  const two = { ...store, locations, channelLocationIds: ["sloc", "sloc_2"] }
  return { ...ACCOUNT.places, store: two }
}

function withProducts(products: Partial<AccountFacts["products"]>): Finding[] {
  const facts = { ...ACCOUNT, products: { ...ACCOUNT.products, ...products } }
  return ofCheck(diagnoseAccount(facts, "us"), "products")
}

function ofCheck(findings: Finding[], check: Finding["check"]): Finding[] {
  return findings.filter((finding) => finding.check === check)
}
