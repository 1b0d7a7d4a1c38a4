import { parseOptions } from "../options"
import { account, faultsOf, faultsOfAccount } from "./faults-of"

describe("a wrong value is named with its option, what it must be and what to do", () => {
  it.each([
    [
      { concurrency: "5" },
      'concurrency: must be a number, not "5" (variables of the environment are texts: write Number(',
    ],
    [{ concurrency: NaN }, "not NaN (its variable is not set or holds no number)"],
    [{ concurrency: 100 }, "concurrency: must be at most 50, not 100"],
    [{ maxBodyBytes: 10 }, "maxBodyBytes: must be at least 1000, not 10"],
    [{ refusedAttempts: 2.5 }, "refusedAttempts: must be a whole number, not 2.5"],
    [
      { customDisplayId: "false" },
      'customDisplayId: must be true or false, not "false" (variables of the environment are texts: write process.env.… === "true")',
    ],
    [{ emitOrderPlaced: null }, "emitOrderPlaced: must be true or false, not null"],
    [{ accounts: account }, "accounts: must be a list in [ ], not an object"],
    [{ accounts: [null] }, "accounts.0: must be an object in { }, not null"],
    [{ schedules: [] }, "schedules: must be an object in { }, not a list"],
    [{ trackingValidation: "off" }, 'must be "strict" or "lenient", not "off"'],
    [
      { rateLimits: { "orders.get": { perMinute: 60 } } },
      "rateLimits.orders.get.burst: is not set",
    ],
    ["us", 'options: must be an object in { }, not "us"'],
  ])("%j", (options, fault) => {
    const faults = faultsOf(options)
    expect(faults).toContain(fault)
    expect(faults).not.toMatch(/Invalid|expected|received/)
  })

  it.each([
    [{ id: "US-Main" }, 'accounts.0.id: must be 1 to 40 of a-z, 0-9, - and _, not "US-Main"'],
    [{ id: "main " }, 'not "main "'],
    [{ id: 5 }, "accounts.0.id: must be a text, not 5"],
    [{ market: "mexico" }, 'must be "us", "ca", "mx" or "cl", not "mexico"'],
    [{ skuMap: { "W-1": 5 } }, "accounts.0.skuMap.W-1: must be a text, not 5"],
    [
      { marketOverrides: { carrierNumbers: { UPS: [/1Z/] } } },
      "carrierNumbers.UPS.0: must be a text, not /1Z/",
    ],
    [{ baseUrl: " " }, "must not be empty, leave it out instead."],
  ])("of an account: %j", (more, fault) => expect(faultsOfAccount(more)).toContain(fault))

  it("but never shown where it may be secret", () => {
    const secrets = {
      keysSecret: "s3cret",
      formerKeysSecrets: ["s3cret"],
      accounts: [
        {
          ...{ id: "main", clientId: ["s3cret"], clientSecret: { s3cret: 1 } },
          ...{ baseUrl: "s3cret", headers: { Token: "s3cret\u0001" } },
          webhooks: { auth: "hmac", secret: "s3cret", url: "s3cret" },
        },
      ],
    }
    expect(faultsOf(secrets)).not.toContain("s3cret")
  })
})

