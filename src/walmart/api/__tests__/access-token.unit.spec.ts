import { inspect } from "node:util"
import { createAccessTokens, TOKEN_PATH } from "../access-token"
import { AccountError, NotSentError, ThrottledError } from "../errors/errors"
import { createTransport } from "../http"
import { reply, startServer, type TestServer } from "./test-server"

const CREDENTIALS = {
  accountId: "us-main",
  clientId: "client-1",
  clientSecret: "s3cr3t/+=",
  market: "us",
  sandbox: false,
}
const BASIC = Buffer.from("client-1:s3cr3t/+=").toString("base64")

describe("access tokens", () => {
  let server: TestServer
  let now = 0
  let issued = 0
  let answer: { status: number; body: unknown; headers?: Record<string, string> } | null

  beforeEach(async () => {
    now = 1_790_000_000_000
    issued = 0
    answer = null
    server = await startServer((_, response) => {
      if (answer !== null) return reply(response, answer.status, answer.body, answer.headers)
      const body = { access_token: `token-${++issued}`, token_type: "Bearer", expires_in: 900 }
      reply(response, 200, body)
    })
  })

  afterEach(() => server.close())

  const create = (baseUrl = server.baseUrl, more: Partial<typeof CREDENTIALS> = {}) =>
    createAccessTokens({
      transport: createTransport({ baseUrl, timeoutMs: 1_500, maxBodyBytes: 10_000 }),
      credentials: { ...CREDENTIALS, ...more },
      clock: () => now,
      newCorrelationId: () => "corr-1",
    })
  const failureOf = (tokens: ReturnType<typeof create>) =>
    tokens.get().then(
      () => null,
      (error: unknown) => error
    )

  it("asks for JSON with the client's key pair and a correlation id", async () => {
    await expect(create().get()).resolves.toBe("token-1")
    expect(server.seen[0]).toMatchObject({
      method: "POST",
      url: TOKEN_PATH,
      body: "grant_type=client_credentials",
      headers: {
        authorization: `Basic ${BASIC}`,
        accept: "application/json",
        "content-type": "application/x-www-form-urlencoded",
        "wm_svc.name": "Walmart Marketplace",
        "wm_qos.correlation_id": "corr-1",
      },
    })
  })

  it("fetches one token for all who ask at once", async () => {
    const tokens = create()
    const all = await Promise.all(Array.from({ length: 20 }, () => tokens.get()))
    expect(new Set(all)).toEqual(new Set(["token-1"]))
    expect(server.seen).toHaveLength(1)
  })

  it("keeps a token until two minutes before its end, then renews it", async () => {
    const tokens = create()
    await tokens.get()
    now += 779_000
    await expect(tokens.get()).resolves.toBe("token-1")
    now += 1_000
    await expect(tokens.get()).resolves.toBe("token-2")
  })

  it("uses a token whose life is shorter than the margin for half its life", async () => {
    answer = { status: 200, body: { access_token: "short", expires_in: 60 } }
    const tokens = create()
    await tokens.get()
    now += 29_000
    await tokens.get()
    expect(server.seen).toHaveLength(1)
  })

  it("forgets only the token that was refused", async () => {
    const tokens = create()
    const first = await tokens.get()
    tokens.invalidate(first)
    await expect(tokens.get()).resolves.toBe("token-2")
    tokens.invalidate(first)
    await expect(tokens.get()).resolves.toBe("token-2")
  })

  it("asks anew when credentials are to be proved, and keeps the old token when they are refused", async () => {
    const tokens = create()
    await tokens.get()
    await expect(tokens.renew()).resolves.toBe("token-2")
    answer = { status: 401, body: "" }
    await expect(tokens.renew()).rejects.toBeInstanceOf(AccountError)
    await expect(tokens.get()).resolves.toBe("token-2")
  })

  it("tells a failure to everybody for two seconds, then asks again", async () => {
    const headers = { "x-current-token-count": "4", "x-next-replenish-time": String(now + 60_000) }
    answer = { status: 503, body: "", headers }
    const tokens = create()
    await expect(tokens.get()).rejects.toBeInstanceOf(NotSentError)
    answer = null
    now += 1_999
    await expect(tokens.get()).rejects.toBeInstanceOf(NotSentError)
    expect(server.seen).toHaveLength(1)
    now += 1
    await expect(tokens.get()).resolves.toBe("token-1")
  })

  it.each([400, 401, 403])(
    "names account and client id when they are refused with %d",
    async (status) => {
      answer = { status, body: { error: [{ code: "UNAUTHORIZED.GMP_GATEWAY_API" }] } }
      const failure = await failureOf(create())
      expect(failure).toBeInstanceOf(AccountError)
      expect(String(failure)).toContain('does not accept the client id "client-1"')
      expect(String(failure)).toContain('"us-main"')
      expect(server.seen).toHaveLength(1)
    }
  )

  it("waits as long as Walmart asks after a 429", async () => {
    answer = { status: 429, body: "", headers: { "Retry-After": "30" } }
    const tokens = create()
    const failure = await failureOf(tokens)
    expect(failure).toBeInstanceOf(ThrottledError)
    expect(failure).toMatchObject({ facts: { retryAfterMs: 30_000 } })
    answer = null
    now += 29_999
    await expect(failureOf(tokens)).resolves.toBe(failure)
    expect(server.seen).toHaveLength(1)
    now += 1
    await expect(tokens.get()).resolves.toBe("token-1")
  })

  it.each([
    [500, ""],
    [302, ""],
    [404, "<html>"],
    [200, "<OAuthTokenDTO><accessToken>eyJhbGciOi</accessToken></OAuthTokenDTO>"],
    [200, { token: "x" }],
    [200, "null"],
  ])("knows after a %d that the real call was not sent", async (status, body) => {
    answer = { status, body }
    await expect(failureOf(create())).resolves.toBeInstanceOf(NotSentError)
  })

  it("knows that nothing was sent when Walmart cannot be reached", async () => {
    const failure = await failureOf(create("http://127.0.0.1:1"))
    expect(failure).toBeInstanceOf(NotSentError)
    expect(failure).toMatchObject({ facts: { path: TOKEN_PATH, status: null } })
  })

  it("never lets the secret into an error, even when the server echoes it", async () => {
    for (const status of [200, 400, 429, 500]) {
      const echo = `secret s3cr3t/+= header Basic ${BASIC}`
      answer = { status, body: { error: [{ code: "X", description: echo, info: echo }] } }
      const failure = await failureOf(create())
      const everything = inspect(failure, { depth: 10 }) + JSON.stringify(failure) + String(failure)
      expect(everything).not.toContain("s3cr3t")
      expect(everything).not.toContain(BASIC)
    }
  })
})
