import type { PlaceFacts, ProductFacts } from "../../doctor/facts"
import { planSetup, type SetupFacts } from "../plan-setup"
import { keyOf, shownStep } from "../setup-steps"

const SKUS = (...shipNodes: string[]): Pick<ProductFacts, "walmart" | "matched"> => ({
  walmart: { skus: [{ sku: "MUG-1", shipNodes }], isWhole: true },
  matched: new Map(),
})

const EMPTY: PlaceFacts = {
  settings: { currency: "usd", shipNodes: {}, shippingOptions: [], carrierMap: {} },
  store: { regions: [], salesChannel: null, locations: [], channelLocationIds: [] },
  existing: new Set(),
  shippingOptions: [],
  profiles: [],
}

const NEW_STORE: SetupFacts = {
  market: { code: "us", name: "United States", currency: "USD" },
  places: EMPTY,
  products: SKUS(),
  currencies: ["eur"],
  takenCountries: ["us"],
  bareProducts: [{ id: "prod_1", title: "Mug" }],
}

/** What Walmart lists, of a product without a shipping profile. */
const BARE: ProductFacts["matched"] = new Map([["MUG-1", { title: "Mug", profileId: null }]])

const WAREHOUSE = { id: "sloc_1", name: "Warehouse" }
const OUTLET = { id: "sloc_2", name: "Outlet" }

/** A store with two stock locations that serve the sales channel, and everything else. */
const TWO_LOCATIONS: SetupFacts = {
  ...NEW_STORE,
  bareProducts: [],
  places: {
    ...EMPTY,
    profiles: [{ id: "sp", name: "Parcels", isUsed: true }],
    store: {
      regions: [{ id: "reg", name: "America", currencyCode: "usd" }],
      salesChannel: { id: "sc", name: "Default" },
      locations: [WAREHOUSE, OUTLET],
      channelLocationIds: [WAREHOUSE.id, OUTLET.id],
    },
  },
}

const kinds = (facts: SetupFacts, answers = {}) =>
  planSetup(facts, answers).steps.map(({ kind }) => kind)

describe("the setup plans", () => {
  it("everything that a new store lacks, each step on those before it", () => {
    const { steps, questions } = planSetup(NEW_STORE)
    expect(steps.map(({ kind }) => kind)).toEqual([
      ...["create_sales_channel", "add_currency", "create_region", "create_stock_location"],
      ...["link_stock_location", "create_shipping_profile", "assign_profile"],
      "create_shipping_option",
    ])
    expect(questions).toEqual([])
    expect(steps.at(-1)).toMatchObject({
      profile: { id: "new_profile" },
      location: { id: "new_location" },
    })
  })

  it("a region without a country that belongs to another one already", () => {
    const region = planSetup(NEW_STORE).steps.find(({ kind }) => kind === "create_region")
    expect(region).toMatchObject({ countries: [], currency: "usd" })
  })

  it("nothing for what the options name wrongly, which is theirs to correct", () => {
    const settings = { ...EMPTY.settings, salesChannelId: "sc_none", regionId: "reg_none" }
    const wrong = kinds({ ...NEW_STORE, places: { ...EMPTY, settings } })
    expect(wrong).not.toContain("create_sales_channel")
    expect(wrong).not.toContain("create_region")
  })

  it("to link the only stock location instead of making another one", () => {
    const store = { ...EMPTY.store, locations: [WAREHOUSE] }
    const { steps } = planSetup({ ...NEW_STORE, places: { ...EMPTY, store } })
    expect(steps).toContainEqual({ kind: "link_stock_location", location: WAREHOUSE })
    expect(steps.map(({ kind }) => kind)).not.toContain("create_stock_location")
  })

  it("no shipping profile for products where the store has several", () => {
    const profiles = ["sp_1", "sp_2"].map((id) => ({ id, name: id, isUsed: true }))
    expect(kinds({ ...NEW_STORE, places: { ...EMPTY, profiles } })).not.toContain("assign_profile")
  })

  const PARCELS = { id: "sp", name: "Parcels", isUsed: false }

  it.each([
    ["nothing of the store's", "a new profile", new Map(), [], "new_profile"],
    ["a product without a profile", "a new profile", BARE, [], "new_profile"],
    ["a product without a profile", "the only profile", BARE, [PARCELS], "sp"],
  ])("a shipping option where Walmart lists %s, for %s", (_, __, matched, profiles, id) => {
    const places = { ...EMPTY, profiles }
    const { steps } = planSetup({ ...NEW_STORE, places, products: { ...SKUS(), matched } })
    expect(steps.filter(({ kind }) => kind === "create_shipping_option")).toMatchObject([
      { profile: { id }, location: { id: "new_location" } },
    ])
  })

  it("no shipping option for a product whose profile is to be chosen among several", () => {
    const profiles = ["sp_1", "sp_2"].map((id) => ({ id, name: id, isUsed: false }))
    const facts = { ...NEW_STORE, products: { ...SKUS(), matched: BARE } }
    expect(kinds({ ...facts, places: { ...EMPTY, profiles } })).not.toContain(
      "create_shipping_option"
    )
  })

  it("asks which of several stock locations ships, and keeps the answer as a setting", () => {
    expect(planSetup(TWO_LOCATIONS)).toMatchObject({
      steps: [],
      questions: [{ key: "stock_location", choices: [WAREHOUSE, OUTLET] }],
    })
    const { steps, questions } = planSetup(TWO_LOCATIONS, { stockLocationId: OUTLET.id })
    expect(questions).toEqual([])
    expect(steps[0]).toEqual({ kind: "choose_stock_location", location: OUTLET })
    expect(steps[1]).toMatchObject({ kind: "create_shipping_option", location: OUTLET })
  })

  it("asks about a ship node whose name every object inherits like about any other", () => {
    const facts = { ...TWO_LOCATIONS, products: SKUS("10001", "constructor") }
    const asked = planSetup(facts).questions.find(({ key }) => key === "ship_nodes")
    expect(asked?.shipNodes).toEqual(["10001", "constructor"])
  })

  it("asks which stock location each ship node of Walmart's is, until all are named", () => {
    const facts = { ...TWO_LOCATIONS, products: SKUS("1000001", "1000002") }
    const { steps, questions } = planSetup(facts, { shipNodes: { "1000001": WAREHOUSE.id } })
    expect(steps[0]).toEqual({ kind: "map_ship_nodes", nodes: { "1000001": WAREHOUSE } })
    expect(questions).toMatchObject([{ key: "ship_nodes", shipNodes: ["1000002"] }])
  })

  it("asks again for an answer that is no stock location of the store", () => {
    const { questions } = planSetup(TWO_LOCATIONS, { stockLocationId: "sloc_none" })
    expect(questions).toMatchObject([{ key: "stock_location" }])
  })

  it("steps that are told apart by their keys, each in words", () => {
    const { steps } = planSetup(NEW_STORE)
    expect(new Set(steps.map(keyOf)).size).toBe(steps.length)
    for (const step of steps) expect(shownStep(step).text).toMatch(/^[A-Z].*\w.*\.$/)
  })
})
