import { checkScopes } from "../../api/check-scopes"
import { checkSettings } from "../check-settings"
import { marketOf } from "../../markets/markets"
import { english } from "../../words/phrase"

const us = marketOf("us")

describe("checkSettings", () => {
  it("writes carriers as Walmart spells them", () => {
    const edited = { carrier_map: { so_1: "federal express", manual: "UPS" } }
    expect(checkSettings(edited, us)).toEqual({
      settings: { carrier_map: { so_1: "FedEx", manual: "UPS" } },
      refusals: [],
    })
  })

  it("refuses a carrier Walmart does not list, naming it and where it stands", () => {
    const { refusals } = checkSettings({ carrier_map: { so_1: "UPPS Ltd" } }, us)
    expect(english(refusals)).toMatch(/"UPPS Ltd".*so_1.*leave the entry out/)
  })

  it("takes every carrier in a market without a published list", () => {
    const { refusals } = checkSettings({ carrier_map: { so_1: "Starken" } }, marketOf("cl"))
    expect(refusals).toEqual([])
  })

  it("refuses a reason that is unknown, or that only a customer's request allows", () => {
    const refused = (default_reason: string) => checkSettings({ default_reason }, us).refusals
    expect(english(refused("WHY_NOT"))).toContain("WHY_NOT")
    expect(refused("CUSTOMER_REQUESTED_SELLER_TO_CANCEL")).not.toEqual([])
    expect(refused("SELLER_CANCEL_OUT_OF_STOCK")).toEqual([])
    expect(refused("")).toEqual([])
  })

  it("refuses a refund reason that is none of Walmart's, naming whose it is", () => {
    const refused = (reason: string) =>
      checkSettings({ refund_reason_map: { refr_1: reason } }, us).refusals
    expect(english(refused("Whim"))).toMatch(/For refr_1: "Whim" is not/)
    expect(refused("Finance -> Goodwill")).toEqual([])
  })

  it("leaves what was not edited out", () => {
    expect(checkSettings({ default_reason: null }, us)).toEqual({
      settings: { default_reason: null },
      refusals: [],
    })
  })
})

describe("checkScopes", () => {
  it("finds nothing missing when orders are open, because nothing else is used", () => {
    const scopes = { orders: "full_access", inventory: "no_access", returns: "no_access" }
    expect(checkScopes({ scopes }).every(({ ok }) => ok)).toBe(true)
  })

  it("names the areas that are closed, not granted, or only for reading", () => {
    const checks = checkScopes({ scopes: { orders: "view_only", items: "full_access" } })
    expect(checks.filter(({ ok }) => !ok)).toEqual([
      { name: "orders", has: "view_only", needed: "full_access", ok: false },
    ])
    const [orders] = checkScopes({ scopes: { items: "full_access" } })
    expect(orders).toMatchObject({ name: "orders", has: "no_access", ok: false })
  })

  it("holds nothing against a key that Walmart says nothing about", () => {
    expect(checkScopes({ scopes: {} })).toEqual([])
  })
})
