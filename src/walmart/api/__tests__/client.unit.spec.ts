import { inspect } from "node:util"
import { createAccessTokens } from "../access-token"
import { createWalmartClient, type ClientAccount, type WalmartClient } from "../client"
import {
  AccountError,
  ForbiddenError,
  NotFoundError,
  NotSentError,
  RefusedError,
  ThrottledError,
  UnknownOutcomeError,
  UnreadableError,
  WalmartError,
} from "../errors/errors"
import { createTransport } from "../http"
import type { RateLimiter } from "../endpoint-limits"
import { OpenLimiter, reply, type SeenRequest, startServer, type TestServer } from "./test-server"
import { wireList, wireOrder } from "../schemas/__tests__/walmart-documents"

const PO = "1799999999001"
const SECRET = "cl1ent-s3cret"
/** Stands in an answer for the token that came with the request. */
const TOKEN_ECHO = "<the token>"
const ACKNOWLEDGE_BODY = { orderAcknowledgement: { orderLines: { orderLine: [] } } }
const SHIP_BODY = { orderShipment: { orderLines: { orderLine: [{ lineNumber: "1" }] } } }
const CANCEL_BODY = { orderCancellation: { orderLines: { orderLine: [] } } }

interface Answer {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

describe("Walmart client", () => {
  let server: TestServer
  let issued: number
  let limiter: OpenLimiter
  /** Answers of the API in turn; the last one stays. */
  let answers: (Answer | "reset" | "hang")[]

  beforeEach(async () => {
    issued = 0
    limiter = new OpenLimiter()
    answers = [{ status: 200, body: { order: wireOrder() } }]
    server = await startServer((request, response) => {
      if (request.url === "/v3/token") {
        return reply(response, 200, { access_token: `token-${++issued}`, expires_in: 900 })
      }
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      if (answer === "reset") return void response.socket?.destroy()
      if (answer === "hang" || answer === undefined) return
      const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body ?? "")
      const token = String(request.headers["wm_sec.access_token"])
      reply(response, answer.status, body.replaceAll(TOKEN_ECHO, token), answer.headers)
    })
  })

  afterEach(() => server.close())

  function create(
    more: Partial<ClientAccount> & {
      limiter?: RateLimiter
      extraHeaders?: Record<string, string>
    } = {}
  ): WalmartClient {
    const { limiter: ownLimiter, extraHeaders, ...changes } = more
    const account: ClientAccount = {
      id: "us-main",
      market: "us",
      clientId: "client-1",
      clientSecret: SECRET,
      baseUrl: server.baseUrl,
      sandbox: false,
      ...changes,
    }
    const transport = createTransport({
      baseUrl: account.baseUrl,
      timeoutMs: 1_000,
      maxBodyBytes: 100_000,
    })
    let calls = 0
    const newCorrelationId = () => `corr-${++calls}`
    const clock = () => Date.now()
    const credentials = { accountId: account.id, ...account }
    return createWalmartClient({
      account,
      transport,
      tokens: createAccessTokens({ transport, credentials, clock, newCorrelationId }),
      limiter: ownLimiter ?? limiter,
      newCorrelationId,
      clock,
      extraHeaders,
    })
  }

  const apiCalls = (): SeenRequest[] => server.seen.filter(({ url }) => url !== "/v3/token")

  async function failureOf(result: Promise<unknown>): Promise<WalmartError> {
    const failure = await result.then(
      () => new Error("the call succeeded"),
      (error: unknown) => error
    )
    if (failure instanceof WalmartError) return failure
    throw failure
  }

  type Action = (client: WalmartClient) => Promise<unknown>
  const WRITES: [string, Action][] = [
    ["acknowledge", (client) => client.acknowledge(PO, null)],
    ["ship", (client) => client.ship(PO, SHIP_BODY)],
    ["cancel", (client) => client.cancel(PO, CANCEL_BODY)],
    ["putInventory", (client) => client.putInventory("MUG-1", 7)],
  ]
  const READS: [string, Action][] = [
    ["getOrder", (client) => client.getOrder(PO)],
    ["listOrders", (client) => client.listOrders({})],
    ["nextOrders", (client) => client.nextOrders("?soIndex=1")],
    ["getInventory", (client) => client.getInventory("MUG-1")],
    ["tokenDetail", (client) => client.tokenDetail()],
  ]
  const ALL = [...WRITES, ...READS]

  describe("requests", () => {
    it("puts the token into Walmart's own header and a fresh correlation id into each call", async () => {
      const client = create()
      await client.getOrder(PO)
      await client.getOrder(PO)
      const [first, second] = apiCalls()
      expect(first?.headers).toMatchObject({
        "wm_sec.access_token": "token-1",
        "wm_svc.name": "Walmart Marketplace",
        accept: "application/json",
      })
      expect(first?.headers).not.toHaveProperty("authorization")
      expect(first?.headers).not.toHaveProperty("wm_market")
      expect(first?.headers).not.toHaveProperty("wm_sandbox")
      expect(second?.headers["wm_qos.correlation_id"]).not.toBe(
        first?.headers["wm_qos.correlation_id"]
      )
    })

    it("adds the Global API's headers for other markets, the sandbox's and the merchant's own", async () => {
      const extraHeaders = { "WM_CONSUMER.CHANNEL.TYPE": "channel-1" }
      await create({ market: "mx", sandbox: true, extraHeaders }).getOrder(PO)
      expect(apiCalls()[0]?.headers).toMatchObject({
        wm_market: "mx",
        wm_global_version: "3.1",
        wm_sandbox: "v2",
        "wm_consumer.channel.type": "channel-1",
      })
    })

    it("acknowledges without a body", async () => {
      await create().acknowledge(PO, null)
      expect(apiCalls()[0]).toMatchObject({
        method: "POST",
        url: `/v3/orders/${PO}/acknowledge`,
        body: "",
      })
    })

    it("acknowledges the lines that a body names, out of the same bucket", async () => {
      await create().acknowledge(PO, ACKNOWLEDGE_BODY)
      expect(apiCalls()[0]).toMatchObject({
        method: "POST",
        url: `/v3/orders/${PO}/acknowledgeLines`,
        body: JSON.stringify(ACKNOWLEDGE_BODY),
      })
      expect(limiter.observed).toMatchObject([{ endpoint: "orders.acknowledge" }])
    })

    it("ships and cancels with the bodies it is given", async () => {
      const client = create()
      await client.ship(PO, SHIP_BODY)
      await client.cancel(PO, CANCEL_BODY)
      const [ship, cancel] = apiCalls()
      expect(ship?.url).toBe(`/v3/orders/${PO}/shipping`)
      expect(JSON.parse(ship?.body ?? "")).toEqual(SHIP_BODY)
      expect(cancel?.url).toBe(`/v3/orders/${PO}/cancel`)
      expect(JSON.parse(cancel?.body ?? "")).toEqual(CANCEL_BODY)
    })

    it("searches 179 days back in dates without milliseconds, 200 orders a page", async () => {
      answers = [{ status: 200, body: wireList([]) }]
      await create().listOrders({ lastModifiedStartDate: 1_790_000_000_123, status: "Created" })
      const params = new URL(apiCalls()[0]?.url ?? "", "http://local").searchParams
      expect(params.get("lastModifiedStartDate")).toBe("2026-09-21T14:13:20Z")
      expect(params.get("createdStartDate")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      const daysBack = (Date.now() - Date.parse(params.get("createdStartDate") ?? "")) / 86_400_000
      expect(daysBack).toBeCloseTo(179, 2)
      expect(Object.fromEntries(params)).toMatchObject({
        limit: "200",
        replacementInfo: "true",
        productInfo: "true",
        status: "Created",
      })
    })

    it("uses a cursor raw and alone", async () => {
      answers = [{ status: 200, body: wireList([]) }]
      const cursor = "?limit=10&soIndex=31&createdEndDate=2026-01-01T00:00:00.000Z&x=a%2Bb+c"
      await create().nextOrders(cursor)
      expect(apiCalls()[0]?.url).toBe(`/v3/orders${cursor}`)
    })

    it("sends stock as an absolute number for one SKU and ship node", async () => {
      answers = [{ status: 200, body: { sku: "A/B 1", quantity: { unit: "EACH", amount: 7 } } }]
      const result = await create().putInventory("A/B 1", 7, "1000001")
      expect(result.level).toEqual({ sku: "A/B 1", amount: 7 })
      expect(apiCalls()[0]).toMatchObject({
        method: "PUT",
        url: "/v3/inventory?sku=A%2FB%201&shipNode=1000001",
        body: '{"sku":"A/B 1","quantity":{"unit":"EACH","amount":7}}',
      })
    })

    it.each(["../../v3/feeds", "1/cancel", "", "1?x=1", "1%2F"])(
      "refuses %j as a purchase order number without a call",
      async (input) => {
        await expect(failureOf(create().getOrder(input))).resolves.toBeInstanceOf(RefusedError)
        expect(server.seen).toHaveLength(0)
      }
    )
  })

  describe("answers", () => {
    it("hands over the order and a record of the call without personal data", async () => {
      const result = await create().ship(PO, SHIP_BODY)
      expect(result.order.purchaseOrderId).toBe(PO)
      expect(result.call).toMatchObject({
        method: "POST",
        path: `/v3/orders/${PO}/shipping`,
        status: 200,
        request: SHIP_BODY,
        response: { order: { purchaseOrderId: PO, shippingInfo: { methodCode: "Value" } } },
      })
      expect(result.call.durationMs).toBeGreaterThanOrEqual(0)
      expect(JSON.stringify(result.call)).not.toMatch(/Ann Lee|Main St|5550100|RELAYTOKEN/)
    })

    it.each([
      [
        "a 404",
        {
          status: 404,
          body: {
            errors: { error: [{ code: "CONTENT_NOT_FOUND.GMP_ORDER_API", severity: "INFO" }] },
          },
        },
      ],
      [
        "a 404 of the other shape",
        { status: 404, body: { error: [{ code: "CONTENT_NOT_FOUND" }] } },
      ],
      ["an empty list", { status: 200, body: { list: { meta: { totalCount: 0 } } } }],
    ])("reads %s to a search as no orders", async (_, answer) => {
      answers = [answer]
      const page = await create().listOrders({})
      expect(page).toEqual({ orders: [], failures: [], nextCursor: null, totalCount: 0 })
    })

    it("reports a 206, which leaves orders out, as a failure of its list", async () => {
      answers = [{ status: 206, body: wireList([wireOrder()]) }]
      const { orders, failures } = await create().listOrders({})
      expect(orders).toHaveLength(1)
      expect(failures).toMatchObject([
        { purchaseOrderId: null, reason: expect.stringContaining("206") },
      ])
    })

    it("does not take a gateway's 404 for an empty search", async () => {
      answers = [{ status: 404, body: "<html>not here</html>" }]
      await expect(failureOf(create().listOrders({}))).resolves.toBeInstanceOf(NotFoundError)
    })

    it("tells a missing order from a failing call", async () => {
      answers = [{ status: 404, body: { errors: [{ code: "CONTENT_NOT_FOUND", message: "no" }] } }]
      await expect(failureOf(create().getOrder(PO))).resolves.toBeInstanceOf(NotFoundError)
    })

    it("repeats Walmart's words when it refuses", async () => {
      const description = `The Line: 1 of PO: ${PO} is in SHIPPED status`
      answers = [{ status: 400, body: { errors: { error: [{ code: "INVALID", description }] } } }]
      const failure = await failureOf(create().ship(PO, SHIP_BODY))
      expect(failure).toBeInstanceOf(RefusedError)
      expect(failure.message).toContain(description)
      expect(failure.facts).toMatchObject({ status: 400, request: SHIP_BODY })
      expect(apiCalls()).toHaveLength(1)
    })

    it.each([
      [
        "problem+json",
        {
          type: "about:blank",
          title: "Bad Request",
          status: 400,
          detail: "Line 1 is already cancelled",
        },
      ],
      ["code and message", { code: "X", message: "Line 1 is already cancelled" }],
      ["an OAuth error", { error: "x", error_description: "Line 1 is already cancelled" }],
      ["a bare text", '"Line 1 is already cancelled"'],
      ["a plain text", "Line 1 is already cancelled"],
      ["names nobody knows", { whatHappened: "Line 1 is already cancelled" }],
    ])("shows a person what Walmart says as %s", async (_, body) => {
      answers = [{ status: 400, body }]
      const failure = await failureOf(create().ship(PO, SHIP_BODY))
      expect(failure).toBeInstanceOf(RefusedError)
      expect(failure.message).toContain("Line 1 is already cancelled")
      expect(failure.message).not.toContain("no reason given")
    })

    it.each([
      ["an empty body", 400, ""],
      ["an empty list of errors", 400, { errors: { error: [] } }],
      ["a page", 400, "<html><body><h1>Bad Request</h1></body></html>"],
      ["a page that forbids", 403, "<!DOCTYPE html><title>Access Denied</title>"],
    ])("takes %s for an outage, not for a refusal", async (_, status, body) => {
      answers = [{ status, body }]
      const failure = await failureOf(create().ship(PO, SHIP_BODY))
      expect(failure).toBeInstanceOf(UnknownOutcomeError)
      expect(failure.message).toContain(`(${status})`)
    })

    it("trusts no answer about another order", async () => {
      answers = [{ status: 200, body: { order: wireOrder({ purchaseOrderId: "1799999999002" }) } }]
      await expect(failureOf(create().getOrder(PO))).resolves.toBeInstanceOf(UnreadableError)
      await expect(failureOf(create().acknowledge(PO, null))).resolves.toBeInstanceOf(
        UnknownOutcomeError
      )
    })

    it("tells what a key may do", async () => {
      const scopes = { orders: "full_access", inventory: "view_only" }
      answers = [{ status: 200, body: { expire_at: "1790000000000", is_valid: true, scopes } }]
      await expect(create().tokenDetail()).resolves.toEqual({ scopes, expiresAt: 1790000000000 })
    })
  })

  describe.each(ALL)("%s", (name, act) => {
    it.each([500, 502, 503, 504, 301, 408])("is in doubt after a %d", async (status) => {
      answers = [{ status, body: "<html>" }]
      await expect(failureOf(act(create()))).resolves.toBeInstanceOf(UnknownOutcomeError)
      expect(apiCalls()).toHaveLength(1)
    })

    it("is in doubt after a lost connection or no answer in time, and goes out once only", async () => {
      for (const answer of ["reset", "hang"] as const) {
        answers = [answer]
        const before = apiCalls().length
        await expect(failureOf(act(create()))).resolves.toBeInstanceOf(UnknownOutcomeError)
        expect(apiCalls().length - before).toBe(1)
      }
    })

    it("waits as long as Walmart says after a 429, and tells the limiter", async () => {
      const headers = {
        "X-Current-Token-Count": "0",
        "X-Next-Replenishment-Time": String(Date.now() + 20_000),
      }
      answers = [
        { status: 429, body: { error: [{ code: "REQUEST_THRESHOLD_VIOLATED" }] }, headers },
      ]
      const failure = await failureOf(act(create()))
      expect(failure).toBeInstanceOf(ThrottledError)
      expect(failure.facts.retryAfterMs).toBeGreaterThan(15_000)
      expect(limiter.observed).toMatchObject([{ status: 429, tokensLeft: 0 }])
      expect(apiCalls()).toHaveLength(1)
    })

    it("tries again later when Walmart has locked the thing", async () => {
      answers = [{ status: 423, body: { error: [{ code: "RESOURCE_IS_LOCKED" }] } }]
      const failure = await failureOf(act(create()))
      expect(failure).toBeInstanceOf(ThrottledError)
      expect(failure.facts.retryAfterMs).toBe(60_000)
    })

    it("blames the account for a 403, but for one that says that the key may not touch stock", async () => {
      answers = [{ status: 403, body: { error: [{ code: "FORBIDDEN.GMP_GATEWAY_API" }] } }]
      const blamed = name.endsWith("Inventory") ? ForbiddenError : AccountError
      await expect(failureOf(act(create()))).resolves.toBeInstanceOf(blamed)
    })

    it("sends nothing when the limiter says no", async () => {
      const closed: RateLimiter = {
        take: async () => ({ granted: false, waitMs: 4_000, because: "used_up" }),
        observe: async () => undefined,
      }
      const failure = await failureOf(act(create({ limiter: closed })))
      expect(failure).toBeInstanceOf(ThrottledError)
      expect(failure.facts).toMatchObject({ status: null, retryAfterMs: 4_000 })
      expect(apiCalls()).toHaveLength(0)
    })

    it("sends nothing when no connection can be made", async () => {
      const failure = await failureOf(act(create({ baseUrl: "http://127.0.0.1:1" })))
      expect(failure).toBeInstanceOf(NotSentError)
    })

    it("gets one new token after a 401 and goes out once more", async () => {
      answers = [
        { status: 401, body: "" },
        { status: 400, body: { error: [{ code: "INVALID_REQUEST_CONTENT" }] } },
      ]
      await expect(failureOf(act(create()))).resolves.toBeInstanceOf(RefusedError)
      expect(apiCalls().map(({ headers }) => headers["wm_sec.access_token"])).toEqual([
        "token-1",
        "token-2",
      ])
    })

    it("blames the account for a second 401", async () => {
      answers = [{ status: 401, body: { error: [{ code: "UNAUTHORIZED.GMP_GATEWAY_API" }] } }]
      const failure = await failureOf(act(create()))
      expect(failure).toBeInstanceOf(AccountError)
      expect(apiCalls()).toHaveLength(2)
      expect(issued).toBe(2)
    })
  })

  const UNREADABLE: unknown[] = [
    "",
    "<html>up</html>",
    '{"order":',
    "null",
    "[]",
    {},
    { order: {} },
  ]

  it.each(WRITES)("%s is in doubt after a success that cannot be read", async (_, act) => {
    for (const body of UNREADABLE) {
      answers = [{ status: 200, body }]
      await expect(failureOf(act(create()))).resolves.toBeInstanceOf(UnknownOutcomeError)
    }
  })

  it.each(READS.slice(0, 4))("%s is unreadable when a success cannot be read", async (_, act) => {
    for (const body of UNREADABLE) {
      answers = [{ status: 200, body }]
      await expect(failureOf(act(create()))).resolves.toBeInstanceOf(UnreadableError)
    }
  })

  it("writes nothing after its latest start, and blames neither Walmart nor the network", async () => {
    const failure = await failureOf(create().ship(PO, SHIP_BODY, Date.now() - 1))
    expect(failure).toBeInstanceOf(NotSentError)
    expect(failure.message).toMatch(/could not start within \d+ ms.*nothing was sent/)
    expect(apiCalls()).toEqual([])
    expect(limiter.observed).toEqual([])
  })

  it("names an unknown line status and keeps the call's facts", async () => {
    const body = JSON.stringify({ order: wireOrder() }).replace("Created", "Lost")
    answers = [{ status: 200, body }]
    const failure = await failureOf(create().getOrder(PO))
    expect(failure.message).toContain('"Lost"')
    expect(failure.facts).toMatchObject({ status: 200, path: expect.stringContaining(PO) })
  })

  it("does not lose an outcome over a limiter that cannot note it", async () => {
    const forgetful: RateLimiter = {
      take: async () => ({ granted: true }),
      observe: async () => Promise.reject(new Error("database gone")),
    }
    const result = await create({ limiter: forgetful }).acknowledge(PO, null)
    expect(result.order.purchaseOrderId).toBe(PO)
  })

  it("tells the limiter how many calls are left", async () => {
    answers = [
      { status: 200, body: { order: wireOrder() }, headers: { "x-current-token-count": "41" } },
    ]
    await create().acknowledge(PO, null)
    expect(limiter.observed).toMatchObject([
      { endpoint: "orders.acknowledge", status: 200, tokensLeft: 41, waitMs: null },
    ])
  })

  it.each(ALL)("%s lets no secret and no personal data into an error", async (_, act) => {
    const order = wireOrder()
    const echo = `${TOKEN_ECHO} ${SECRET} RELAYTOKEN@relay.walmart.com`
    const bodies: Answer[] = [400, 401, 403, 404, 429, 500].map((status) => ({
      status,
      body: { errors: { error: [{ code: "X", description: echo }] }, headers: echo, order },
    }))
    const broken = { status: 200, body: JSON.stringify({ order, echo }).slice(0, -1) }
    for (const answer of [...bodies, broken, "reset" as const]) {
      answers = [answer]
      const failure = await failureOf(act(create()))
      const everything = inspect(failure, { depth: 20 }) + JSON.stringify(failure)
      expect(everything).not.toMatch(/token-\d|cl1ent-s3cret|RELAYTOKEN|Ann Lee|Main St|5550100/)
    }
  })
})
