import { parseOptions, type WalmartPluginOptions } from "../options"
import { account, faultsOf, faultsOfAccount } from "./faults-of"

describe("values that the market does not have", () => {
  const us = { code: "SELLER_CANCEL_OUT_OF_STOCK" }
  it.each([
    [
      { defaultCancellationReason: "OUT_OF_STOCK" },
      /"OUT_OF_STOCK" is not .*United States, use .*SELLER_CANCEL_OUT_OF_STOCK/,
    ],
    [
      { market: "ca", defaultCancellationReason: us.code },
      /not a cancellation reason of Walmart Canada, use CANCEL_BY_SELLER/,
    ],
    [
      { market: "mx", defaultCancellationReason: us.code },
      /use MIRAKL_REFUND_45, MIRAKL_REFUND_15 or SELLER_REJECTION/,
    ],
    [
      { defaultCancellationReason: "CUSTOMER_REQUESTED_SELLER_TO_CANCEL" },
      /only where the customer asked.*cannot be the default/,
    ],
    [
      { carrierMap: { so_1: "Fedx" } },
      /accounts\.0\.carrierMap\.so_1: "Fedx" is not a carrier .*did you mean "FedEx"\?/,
    ],
    [
      { carrierMap: { so_1: "Hermes" } },
      /"Hermes" is not a carrier of Walmart United States, use a name of its list such as UPS/,
    ],
    [{ market: "mx", carrierMap: { so_1: "USPS" } }, /"USPS" is not a carrier of Walmart Mexico/],
    [
      { marketOverrides: { carrierNumbers: { Fedx: ["FX\\d{10}"] } } },
      /carrierNumbers: "Fedx" .*did you mean "FedEx"\?/,
    ],
    [
      { shippingOptions: [{ id: "so_1", methodCode: "Expres" }] },
      /shippingOptions\.0\.methodCode: "Expres".*did you mean "Express"\?/,
    ],
    [
      { shippingOptions: [{ id: "so_1", methodCode: "Drone" }] },
      /"Drone" is not a ship method.*use Value, Standard/,
    ],
    [
      { headers: { WM_MARKET: "ca" } },
      /headers\.WM_MARKET: names the market "ca", but the account's market is "us"/,
    ],
    [{ headers: { authorization: "Basic x" } }, /headers\.authorization: is set by the plugin/],
    [{ market: "US" }, /accounts\.0\.market: .*did you mean "us"\?/],
  ])("are named at the start: %j", (more, fault) => {
    expect(faultsOfAccount(more)).toMatch(fault)
  })

  const reason = {
    ...{ code: "NEW", label: "New", effect: "None", onlyWhenCustomerAsked: false },
    ...{ zeroesStock: false, countsAgainstSeller: false },
  }
  it.each([
    { defaultCancellationReason: us.code },
    { defaultCancellationReason: ` ${us.code}\n` },
    { market: "cl", defaultCancellationReason: "AGOTADO", carrierMap: { so_1: "Starken" } },
    { defaultCancellationReason: "NEW", marketOverrides: { cancellationReasons: [reason] } },
    { carrierMap: { so_1: "federal express", manual: "ups ground" } },
    { carrierMap: { so_1: "Gofast" }, marketOverrides: { carriers: ["Gofast"] } },
    { shippingOptions: [{ id: "so_1", methodCode: "ONE_DAY" }] },
    {
      marketOverrides: { shipMethods: ["SameDay"] },
      shippingOptions: [{ id: "so_1", methodCode: "SameDay" }],
    },
    { headers: { WM_MARKET: "us", WM_GLOBAL_VERSION: "3.1" } },
  ])("are taken when the market, or the account's overrides, have them: %j", (more) => {
    expect(faultsOfAccount(more)).toBe("none")
  })

  it("are named for a reason that is overridden twice, or into one that cannot be a default", () => {
    const twice = { cancellationReasons: [reason, reason] }
    expect(faultsOfAccount({ marketOverrides: twice })).toContain('the code "NEW" is there twice')
    const asked = { cancellationReasons: [{ ...reason, onlyWhenCustomerAsked: true }] }
    const more = { defaultCancellationReason: "NEW", marketOverrides: asked }
    expect(faultsOfAccount(more)).toContain("cannot be the default")
  })
})

