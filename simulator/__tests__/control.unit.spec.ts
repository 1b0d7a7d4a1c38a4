import type { Simulator } from "../index"
import { parcel, request, shipLine, startWithSeller, type TestSeller } from "./test-seller"

const LINE = { sku: "MUG-1", quantity: 2, price: 10 }

let simulator: Simulator
let seller: TestSeller

beforeEach(async () => {
  ;({ simulator, seller } = await startWithSeller())
})
afterEach(() => simulator.close())

function control(method: string, path: string, body?: unknown) {
  const headers = body === undefined ? {} : { "content-type": "application/json" }
  const text = body === undefined ? undefined : JSON.stringify(body)
  return request(simulator.url, method, path, headers, text)
}

describe("a simulated order", () => {
  it("needs nothing but lines, and has increasing ids that a reset does not repeat", async () => {
    const make = async () =>
      (await control("POST", "/v1/simulations/orders", { lines: [LINE] })).body
    const first = await make()
    await control("POST", "/__control/reset")
    const second = await make()
    for (const ids of [first, second]) {
      expect(ids.purchaseOrderId).toMatch(/^\d{15}$/)
      expect(ids.customerOrderId).toMatch(/^\d{15,16}$/)
    }
    expect(Number(second.purchaseOrderId)).toBeGreaterThan(Number(first.purchaseOrderId))
    const { order } = (await seller.get(`/v3/orders/${String(second.purchaseOrderId)}`)).body
    expect(order.shippingInfo).toMatchObject({
      methodCode: "Standard",
      postalAddress: { country: "USA" },
    })
  })

  it.each([
    [{}, "lines is missing"],
    [{ lines: [] }, "must not be empty"],
    [{ lines: [{ ...LINE, quantity: 0 }] }, "quantity"],
    [{ lines: [{ ...LINE, colour: "red" }] }, "not a documented field"],
    [{ lines: [{ ...LINE, shippedQuantity: 3 }] }, "more than quantity"],
    [{ lines: [LINE], status: "Lost" }, "status"],
    [{ lines: [LINE], orderedAt: "soon" }, "is not a time"],
    [{ lines: [{ ...LINE, lineNumber: "2" }, LINE, LINE] }, "comes twice"],
  ])("is refused when it is not understood: %j", async (body, text) => {
    const reply = await control("POST", "/v1/simulations/orders", body)
    expect(reply.status).toBe(400)
    expect(reply.text).toContain(text)
  })

  it("can start in any status, with tracking when shipped", async () => {
    for (const status of ["Created", "Acknowledged", "Shipped", "Delivered", "Cancelled"]) {
      const { purchaseOrderId } = simulator.control.createOrder({ lines: [LINE], status })
      expect(await seller.statuses(purchaseOrderId)).toBe(`${status} 2`)
    }
    const lines = [{ ...LINE, status: "Shipped", carrier: "FedEx", trackingNumber: "F1" }]
    const { purchaseOrderId } = simulator.control.createOrder({ lines })
    const { text } = await seller.get(`/v3/orders/${purchaseOrderId}`)
    expect(text).toContain('"trackingNumber":"F1"')
  })

  it("belongs to the seller of the token it was made with", async () => {
    const body = { lines: [LINE] }
    const made = await seller.call("POST", "/v1/simulations/orders", { body })
    expect((await seller.get(`/v3/orders/${String(made.body.purchaseOrderId)}`)).status).toBe(200)
  })

  it("can be delivered once it is shipped", async () => {
    const lines = [{ ...LINE, shippedQuantity: 1 }]
    const { purchaseOrderId } = simulator.control.createOrder({ lines })
    const path = `/v1/simulations/${purchaseOrderId}/deliver`
    expect((await control("POST", path)).status).toBe(200)
    expect(await seller.statuses(purchaseOrderId)).toBe("Acknowledged 1, Delivered 1")
    expect((await control("POST", path)).status).toBe(400)
  })
})

