import { parseOptions } from "../options"

const account = { id: "main", clientId: "id", clientSecret: "s3cret" }

const faultsOf = (options: object): string => {
  try {
    parseOptions(options)
  } catch (error) {
    return String(error)
  }
  return "none"
}
const faultsOfAccount = (more: object) => faultsOf({ accounts: [{ ...account, ...more }] })

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
    [{ maxLinesPerWrite: 0 }, "marketOverrides.maxLinesPerWrite"],
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

  it("name every fault at once, and no secret", () => {
    const faults = faultsOf({ accounts: [{ ...account, market: "de" }], concurency: 3 })
    expect(faults).toContain("accounts.0.market")
    expect(faults).toContain("concurency")
    expect(faults).not.toContain("s3cret")
  })
})