describe("keys", () => {
  it("lose the blanks and line breaks around them, and so do the values of headers", () => {
    const keys = { clientId: " id\t", clientSecret: "s3cret\n" }
    const headers = { "WM_CONSUMER.CHANNEL.TYPE": " channel \r\n" }
    const { accounts } = parseOptions({ accounts: [{ ...account, ...keys, headers }] })
    expect(accounts).toMatchObject([
      {
        clientId: "id",
        clientSecret: "s3cret",
        headers: { "WM_CONSUMER.CHANNEL.TYPE": "channel" },
      },
    ])
  })

  const { env }: { env: Record<string, string | undefined> } = { env: {} }
  const { WALMART_CLIENT_ID, WALMART_CLIENT_SECRET } = env

  it("may be missing, as in the README's own block on a machine without them", () => {
    const options: WalmartPluginOptions = {
      accounts: [
        {
          id: "us-main",
          market: "us",
          clientId: WALMART_CLIENT_ID,
          clientSecret: WALMART_CLIENT_SECRET,
        },
      ],
    }
    const parsed = parseOptions(options)
    expect(parsed.accounts).toEqual([])
    expect(parsed.unconnected).toEqual([{ id: "us-main", market: "us" }])
  })

  it.each([
    [{ clientId: "", clientSecret: "" }, "none"],
    [{ clientId: " \n", clientSecret: undefined }, "none"],
    [
      { clientSecret: undefined },
      "accounts.0.clientSecret: is not set, does its variable (WALMART_CLIENT_SECRET",
    ],
    [{ clientSecret: "  " }, "accounts.0.clientSecret: is not set"],
    [{ clientId: "" }, "accounts.0.clientId: is not set, does its variable (WALMART_CLIENT_ID"],
    [{ clientSecret: 5 }, "accounts.0.clientSecret: must be a text"],
  ])("are both there or both missing: %j", (more, fault) => {
    const faults = faultsOfAccount(more)
    expect(faults).toContain(fault)
    expect(faults).not.toContain("s3cret")
  })

  it("that are missing leave nothing else unchecked", () => {
    const without = { id: "main", carrierMap: { so_1: "Fedx" } }
    expect(faultsOf({ accounts: [without] })).toContain('did you mean "FedEx"?')
    expect(faultsOf({ accounts: [account, without] })).toContain('the id "main" is used twice')
  })

  it("may be missing in several accounts, which are no one seller for that", () => {
    const accounts = [{ id: "one" }, { id: "two" }, account]
    expect(parseOptions({ accounts }).unconnected.map(({ id }) => id)).toEqual(["one", "two"])
  })
})

describe("what is wanted is said of", () => {
  it.each([
    [
      { importFrom: "yesterday" },
      'accounts.0.importFrom: must be an ISO 8601 day or time such as 2026-11-28 or 2026-11-28T08:00:00Z, not "yesterday".',
    ],
    [{ importFrom: "2026-13-01" }, "accounts.0.importFrom: must be an ISO 8601"],
    [
      { baseUrl: "walmart" },
      "write it with scheme and host, such as https://marketplace.walmartapis.com.",
    ],
    [
      { baseUrl: "https://marketplace.walmartapis.com/v3" },
      "must end before the path /v3, which every call adds automatically.",
    ],
    [{ baseUrl: "https://example.com/proxy/v3/" }, "must end before the path /v3"],
    [{ baseUrl: "http://example.com" }, "because every call carries credentials."],
    [
      { headers: { "WM_CONSUMER.CHANNEL.TYPE": "a\r\nX: b" } },
      "headers.WM_CONSUMER.CHANNEL.TYPE: may hold plain characters only, no line break",
    ],
    [{ headers: { "A b": "c" } }, "headers.A b: is no name of a header"],
    [
      { headers: { "WM_CONSUMER.CHANNEL.TYPE": undefined } },
      "headers.WM_CONSUMER.CHANNEL.TYPE: is not set, does its variable exist in the environment?",
    ],
    [{ id: undefined }, "accounts.0.id: is not set"],
    [{ apiKey: "x" }, "accounts.0.apiKey: there is no such option"],
    [{ carierMap: {} }, '(did you mean "carrierMap"?)'],
  ])("%j", (more, fault) => {
    const faults = faultsOfAccount(more)
    expect(faults).toContain(fault)
    expect(faults).not.toMatch(/\.\.|\.;|Invalid input/)
  })

  it.each([
    ...["salesChannelId", "regionId", "stockLocationId", "defaultCancellationReason"],
    ...["baseUrl", "importFrom"],
  ])("an empty %s", (name) => {
    expect(faultsOfAccount({ [name]: " " })).toContain(
      `accounts.0.${name}: must not be empty, leave it out instead`
    )
  })

  it.each([
    { shipNodes: { "1": "" } },
    { skuMap: { A: "" } },
    { carrierMap: { so_1: "" } },
    { shippingOptions: [{ id: "" }] },
    { shippingOptions: [{ id: "so_1", shippingProfileId: "" }] },
    { marketOverrides: { carriers: [""] } },
  ])("an empty text in %j", (more) => expect(faultsOfAccount(more)).toContain("must not be empty"))

  it.each(["2026-11-28", "2026-11-28T08:00:00Z", "2026-11-28T08:00:00.5+01:00"])(
    "importFrom only when it is wrong, not for %s",
    (importFrom) => expect(faultsOfAccount({ importFrom })).toBe("none")
  )

  it("everything at once: shapes, names, keys, markets and the lease", () => {
    const faults = faultsOf({
      accounts: [
        { ...account, importFrom: "x", carrierMap: { so_1: "Fedx" }, clientSecret: "" },
        { ...account, id: "ca", market: "canada", carrierMap: { so_1: "Hermes" } },
      ],
      leaseMs: 1,
      trackingValidation: "Lenient",
      pollEveryMs: 5,
    })
    for (const named of [
      ...["accounts.0.importFrom", "accounts.0.carrierMap.so_1", "accounts.0.clientSecret"],
      ...[
        "accounts.1.market",
        "leaseMs: is 1",
        '(did you mean "lenient"?)',
        "pollEveryMs: there is no",
      ],
    ]) {
      expect(faults).toContain(named)
    }
    expect(faults).not.toContain("Hermes")
  })
})