describe("the control API", () => {
  it("changes orders as if it were done elsewhere, and says so in the ledger", async () => {
    const { purchaseOrderId } = simulator.control.createOrder({ lines: [LINE, LINE] })
    const path = `/__control/orders/${purchaseOrderId}`
    await control("POST", `${path}/acknowledge`)
    const one = [{ lineNumber: "1", quantity: 1 }]
    await control("POST", `${path}/ship`, { lines: one, carrier: "UPS", trackingNumber: "T1" })
    await control("POST", `${path}/cancel`, { lines: [{ lineNumber: "2" }] })
    expect(await seller.statuses(purchaseOrderId, "1")).toBe("Acknowledged 1, Shipped 1")
    expect(await seller.statuses(purchaseOrderId, "2")).toBe("Cancelled 2")
    const ledger = await control("GET", `/__control/ledger?purchaseOrderId=${purchaseOrderId}`)
    expect(ledger.body).toMatchObject([
      { effect: "acknowledged", by: "elsewhere", lineNumber: "1", quantity: 2 },
      { effect: "acknowledged", by: "elsewhere", lineNumber: "2", quantity: 2 },
      { effect: "shipped", by: "elsewhere", quantity: 1, carrier: "UPS", trackingNumber: "T1" },
      { effect: "cancelled", by: "elsewhere", lineNumber: "2", quantity: 2 },
    ])
    const raw = await control("GET", path)
    expect(raw.body.lines[0].statuses[1]).toMatchObject({ status: "Shipped", quantity: 1 })
  })

  it("lists every request that was seen, without secrets, by path or order", async () => {
    const { purchaseOrderId } = simulator.control.createOrder({ lines: [LINE] })
    await seller.acknowledge(purchaseOrderId)
    const parcels = [parcel("1")]
    await seller.ship(purchaseOrderId, [shipLine("1", parcels)])
    const all = await control("GET", "/__control/requests")
    expect(all.text).not.toContain("demo-secret")
    const mine = await control("GET", `/__control/requests?purchaseOrderId=${purchaseOrderId}`)
    expect(mine.body).toMatchObject([
      { method: "POST", status: 200, correlationId: expect.any(String), fault: null },
      { method: "POST", status: 200, request: { orderShipment: expect.any(Object) } },
    ])
    const tokens = await control("GET", "/__control/requests?path=/v3/token")
    expect(tokens.body).toHaveLength(1)
  })

  it("lets a cancel request lapse", async () => {
    const { purchaseOrderId } = simulator.control.createOrder({
      lines: [LINE],
      intentToCancel: true,
    })
    const path = `/__control/orders/${purchaseOrderId}/intent-to-cancel`
    const asked = async () =>
      (await seller.get(`/v3/orders/${purchaseOrderId}`)).body.order.orderLines.orderLine[0]
        .intentToCancel
    expect(await asked()).toBe("TRUE")
    await control("POST", path, { value: false })
    expect(await asked()).toBeNull()
  })

  it("refuses what it does not know", async () => {
    expect((await control("GET", "/__control/health")).body.ok).toBe(true)
    expect((await control("POST", "/__control/nothing")).status).toBe(404)
    expect((await control("POST", "/__control/options", { nothing: 1 })).status).toBe(400)
    expect((await control("POST", "/__control/options", { pageSizeMax: 0 })).status).toBe(400)
    const limits = { "orders.ship": { capacity: 1, perMinute: 1 } }
    expect((await control("POST", "/__control/rate-limits", limits)).status).toBe(400)
    expect((await control("POST", "/__control/orders/1/cancel")).status).toBe(404)
  })
})

it.each(["constructor", "__proto__", "toString"])(
  "knows no action %s of an order",
  async (name) => {
    const path = `/__control/orders/123456789012345/${name}`
    expect(await control("POST", path, {})).toMatchObject({ status: 404 })
  }
)