describe("a mistyped name is held against those that are known where it stands", () => {
  it.each([
    [
      { schedules: { pollEvryMs: 1 } },
      'schedules.pollEvryMs: there is no such option (did you mean "pollEveryMs"?)',
    ],
    [
      { breaker: { failure: 1 } },
      'breaker.failure: there is no such option (did you mean "failures"?)',
    ],
    [
      { notifications: { deadlineWarningsHours: { shipby: 1 } } },
      'deadlineWarningsHours.shipby: there is no such option (did you mean "shipBy"?)',
    ],
    [
      { rateLimits: { "orders.get": { perMinut: 1, burst: 1 } } },
      'rateLimits.orders.get.perMinut: there is no such option (did you mean "perMinute"?)',
    ],
    [
      { rateLimits: { "orders.shiping": { perMinute: 1, burst: 1 } } },
      '(did you mean "orders.shipping"?)',
    ],
    [{ notifications: { kinds: { ship_nere: false } } }, '(did you mean "ship_near"?)'],
    [
      { notifications: { kinds: { ship_near: { everyMS: 5 } } } },
      'kinds.ship_near.everyMS: there is no such option (did you mean "everyMs"?)',
    ],
    [{ clientId: "x" }, 'clientId: there is no such option ("clientId" belongs into accounts[])'],
    [{ pollEveryMs: 5 }, '("pollEveryMs" belongs into schedules)'],
    [{ accounts: [{ ...account, leaseMs: 5 }] }, '("leaseMs" belongs beside accounts, not inside)'],
  ])("%j", (options, fault) => expect(faultsOf(options)).toContain(fault))

  it("and what is inside a value of several shapes is said of the shape that was written", () => {
    const kinds = { ship_near: { everyMs: "5" } }
    const channels = [{ channel: "email", to: ["desk@example.com", 7] }]
    const faults = faultsOf({ notifications: { kinds, channels } })
    expect(faults).toContain("notifications.kinds.ship_near.everyMs: must be a number")
    expect(faults).toContain("notifications.channels.0.to.1: must be a text")
    expect(faultsOf({ notifications: { kinds: { ship_near: 5 } } })).toContain(
      "must be true, false or { channels, everyMs, inQuietHours }"
    )
  })
})

describe("one message has every fault", () => {
  it.each([
    ["an account has no usable id", { id: "US-Main", carrierMap: { so_1: "Fedx" } }],
    ["an account has no id at all", { id: undefined, carrierMap: { so_1: "Fedx" } }],
  ])("also while %s", (_what, more) => {
    const faults = faultsOf({ accounts: [{ ...account, ...more }], leaseMs: 1 })
    expect(faults).toContain("accounts.0.id: ")
    expect(faults).toContain('did you mean "FedEx"?')
    expect(faults).toContain("leaseMs: is 1")
  })

  it("also while an account is none", () => {
    const faults = faultsOf({ accounts: [null, { ...account, carrierMap: { so_1: "Fedx" } }] })
    expect(faults).toMatch(/accounts\.0: .*accounts\.1\.carrierMap\.so_1: "Fedx"/)
  })

  it("and each once", () => {
    const faults = faultsOf({ accounts: [account, account, account] })
    expect(faults.match(/used twice, give each account an id of its own/g)).toHaveLength(1)
    expect(faultsOfAccount({ baseUrl: "" }).match(/baseUrl/g)).toHaveLength(1)
  })
})

describe("times", () => {
  it.each([
    [{ callTimeoutMs: 30 }, "callTimeoutMs: must be at least 100 milliseconds, not 30"],
    [{ settleMs: 60 }, "settleMs: must be at least 100 milliseconds, not 60"],
    [{ giveUpAfterMs: 48 }, "giveUpAfterMs: must be at least 100 milliseconds, not 48"],
    [{ breaker: { openMs: 30 } }, "breaker.openMs: must be at least 100 milliseconds, not 30"],
    [{ schedules: { pollEveryMs: 60 } }, "schedules.pollEveryMs: must be at least 100"],
    [{ schedules: { sendEveryMs: 15 } }, "schedules.sendEveryMs: must be at least 100"],
    [{ callTimeoutMs: -1 }, "callTimeoutMs: must be at least 100 milliseconds, not -1"],
  ])("in seconds or hours are not taken for milliseconds: %j", (options, fault) =>
    expect(faultsOf(options)).toContain(fault)
  )

  it.each([
    [{ callTimeoutMs: 3e9 }, "callTimeoutMs: must be at most 2147483647 milliseconds (24 days)"],
    [{ schedules: { pollEveryMs: 1e12 } }, "schedules.pollEveryMs: must be at most"],
    [{ retentionDays: 1e9 }, "retentionDays: must be at most 36500"],
    [
      { notifications: { deadlineWarningsHours: { shipBy: 1e12 } } },
      "notifications.deadlineWarningsHours.shipBy: must be at most 8760, not 1000000000000",
    ],
    [
      { notifications: { zeroListingHours: 1e10 } },
      "notifications.zeroListingHours: must be at most 8760",
    ],
    [
      { notifications: { silentAfterPolls: 1e15 } },
      "notifications.silentAfterPolls: must be at most 10000",
    ],
    [{ breaker: { failures: 1e13 } }, "breaker.failures: must be at most 1000000000"],
    [
      { rateLimits: { token: { perMinute: 1e-300, burst: 1 } } },
      "rateLimits.token.perMinute: must be at least 0.001",
    ],
    [
      { rateLimits: { token: { perMinute: 1e300, burst: 1 } } },
      "rateLimits.token.perMinute: must be at most 1000000000",
    ],
  ])("are no longer than timers and the database can count: %j", (options, fault) =>
    expect(faultsOf(options)).toContain(fault)
  )
})

