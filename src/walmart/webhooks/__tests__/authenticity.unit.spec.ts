import { createHmac } from "node:crypto"
import fc from "fast-check"
import { issueToken, TOKEN_SECONDS } from "../issued-token"
import { isAuthentic, isClient, type WebhookAuth } from "../authenticity"

const NOW = Date.parse("2026-11-28T12:00:00Z")
const body = Buffer.from('{"source":{}}')
const arrives = (auth: WebhookAuth, header: string | undefined, now = NOW, content = body) =>
  isAuthentic(auth, { accountId: "main", header, body: content }, now)

const hmac: WebhookAuth = { auth: "hmac", header: "X-Sig", secret: "a secret" }
const basic: WebhookAuth = { auth: "basic", header: "X", userName: "walmart", password: "a:b" }
const oauth = { auth: "oauth", header: "X", clientId: "walmart", clientSecret: "a secret" } as const
const owner = { accountId: "main", clientId: "walmart", clientSecret: "a secret" }

describe("an event signed with the secret", () => {
  const signature = createHmac("sha256", "a secret").update(body).digest()

  it.each(["hex", "base64", "base64url"] as const)("is authentic, spelled in %s", (encoding) => {
    expect(arrives(hmac, signature.toString(encoding))).toBe(true)
    expect(arrives(hmac, ` ${signature.toString(encoding)} `)).toBe(true)
  })

  it("is authentic in capital digits", () => {
    expect(arrives(hmac, signature.toString("hex").toUpperCase())).toBe(true)
  })

  it.each(["sha256=", "SHA256=", "hmac-sha256: ", "sha-256="])(
    "is authentic behind the name of the algorithm: %s",
    (algorithm) => {
      for (const encoding of ["hex", "base64"] as const) {
        expect(arrives(hmac, algorithm + signature.toString(encoding))).toBe(true)
      }
      expect(arrives(hmac, algorithm)).toBe(false)
    }
  )

  it("is not when a byte of it was changed", () => {
    const other = Buffer.from('{"source":{ }}')
    expect(arrives(hmac, signature.toString("hex"), NOW, other)).toBe(false)
  })

  it("is not with anything else in the header", () => {
    fc.assert(fc.property(fc.string(), (header) => expect(arrives(hmac, header)).toBe(false)))
    expect(arrives(hmac, undefined)).toBe(false)
  })
})

describe("an event with name and password", () => {
  const pair = Buffer.from("walmart:a:b").toString("base64")

  it.each([pair, `Basic ${pair}`, `basic  ${pair}`])("is authentic as %s", (header) => {
    expect(arrives(basic, header)).toBe(true)
  })

  it.each([undefined, "", "Basic", "walmart:a:b", pair.slice(0, -1), `Bearer ${pair}`])(
    "is not as %s",
    (header) => expect(arrives(basic, header)).toBe(false)
  )
})

describe("an event with a token of ours", () => {
  const token = issueToken(owner, NOW)

  it("is authentic until the token ends", () => {
    expect(arrives(oauth, `Bearer ${token}`)).toBe(true)
    expect(arrives(oauth, token)).toBe(true)
    expect(arrives(oauth, token, NOW + TOKEN_SECONDS * 1_000)).toBe(true)
    expect(arrives(oauth, token, NOW + TOKEN_SECONDS * 1_000 + 61_000)).toBe(false)
  })

  it.each([
    ["another account's", issueToken({ ...owner, accountId: "second" }, NOW)],
    ["one signed with another secret", issueToken({ ...owner, clientSecret: "former" }, NOW)],
    [
      "one whose end was moved",
      `${Buffer.from(`{"account":"main","until":9e15}`).toString("base64url")}.${token.split(".")[1]}`,
    ],
    ["nothing", ""],
    ["a dot", "."],
  ])("is not with %s", (_what, other) => expect(arrives(oauth, `Bearer ${other}`)).toBe(false))

  it("is handed out to who knows id and secret only", () => {
    const pair = Buffer.from("walmart:a secret").toString("base64")
    expect([isClient(oauth, pair), isClient(oauth, `Basic ${pair}`)]).toEqual([true, true])
    expect([isClient(oauth, undefined), isClient(oauth, "d3Jvbmc=")]).toEqual([false, false])
  })
})
