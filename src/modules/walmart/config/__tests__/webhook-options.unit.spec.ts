import { parseOptions } from "../options"
import { englishOf } from "../../../../walmart/words/phrase"
import { storedPairProblem, webhookAuthOf } from "../webhook-options"

const SECRET = "0123456789abcdef"
const account = { id: "main", clientId: "id", clientSecret: "aSecretOfWalmarts" }

function faultsOf(webhooks: object, more: object = {}): string {
  try {
    parseOptions({ accounts: [{ ...account, ...more, webhooks }] })
    return "none"
  } catch (error) {
    return String(error)
  }
}

describe("the options for webhooks", () => {
  it.each([
    [{ auth: "hmac", secret: SECRET }],
    [{ auth: "hmac", secret: ` ${SECRET}\n`, header: "X-Sig", url: "https://api.shop.example" }],
    [{ auth: "basic", userName: "walmart", password: SECRET }],
    [{ auth: "oauth", clientId: "walmart", clientSecret: SECRET }],
  ])("are taken as %j", (webhooks) => expect(faultsOf(webhooks)).toBe("none"))

  it.each([
    ["a secret that is not set", { auth: "hmac" }, "accounts.0.webhooks.secret: is not set"],
    ["half a pair", { auth: "basic", userName: "w" }, "accounts.0.webhooks.password: is not set"],
    ["what can be guessed", { auth: "hmac", secret: "short" }, "at least 16 characters"],
    [
      "an address in the open",
      { auth: "hmac", secret: SECRET, url: "http://a.example" },
      "https://",
    ],
    [
      "no name of a header",
      { auth: "hmac", secret: SECRET, header: "a b" },
      "must be the name of a header",
    ],
    ["a mistyped name", { auth: "hmac", secrets: SECRET }, 'did you mean "secret"'],
    [
      "a proof of another way",
      { auth: "basic", userName: "w", password: SECRET, secret: SECRET },
      'webhooks.secret: is for auth "hmac", but auth is "basic"',
    ],
    [
      "the account's own secret",
      { auth: "hmac", secret: account.clientSecret },
      "webhooks.secret: is the account's clientSecret",
    ],
    [
      "no address at all",
      { auth: "hmac", secret: SECRET, url: "api.shop.example" },
      "must be the public https address of the Medusa server",
    ],
    [
      "an address with the path that is added",
      { auth: "hmac", secret: SECRET, url: "https://a.example/walmart/webhooks/main" },
      "webhooks.url: must end before /walmart/webhooks",
    ],
    ["a way that is none", { auth: "hmack", secret: SECRET }, "accounts.0.webhooks.auth"],
  ])("are refused with %s, and no secret is shown", (_what, webhooks, text) => {
    const faults = faultsOf(webhooks)
    expect(faults).toContain(text)
    expect(faults).not.toContain(SECRET)
    expect(faults).not.toContain("short")
    expect(faults).not.toContain(account.clientSecret)
  })

  it("are refused outside the US", () => {
    const webhooks = { auth: "hmac", secret: SECRET }
    expect(faultsOf(webhooks, { market: "ca" })).toContain("in the US only")
  })

  it("may lack their secret where the account has no keys, as on a colleague's machine", () => {
    expect(faultsOf({ auth: "hmac" }, { clientId: undefined, clientSecret: undefined })).toBe(
      "none"
    )
  })

  it("may lack their secret where one can be set in the settings, and take no event until then", () => {
    const { accounts } = parseOptions({
      accounts: [{ ...account, webhooks: { auth: "hmac" } }],
      keysSecret: "a secret of 32 characters, or more",
    })
    expect(webhookAuthOf(accounts[0])).toBeNull()
    const stored = { clientId: "", clientSecret: SECRET }
    expect(webhookAuthOf(accounts[0], stored)).toMatchObject({ auth: "hmac", secret: SECRET })
    expect(webhookAuthOf(accounts[0], { clientId: "", clientSecret: "" })).toBeNull()
  })

  it("are held against the same rules where the account's keys are set in the settings", () => {
    const noKeys = { clientId: undefined, clientSecret: undefined }
    expect(faultsOf({ auth: "hmac", secret: "short" }, noKeys)).toContain("at least 16 characters")
    const abroad = { ...noKeys, market: "ca" }
    expect(faultsOf({ auth: "hmac", secret: SECRET }, abroad)).toContain("in the US only")
  })

  it("take no event by a name that is missing, and say so of what was set before", () => {
    const webhooks = { auth: "basic" as const, userName: "w", password: SECRET }
    const { accounts } = parseOptions({ accounts: [{ ...account, webhooks }] })
    const stored = { clientId: "", clientSecret: SECRET }
    expect(webhookAuthOf(accounts[0], stored)).toBeNull()
    expect(englishOf(storedPairProblem(webhooks, stored))).toMatch(/without the userName/)
    expect(storedPairProblem(webhooks, { ...stored, clientId: "w" })).toBeNull()
    expect(storedPairProblem({ auth: "hmac" }, stored)).toBeNull()
  })

  it("have a header of their own kind by default", () => {
    const authOf = (webhooks: object) => {
      const { accounts } = parseOptions({ accounts: [{ ...account, webhooks }] })
      return webhookAuthOf(accounts[0])
    }
    const hmac = { auth: "hmac", header: "X-Walmart-Signature", secret: SECRET }
    expect(authOf({ auth: "hmac", secret: SECRET })).toEqual(hmac)
    const basic = { auth: "basic", userName: "walmart", password: SECRET }
    expect(authOf(basic)).toEqual({ ...basic, header: "Authorization" })
    expect(webhookAuthOf({})).toBeNull()
  })
})
