import type { Simulator } from "../index"
import { refusalText, startWithSeller, TestSeller } from "./test-seller"

let simulator: Simulator
let seller: TestSeller

beforeEach(async () => {
  ;({ simulator, seller } = await startWithSeller())
})
afterEach(() => simulator.close())

describe("the token", () => {
  it("is issued for the right key pair and lives 900 seconds (T1, G3)", async () => {
    const { status, body } = await seller.fetchToken()
    expect(status).toBe(200)
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 900 })
    expect((await seller.get("/v3/orders")).status).toBe(200)
    simulator.control.run("POST", "time", { advanceMs: 899_000 })
    expect((await seller.get("/v3/orders")).status).toBe(200)
    simulator.control.run("POST", "time", { advanceMs: 2_000 })
    const late = await seller.get("/v3/orders")
    expect(late.status).toBe(401)
    expect(refusalText(late)).toContain("UNAUTHORIZED.GMP_GATEWAY_API")
  })

  it("is refused with 400 for wrong credentials (T2)", async () => {
    const stranger = new TestSeller(simulator.url, "demo-client", "wrong")
    expect((await stranger.fetchToken()).status).toBe(400)
  })

  it.each([
    ["another grant", { body: "grant_type=refresh_token" }, 400],
    ["an unknown field", { body: "grant_type=client_credentials&scope=all" }, 400],
    ["a JSON body", { body: "{}", headers: { "content-type": "application/json" } }, 415],
    ["no Authorization", { headers: { authorization: undefined } }, 401],
  ])("is refused for %s (T1)", async (_name, options, status) => {
    expect((await seller.fetchToken(options)).status).toBe(status)
  })

  it("tells its expiry and scopes (T3)", async () => {
    simulator.control.run("POST", "credentials", {
      clientId: "viewer",
      clientSecret: "s",
      scopes: { orders: "view_only" },
    })
    const viewer = new TestSeller(simulator.url, "viewer", "s")
    const { body } = await viewer.get("/v3/token/detail")
    expect(Number(body.expire_at) - Number(body.issued_at)).toBe(900_000)
    expect(body.scopes).toMatchObject({ orders: "view_only", inventory: "full_access" })
  })
})

describe("every call", () => {
  it.each([
    ["no token", { "WM_SEC.ACCESS_TOKEN": undefined }, 401],
    ["an unknown token", { "WM_SEC.ACCESS_TOKEN": "nonsense" }, 401],
    ["Authorization: Bearer", { authorization: "Bearer x" }, 401],
    ["no correlation id", { "WM_QOS.CORRELATION_ID": undefined }, 400],
    ["no service name", { "WM_SVC.NAME": undefined }, 400],
    ["Accept: application/xml", { accept: "application/xml" }, 406],
    ["Accept: */*", { accept: "*/*" }, 406],
  ])("is refused with %s (G1, G2, G4, G6)", async (_name, headers, status) => {
    expect((await seller.call("GET", "/v3/orders", { headers })).status).toBe(status)
  })

  it("is refused when its correlation id was used before, even by a refused call (G5)", async () => {
    const headers = { "WM_QOS.CORRELATION_ID": "the-same", accept: "text/plain" }
    expect((await seller.call("GET", "/v3/orders", { headers })).status).toBe(406)
    const again = { "WM_QOS.CORRELATION_ID": "the-same" }
    const reply = await seller.call("GET", "/v3/orders", { headers: again })
    expect(reply.status).toBe(400)
    expect(refusalText(reply)).toContain("was used for another call")
  })

  it("is refused with a body that is no JSON, too large, or of another type (G7)", async () => {
    const path = "/v3/orders/1/cancel"
    const call = (body: string, type = "application/json") =>
      seller.call("POST", path, { body, headers: { "content-type": type } })
    expect((await call("{")).status).toBe(400)
    expect((await call("<x/>", "application/xml")).status).toBe(415)
    expect((await call(JSON.stringify("x".repeat(1_100_000)))).status).toBe(413)
  })

  it("needs the scope; view_only reads but does not write (G8)", async () => {
    const { purchaseOrderId } = simulator.control.createOrder({
      sellerId: "seller-viewer",
      lines: [{ sku: "MUG-1", quantity: 1, price: 10 }],
    })
    const scopes = { orders: "view_only", inventory: "no_access" }
    const key = { clientId: "viewer", clientSecret: "s", scopes }
    simulator.control.run("POST", "credentials", key)
    const viewer = new TestSeller(simulator.url, "viewer", "s")
    expect((await viewer.get(`/v3/orders/${purchaseOrderId}`)).status).toBe(200)
    const write = await viewer.acknowledge(purchaseOrderId)
    expect(write.status).toBe(403)
    expect(refusalText(write)).toContain("FORBIDDEN.GMP_GATEWAY_API")
    expect((await viewer.get("/v3/inventory?sku=MUG-1")).status).toBe(403)
  })

  it("answers 404 for an unknown path and 405 for a wrong method (G9)", async () => {
    expect((await seller.get("/v3/orders/1/acknowledge/x")).status).toBe(404)
    expect((await seller.get("/v3/orders/1/acknowledge")).status).toBe(405)
  })

  it("gets errors in the shape of its source, or in the one that was forced (G12)", async () => {
    expect((await seller.get("/v3/orders/1")).body.errors.error[0].severity).toBe("ERROR")
    expect((await seller.get("/v3/inventory?sku=NO")).body.error[0].severity).toBe("ERROR")
    simulator.control.run("POST", "options", { errorShape: "C" })
    expect((await seller.get("/v3/orders/1")).body.errors[0].message).toContain(
      "could not be found"
    )
    simulator.control.run("POST", "options", { errorShape: "B" })
    expect((await seller.get("/v3/orders/1")).body.error[0].code).toContain("CONTENT_NOT_FOUND")
  })
})