describe("keys that are not as Walmart gave them are refused before Walmart is asked", () => {
  it.each([
    [{ clientId: '"anId"' }, "accounts.0.clientId: stands in quotation marks"],
    [{ clientSecret: "'s3cret'" }, "accounts.0.clientSecret: stands in quotation marks"],
    [{ clientSecret: "s3cret\nwith more" }, "clientSecret: holds a blank or a line break"],
  ])("%j", (more, fault) => {
    const faults = faultsOfAccount(more)
    expect(faults).toContain(fault)
    expect(faults).not.toContain("s3cret")
  })

  it("a secret that is no longer needed may be a variable that is not set", () => {
    const { formerKeysSecrets } = parseOptions({ formerKeysSecrets: [undefined, ""] })
    expect(formerKeysSecrets).toEqual([undefined, ""])
  })
})

describe("nothing is taken for something else", () => {
  it.each([
    [
      { sandbox: true, baseUrl: "https://marketplace.walmartapis.com" },
      "accounts.0.sandbox: is true, but baseUrl is Walmart's production",
    ],
    [
      { baseUrl: "https://sandbox.walmartapis.com/" },
      "accounts.0.baseUrl: is Walmart's sandbox, write sandbox: true instead",
    ],
    [{ headers: { accept: "application/xml" } }, "headers.accept: is set by the plugin"],
    [{ headers: { "Content-Length": "5" } }, "headers.Content-Length: is set by the plugin"],
    [{ shipNodes: { " ": "sloc_1" } }, "the name must not be empty"],
  ])("%j is refused", (more, fault) => expect(faultsOfAccount(more)).toContain(fault))

  it("names in maps lose the blanks around them, which would never fit", () => {
    const maps = {
      shipNodes: { " 1000001\n": "sloc_1" },
      skuMap: { " W-1": "MUG-1" },
      carrierMap: { "so_1 ": "UPS" },
      marketOverrides: { carrierNumbers: { "UPS ": [" 9\\d{17}"] } },
    }
    const { accounts } = parseOptions({ accounts: [{ ...account, ...maps }] })
    expect(accounts[0]).toMatchObject({
      shipNodes: { "1000001": "sloc_1" },
      skuMap: { "W-1": "MUG-1" },
      carrierMap: { so_1: "UPS" },
      marketOverrides: { carrierNumbers: { UPS: ["9\\d{17}"] } },
    })
  })

  it("a listed carrier in another case is not to be added a second time", () => {
    const faults = faultsOfAccount({ marketOverrides: { carrierNumbers: { ups: ["9\\d{17}"] } } })
    expect(faults).toMatch(
      /"ups" is not in Walmart's list of carriers \(did you mean "UPS"\?\)\.?$/
    )
  })
})
