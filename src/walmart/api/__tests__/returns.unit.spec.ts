import { createAccessTokens } from "../access-token"
import { type ClientAccount, createWalmartClient } from "../client"
import { createTransport } from "../http"
import { OpenLimiter, reply, startServer, type TestServer } from "./test-server"

const RETURN = {
  ...{ returnOrderId: "101", customerOrderId: "200" },
  returnOrderLines: [
    {
      ...{ returnOrderLineNumber: 1, purchaseOrderId: "1799", purchaseOrderLineNumber: 1 },
      ...{ item: { sku: "MUG" }, quantity: { measurementValue: 1 }, status: "INITIATED" },
    },
  ],
}

describe("a search of returns", () => {
  let server: TestServer
  let pages: object[]

  beforeEach(async () => {
    server = await startServer(({ url }, response) => {
      if (url === "/v3/token")
        return reply(response, 200, { access_token: "token", expires_in: 900 })
      reply(response, 200, pages.shift())
    })
  })
  afterEach(() => server.close())

  const page = (meta: object) => ({ meta, returnOrders: [RETURN] })

  const returns = () => {
    const account: ClientAccount = {
      ...{ id: "mx", market: "mx", clientId: "client", clientSecret: "secret", sandbox: false },
      baseUrl: server.baseUrl,
    }
    const { baseUrl } = account
    const transport = createTransport({ baseUrl, timeoutMs: 1_000, maxBodyBytes: 100_000 })
    const shared = { transport, newCorrelationId: () => "corr", clock: Date.now }
    const credentials = { accountId: account.id, ...account }
    const tokens = createAccessTokens({ ...shared, credentials })
    return createWalmartClient({ ...shared, account, tokens, limiter: new OpenLimiter() }).returns
  }

  it("asks for pages that every market takes", async () => {
    pages = [page({ totalCount: 1 })]
    await returns().list({ createdFrom: Date.UTC(2026, 10, 1) })
    const { url } = server.seen[server.seen.length - 1]
    expect(url).toMatch(/returnCreationStartDate=2026-11-01T00%3A00%3A00Z/)
    expect(url).toMatch(/limit=100/)
  })

  it("that ends before the number of returns it names is not at its end", async () => {
    pages = [page({ totalCount: 130, limit: 100, offset: 0 })]
    const { returns: shown, failures } = await returns().list({ createdFrom: 0 })
    expect(shown).toHaveLength(1)
    expect(failures).toEqual([
      { returnOrderId: null, reason: expect.stringMatching(/has 130 .* and showed 1/) as string },
    ])
  })

  it("that has a next page, or says nothing of a number, is what it shows", async () => {
    for (const meta of [{ totalCount: 130, nextCursor: "?a=1" }, {}]) {
      pages = [page(meta)]
      expect((await returns().list({ createdFrom: 0 })).failures).toEqual([])
    }
  })
})