describe("rate limits", () => {
  it("are the published ones, told on every answer (G10, G11)", async () => {
    const list = await seller.get("/v3/orders")
    expect(list.headers.get("x-current-token-count")).toBe("4999")
    const wait = Number(list.headers.get("x-next-replenish-time")) - Date.now()
    expect(wait).toBeLessThan(1000)
    const released = await seller.get("/v3/orders/released")
    expect(released.headers.get("x-current-token-count")).toBe("59")
    const unknown = await seller.acknowledge("1")
    expect(unknown.headers.get("x-current-token-count")).toBe("59")
    const refused = await seller.call("GET", "/v3/orders", { headers: { accept: "text/xml" } })
    expect(refused.headers.get("x-current-token-count")).not.toBeNull()
  })

  it("refuse with 429 before anything is applied, per endpoint and seller, and refill with time (G11)", async () => {
    const lines = [{ sku: "MUG-1", quantity: 1, price: 10 }]
    const { purchaseOrderId } = simulator.control.createOrder({ lines })
    simulator.control.run("POST", "rate-limits", {
      "orders.acknowledge": { capacity: 1, perMinute: 1 },
    })
    await seller.acknowledge("unknown")
    const refused = await seller.acknowledge(purchaseOrderId)
    expect(refused.status).toBe(429)
    expect(refusalText(refused)).toContain("REQUEST_THRESHOLD_VIOLATED.GMP_GATEWAY_API")
    expect(refused.headers.get("x-current-token-count")).toBe("0")
    expect(simulator.control.ledger()).toEqual([])
    expect((await seller.get("/v3/orders")).status).toBe(200)
    simulator.control.run("POST", "credentials", { clientId: "other", clientSecret: "s" })
    const other = new TestSeller(simulator.url, "other", "s")
    expect((await other.acknowledge(purchaseOrderId)).status).toBe(404)
    simulator.control.run("POST", "time", { advanceMs: 60_000 })
    expect((await seller.acknowledge(purchaseOrderId)).status).toBe(200)
  })

  it("can be switched off", async () => {
    simulator.control.run("POST", "rate-limits", { "orders.get": { capacity: 0, perMinute: 0 } })
    expect((await seller.get("/v3/orders/1")).status).toBe(429)
    simulator.control.run("POST", "rate-limits", { off: true })
    expect((await seller.get("/v3/orders/1")).status).toBe(404)
  })
})
