import { MedusaError } from "@medusajs/framework/utils"
import fc from "fast-check"
import { parseOptions } from "../options"
import { account, faultsOf, faultsOfAccount } from "./faults-of"

describe("the plugin's options", () => {
  it("take what a store may change about its market and its limits", () => {
    const reason = {
      code: "NEW",
      label: "New",
      effect: "None",
      onlyWhenCustomerAsked: false,
      zeroesStock: false,
      countsAgainstSeller: false,
    }
    const marketOverrides = {
      carriers: ["New Post"],
      carrierNumbers: { "New Post": ["NP\\d{10,12}"], UPS: ["9\\d{17}"] },
      cancellationReasons: [reason],
      acknowledgeWithinHours: 2,
      autoCancelAfterDays: null,
    }
    const rateLimits = { "orders.shipping": { perMinute: 30, burst: 5 } }
    const options = parseOptions({ accounts: [{ ...account, marketOverrides }], rateLimits })
    expect(options.accounts[0].marketOverrides).toEqual(marketOverrides)
    expect(options.rateLimits).toEqual(rateLimits)
  })

  it.each([
    [{ carrier: ["New Post"] }, "carrier"],
    [{ carriers: "New Post" }, "marketOverrides.carriers"],
    [{ cancellationReasons: [{ code: "NEW" }] }, "marketOverrides.cancellationReasons.0.label"],
    [{ acknowledgeWithinHours: "4" }, "marketOverrides.acknowledgeWithinHours"],
    [
      { carrierSites: { UPS: ["https://ups.com"] } },
      "carrierSites.UPS.0: must be the name of a site",
    ],
    [{ carrierSites: { Veho: ["veho.example"] } }, 'carrierSites: "Veho" is not in Walmart'],
    [{ maxLinesPerWrite: 0 }, "marketOverrides.maxLinesPerWrite"],
    [{ carrierNumbers: { UPS: "1Z" } }, "marketOverrides.carrierNumbers.UPS"],
    [{ carrierNumbers: { UPS: ["(a+)+"] } }, 'carrierNumbers.UPS.0: "(a+)+" may hold capital'],
    [{ carrierNumbers: { UPS: ["AB\\d{4}"] } }, "numbers of 6 to 6 characters, must be 8 to 40"],
    [{ carrierNumbers: { Veho: ["VH\\d{10}"] } }, '"Veho" is not in Walmart\'s list of carriers'],
    [[], "marketOverrides"],
  ])("name what is wrong with the market overrides %j", (marketOverrides, fault) => {
    expect(faultsOfAccount({ marketOverrides })).toContain(fault)
  })

  it("name a rate limit of an endpoint that does not exist, and those that do", () => {
    const rateLimits = { "order.shipping": { perMinute: 30, burst: 5 } }
    const faults = faultsOf({ rateLimits })
    expect(faults).toContain("order.shipping")
    expect(faults).toContain("orders.shipping")
  })

  it("name the lease alone when nothing else is wrong, with what it must be and why", () => {
    expect(faultsOf({ leaseMs: 119_999 })).toMatch(
      /options\. leaseMs: is 119999, must be at least 120000 \(callTimeoutMs 30000 \+ settleMs 60000 \+ leaseMarginMs 30000\), else an order could be sent for twice at once\.$/
    )
    expect(faultsOf({ leaseMs: 120_000 })).toBe("none")
    expect(faultsOf({ callTimeoutMs: 30_001 })).toContain("leaseMs: is 120000")
  })

  it("need a margin in which a call can begin", () => {
    expect(faultsOf({ leaseMarginMs: 0 })).toContain(
      "leaseMarginMs: must be at least 100 milliseconds"
    )
    expect(faultsOf({ leaseMarginMs: 100 })).toBe("none")
  })

  it.each([
    ["http://marketplace.walmartapis.com", "must begin with https://"],
    ["ftp://localhost", "must begin with https://"],
    ["https://user:s3cret@example.com", "must not hold a user"],
    ["https://example.com/?key=s3cret", "must not hold a user"],
    ["https://example.com/#s3cret", "must not hold a user"],
    ["example.com", "baseUrl"],
  ])("refuse the base URL %s, and repeat no secret of it", (baseUrl, fault) => {
    const faults = faultsOfAccount({ baseUrl })
    expect(faults).toContain("accounts.0.baseUrl")
    expect(faults).toContain(fault)
    expect(faults).not.toContain("s3cret")
  })

  it.each(["https://example.com/base", "http://localhost:4010", "http://[::1]:1"])(
    "take the base URL %s",
    (baseUrl) => expect(faultsOfAccount({ baseUrl })).toBe("none")
  )

  it("name an account id that is used twice", () => {
    expect(faultsOf({ accounts: [account, { ...account, market: "ca" }] })).toContain(
      'accounts: the id "main" is used twice'
    )
  })

  it.each([
    ["the very same keys", {}],
    ["another case and blanks", { clientId: " ANID " }],
    ["another market", { market: "ca" }],
    ["the address written out", { baseUrl: "https://marketplace.walmartapis.com/" }],
  ])("refuse one seller under two ids, with %s", (_what, more) => {
    const faults = faultsOf({ accounts: [account, { ...account, id: "second", ...more }] })
    expect(faults).toMatch(/"main" and "second" have the same clientId.*imported twice/)
  })

  it.each([
    ["other keys", { clientId: "id2" }],
    ["the sandbox beside production", { sandbox: true }],
  ])("take a second account with %s", (_what, more) => {
    expect(faultsOf({ accounts: [account, { ...account, id: "second", ...more }] })).toBe("none")
  })

  it("are taken, or refused with a name, whatever they are", () => {
    const names = ["accounts", "leaseMs", "leaseMarginMs", "schedules", "rateLimits", "breaker"]
    const inner = ["id", "clientId", "clientSecret", "baseUrl", "market", "marketOverrides"]
    const value = fc.oneof(
      fc.jsonValue(),
      fc.array(fc.dictionary(fc.constantFrom(...inner), fc.oneof(fc.jsonValue(), fc.webUrl())))
    )
    const options = fc.oneof(fc.dictionary(fc.constantFrom(...names), value), fc.anything())
    fc.assert(
      fc.property(options, (raw) => {
        try {
          expect(parseOptions(raw)).toHaveProperty("leaseMs")
        } catch (error) {
          expect(error).toBeInstanceOf(MedusaError)
          expect(String(error)).toMatch(/cannot start with these options\. .+: ./s)
        }
      })
    )
  })

  it("name every fault at once, and no secret", () => {
    const faults = faultsOf({ accounts: [{ ...account, market: "de" }], concurency: 3 })
    expect(faults).toContain("accounts.0.market")
    expect(faults).toContain("concurency")
    expect(faults).not.toContain("s3cret")
  })
})
