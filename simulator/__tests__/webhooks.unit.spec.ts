import { createHmac } from "node:crypto"
import { createServer, type IncomingHttpHeaders, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { Simulator } from "../index"
import { request, startWithSeller, type TestSeller } from "./test-seller"

interface Received {
  headers: IncomingHttpHeaders
  text: string
}

let simulator: Simulator
let seller: TestSeller
let shop: Server
let eventUrl: string
let received: Received[]
let shopStatus: number
let shopAnswer: string

beforeEach(async () => {
  ;({ simulator, seller } = await startWithSeller())
  received = []
  shopStatus = 200
  shopAnswer = ""
  shop = createServer((request, response) => {
    let text = ""
    request.on("data", (chunk) => (text += chunk))
    request.on("end", () => {
      received.push({ headers: request.headers, text })
      response.writeHead(shopStatus).end(shopAnswer)
    })
  })
  await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve))
  eventUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/hooks`
})
afterEach(async () => {
  await simulator.close()
  await new Promise((resolve) => shop.close(resolve))
})

const HMAC = { authMethod: "HMAC", authHeaderName: "X-Wm-Sig", clientSecret: "s3cret" }

function event(more: object = {}) {
  return {
    eventType: "ORDER_UPDATES",
    eventVersion: "V1",
    resourceName: "ORDER",
    eventUrl,
    status: "ACTIVE",
    ...more,
  }
}

async function subscribe(more: object = {}): Promise<string> {
  const body = { events: [event(more)] }
  const reply = await seller.call("POST", "/v3/webhooks/subscriptions", { body })
  expect(reply.status).toBe(200)
  return String(reply.body.event[0].subscriptionId)
}

function create(): string {
  const lines = [{ sku: "MUG-1", quantity: 1, price: 10 }]
  return simulator.control.createOrder({ lines }).purchaseOrderId
}

async function arrived(count: number): Promise<Received[]> {
  while (received.length < count) await new Promise((resolve) => setImmediate(resolve))
  return received
}

describe("subscriptions", () => {
  it("can be made, listed, changed and deleted, and never show a secret (H1)", async () => {
    const id = await subscribe({ authDetails: HMAC })
    const path = `/v3/webhooks/subscriptions/${id}`
    const list = await seller.get("/v3/webhooks/subscriptions?eventType=ORDER_UPDATES")
    expect(list.body.events[0].event[0]).toMatchObject({ subscriptionId: id, status: "ACTIVE" })
    expect(list.text).not.toContain("s3cret")
    const change = await seller.call("PATCH", path, { body: { status: "INACTIVE" } })
    expect(change.body.event[0]).toMatchObject({ subscriptionId: id, status: "INACTIVE" })
    const active = await seller.get("/v3/webhooks/subscriptions?status=ACTIVE")
    expect(active.body.events[0].event).toEqual([])
    expect((await seller.call("DELETE", path)).status).toBe(200)
    expect((await seller.call("DELETE", path)).status).toBe(404)
  })

  it.each([
    ["a retired event type", { eventType: "PO_CREATED" }],
    ["another resource", { resourceName: "RETURNS" }],
    ["no address", { eventUrl: "shop" }],
    ["an unknown status", { status: "active" }],
    ["HMAC without its secret", { authDetails: { authMethod: "HMAC", authHeaderName: "x" } }],
    ["OAUTH without its address", { authDetails: { ...HMAC, authMethod: "OAUTH" } }],
    ["an unknown field", { colour: "red" }],
  ])("are refused with %s (H1)", async (_name, more) => {
    const body = { events: [event(more)] }
    const reply = await seller.call("POST", "/v3/webhooks/subscriptions", { body })
    expect(reply.status).toBe(400)
  })

  it("offer their event types (H1)", async () => {
    const { body } = await seller.get("/v3/webhooks/eventTypes")
    expect(body.eventTypes[0]).toMatchObject({ eventType: "ORDER_UPDATES", resourceName: "ORDER" })
  })
})

describe("delivery", () => {
  it("tells of new orders, cancel requests and Walmart's cancellations, not of own writes (H2)", async () => {
    await subscribe()
    const id = create()
    await arrived(1)
    await seller.acknowledge(id)
    simulator.control.run("POST", `orders/${id}/intent-to-cancel`)
    await arrived(2)
    simulator.control.run("POST", `orders/${id}/cancel`, { subEventType: "FRAUD_CANCEL" })
    await arrived(3)
    const events = received.map(({ text }) => JSON.parse(text))
    expect(events.map(({ payload }) => payload.meta.subEventType)).toEqual([
      "PO_CREATED",
      "INTENT_TO_CANCEL",
      "FRAUD_CANCEL",
    ])
    expect(events[0]).toMatchObject({
      source: { eventType: "ORDER_UPDATES", eventId: expect.any(String) },
      payload: { order: { purchaseOrderId: id } },
    })
  })

  it("goes to active subscriptions only, and is not repeated after a failure (H2)", async () => {
    await subscribe({ status: "INACTIVE" })
    await subscribe()
    shopStatus = 500
    create()
    create()
    await arrived(2)
    const deliveries = () => simulator.control.run("GET", "deliveries")
    const failed = [{ status: 500 }, { status: 500 }]
    while (JSON.stringify(deliveries()).includes('"status":0')) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(deliveries()).toMatchObject(failed)
  })

  it("is signed over the raw body, in base64 or hex (H3)", async () => {
    await subscribe({ authDetails: HMAC })
    const sign = (text: string) => createHmac("sha256", "s3cret").update(text)
    create()
    const [first] = await arrived(1)
    expect(first.headers["x-wm-sig"]).toBe(sign(first.text).digest("base64"))
    simulator.control.run("POST", "options", { hmacEncoding: "hex", subEventTypeAtPayload: true })
    create()
    const [, second] = await arrived(2)
    expect(second.headers["x-wm-sig"]).toBe(sign(second.text).digest("hex"))
    expect(JSON.parse(second.text).payload.subEventType).toBe("PO_CREATED")
  })

  it("carries user and password, bare or after Basic (H3)", async () => {
    const auth = {
      authMethod: "BASIC_AUTH",
      authHeaderName: "X-Auth",
      userName: "u",
      password: "p",
    }
    await subscribe({ authDetails: auth })
    const pair = Buffer.from("u:p").toString("base64")
    create()
    expect((await arrived(1))[0].headers["x-auth"]).toBe(pair)
    simulator.control.run("POST", "options", { basicPrefix: true })
    create()
    expect((await arrived(2))[1].headers["x-auth"]).toBe(`Basic ${pair}`)
  })

  it("is tried again until it is taken or the attempts are used up (H2)", async () => {
    await subscribe()
    simulator.control.run("POST", "options", { webhookAttempts: 3 })
    shopStatus = 500
    create()
    const events = (await arrived(3)).map(({ text }) => JSON.parse(text).source.eventId)
    expect(new Set(events).size).toBe(1)
    shopStatus = 200
    const options = () => simulator.control.run("POST", "options", { webhookAttempts: 4 })
    expect(options).toThrow("is wrong")
  })

  it("carries the token that the shop gives out (H5)", async () => {
    const authDetails = {
      authMethod: "OAUTH",
      authHeaderName: "Authorization",
      authUrl: eventUrl,
      clientId: "walmart",
      clientSecret: "s3cret",
    }
    await subscribe({ authDetails })
    shopAnswer = JSON.stringify({ access_token: "T1", token_type: "Bearer", expires_in: 60 })
    create()
    const [token, first] = await arrived(2)
    expect(token.text).toBe("grant_type=client_credentials")
    const pair = Buffer.from("walmart:s3cret").toString("base64")
    expect(token.headers.authorization).toBe(`Basic ${pair}`)
    expect(first.headers.authorization).toBe("Bearer T1")
    create()
    expect((await arrived(3))[2].headers.authorization).toBe("Bearer T1")
    simulator.control.run("POST", "time", { advanceMs: 61_000 })
    shopAnswer = "no token"
    const id = create()
    await arrived(4)
    const send = { purchaseOrderId: id, subEventType: "PO_CREATED" }
    expect(await simulator.control.run("POST", "webhooks/deliver", send)).toMatchObject({
      statuses: [0],
    })
  })

  it("can be repeated, late and of an order that is not there, by the control API", async () => {
    const subscriptionId = await subscribe()
    const event = { purchaseOrderId: "123", subEventType: "FRAUD_CANCEL", eventId: "e1" }
    const body = { subscriptionId, ...event, repeat: 2, at: "2026-01-01T00:00:00.000Z" }
    const headers = { "content-type": "application/json" }
    const send = (what: object) =>
      request(simulator.url, "POST", "/__control/webhooks/deliver", headers, JSON.stringify(what))
    expect((await send(body)).body).toEqual({ eventId: "e1", statuses: [200, 200] })
    shopStatus = 404
    const unsigned = { url: eventUrl, ...event }
    expect((await send({ ...unsigned, authDetails: HMAC })).body.statuses).toEqual([404])
    expect(received.map(({ text }) => JSON.parse(text))).toMatchObject(
      [...Array<string>(2).fill("2026-01-01T00:00:00.000Z"), expect.any(String)].map(
        (eventTime) => ({
          source: { eventId: "e1", eventTime },
          payload: { meta: { subEventType: "FRAUD_CANCEL" }, order: { purchaseOrderId: "123" } },
        })
      )
    )
    expect(received[2].headers["x-wm-sig"]).toBeDefined()
    for (const wrong of [event, { ...unsigned, url: "shop" }, { ...event, subscriptionId: "no" }]) {
      expect([400, 404]).toContain((await send(wrong)).status)
    }
  })

  it("announces a listing that runs out, once", async () => {
    await subscribe({ eventType: "INVENTORY_OOS", resourceName: "INVENTORY" })
    for (const amount of [3, 0, 0]) {
      simulator.control.run("POST", "inventory", { sku: "MUG-1", amount })
    }
    const [first] = await arrived(1)
    expect(JSON.parse(first.text)).toMatchObject({
      source: { eventType: "INVENTORY_OOS" },
      payload: { sku: "MUG-1", shipNode: "1000001" },
    })
    expect(simulator.control.run("GET", "deliveries")).toHaveLength(1)
  })

  it("announces a return that a customer starts, once (H7)", async () => {
    await subscribe({ eventType: "RETURN_CREATED", resourceName: "RETURNS" })
    const lines = [{ sku: "MUG-1", quantity: 1, price: 10 }]
    const { purchaseOrderId } = simulator.control.createOrder({ lines, status: "Shipped" })
    const made = simulator.control.run("POST", "returns", { lines: [{ purchaseOrderId }] })
    const [first] = await arrived(1)
    expect(JSON.parse(first.text)).toMatchObject({
      source: { eventType: "RETURN_CREATED" },
      payload: { returnOrderId: (made as { returnOrderId: string }).returnOrderId },
    })
    expect(simulator.control.run("GET", "deliveries")).toHaveLength(1)
  })

  it("can be tried out beforehand (H4)", async () => {
    const { status: _unused, ...body } = event()
    const test = () => seller.call("POST", "/v3/webhooks/test", { body })
    expect((await test()).body).toEqual({ message: "Eventurl successfully validated" })
    shopStatus = 404
    expect((await test()).status).toBe(400)
  })
})
