import { cancelLine, orderIds, parcel, refusalText, sharedSeller, shipLine } from "./test-seller"

const shared = sharedSeller()

const of = (market: string) => ({ WM_MARKET: market, WM_GLOBAL_VERSION: "3.1" })

function create(market: string, more: object = {}): string {
  const lines = [{ sku: "MUG-1", quantity: 2, price: 10 }]
  return shared.simulator.control.createOrder({ lines, market, ...more }).purchaseOrderId
}

function call(market: string, target: string, body?: unknown) {
  const [method, path] = target.split(" ")
  return shared.seller.call(method, path, { body, headers: of(market) })
}

const write = (market: string, id: string, name: string, body?: unknown) =>
  call(market, `POST /v3/orders/${id}/${name}`, body)

function acknowledgement(amount: string, more: object = {}) {
  const statusQuantity = { unitOfMeasurement: "EACH", amount }
  const orderLineStatus = [{ status: "Acknowledged", statusQuantity }]
  const line = { lineNumber: "1", orderLineStatuses: { orderLineStatus }, ...more }
  return { orderAcknowledgement: { orderLines: { orderLine: [line] } } }
}

function shipment(carrierName: object, more: object = {}, tracking: object = {}) {
  const line = shipLine("1", [parcel("1", { carrierName, ...tracking })], more)
  return { orderShipment: { orderLines: { orderLine: [line] } } }
}

const cancellation = (reason: string) => ({
  orderCancellation: { orderLines: { orderLine: [cancelLine("1", "1", reason)] } },
})

describe("a call", () => {
  it.each([
    [{ WM_MARKET: "CA", WM_GLOBAL_VERSION: "3.1" }, "WM_MARKET"],
    [{ WM_MARKET: "ca" }, "WM_GLOBAL_VERSION"],
    [{ WM_MARKET: "us", WM_GLOBAL_VERSION: "3.0" }, "WM_GLOBAL_VERSION"],
  ])("is refused with %j (G13)", async (headers, text) => {
    const reply = await shared.seller.call("GET", "/v3/orders", { headers })
    expect(reply.status).toBe(400)
    expect(refusalText(reply)).toContain(text)
  })

  it("sees the orders of its market only, in the market's currency (G13, R11)", async () => {
    const [us, ca, mx, cl] = ["us", "ca", "mx", "cl"].map((market) => create(market))
    expect(orderIds(await shared.seller.get("/v3/orders"))).toEqual([us])
    const markets = [
      ["ca", ca, "CAD", "CAN"],
      ["mx", mx, "MXN", "MEX"],
      ["cl", cl, "CLP", "CHL"],
    ]
    for (const [market, id, currency, country] of markets) {
      expect(orderIds(await call(market, "GET /v3/orders"))).toEqual([id])
      const { text } = await call(market, `GET /v3/orders/${id}`)
      expect(text).toContain(`"currency":"${currency}"`)
      expect(text).toContain(`"country":"${country}"`)
      expect((await call(market, `GET /v3/orders/${us}`)).status).toBe(404)
      expect((await shared.seller.get(`/v3/orders/${id}`)).status).toBe(404)
    }
  })

  it.each([
    ["us", "POST /v3/orders/1/acknowledgeLines"],
    ["mx", "POST /v3/orders/1/acknowledge"],
    ["mx", "POST /v3/orders/1/refund"],
    ["cl", "POST /v3/orders/1/refund"],
    ["ca", "POST /v3/returns/1/refund"],
    ["cl", "POST /v3/returns/1/refund"],
    ["mx", "GET /v3/orders/released"],
    ["ca", "GET /v3/webhooks/subscriptions"],
    ["ca", "GET /v3/insights/performance/otd/summary"],
  ])("of %s is refused where it is not offered: %s (G13)", async (market, target) => {
    const reply = await call(market, target)
    expect(reply.status).toBe(400)
    expect(refusalText(reply)).toContain(`not offered in ${market}`)
  })

  it("sorts by the expected ship date in Canada (R17)", async () => {
    const now = Date.now()
    const late = create("ca", { shipBy: now + 2000 })
    const soon = create("ca", { shipBy: now + 1000 })
    const sorted = await call("ca", "GET /v3/orders?sortBy=estimatedShipDate")
    expect(orderIds(sorted)).toEqual([soon, late])
  })
})

describe("a return", () => {
  const back = (market: string, price = 10) => {
    const lines = [{ sku: "MUG-1", quantity: 2, price, tax: 1 }]
    const purchaseOrderId = create(market, { lines, status: "Shipped" })
    const control = shared.simulator.control
    const made = control.run("POST", "returns", { lines: [{ purchaseOrderId }] })
    return { purchaseOrderId, ...(made as { returnOrderId: string; customerOrderId: string }) }
  }
  const shown = async (market: string, id: string) =>
    (await call(market, `GET /v3/returns?returnOrderId=${id}`)).body.returnOrders[0]

  const receipt = (amount: unknown, status = "Received", lineNumber: unknown = "1") => {
    const statusQuantity = { unitOfMeasurement: "EACH", amount }
    const orderLineStatuses = { orderLineStatus: [{ status, statusQuantity }] }
    return { orderLines: { orderLine: [{ lineNumber, orderLineStatuses }] } }
  }

  it("is refunded in Mexico by what was received, and does not show parts (E9, E10)", async () => {
    const { returnOrderId: id, customerOrderId, purchaseOrderId } = back("mx")
    const refund = (orderRefund: unknown) =>
      call("mx", `POST /v3/returns/${id}/refund`, { customerOrderId, orderRefund })
    expect(await shown("mx", id)).toMatchObject({
      returnOrderLines: [
        {
          ...{ returnOrderLineNumber: "1", status: "Initiated" },
          quantity: { unitOfMeasurement: "EACH", amount: "2" },
          refundAmount: { currency: "MXN", amount: "11" },
        },
      ],
    })
    const refused = [
      receipt(2),
      receipt("3"),
      receipt("0"),
      receipt("1", "Shipped"),
      receipt("1", "Received", "2"),
      {},
    ]
    for (const one of refused) expect((await refund(one)).status).toBe(400)
    expect((await refund(receipt("1"))).status).toBe(202)
    expect((await shown("mx", id)).returnOrderLines[0].status).toBe("Initiated")
    expect((await refund(receipt("1"))).status).toBe(202)
    expect((await shown("mx", id)).returnOrderLines[0].status).toBe("Completed")
    const refunds = shared.simulator.control.ledger(purchaseOrderId)
    expect(refunds.map(({ amount }) => amount)).toEqual([5.5, 5.5])
  })

  it("is not refunded in Mexico with the body of the US (E9)", async () => {
    const { returnOrderId: id, customerOrderId } = back("mx")
    const refundLines = [{ returnOrderLineNumber: 1 }]
    const reply = await call("mx", `POST /v3/returns/${id}/refund`, {
      customerOrderId,
      refundLines,
    })
    expect(reply.status).toBe(400)
  })

  it("that was canceled says so by its status in Canada and Mexico (E10, E11)", async () => {
    for (const [market, status] of [
      ["ca", "CANCELLED"],
      ["mx", "Cancelled"],
      ["cl", "COMPLETED"],
    ]) {
      const { returnOrderId: id } = back(market)
      shared.simulator.control.run("POST", `returns/${id}/cancel`, {})
      expect((await shown(market, id)).returnOrderLines[0].status).toBe(status)
    }
  })

  it("gives back whole pesos in Chile (E11)", async () => {
    const { returnOrderId: id, purchaseOrderId } = back("cl", 10_000)
    for (let time = 0; time < 2; time++)
      shared.simulator.control.run("POST", `returns/${id}/refund`, { quantity: 1 })
    const refunds = shared.simulator.control.ledger(purchaseOrderId)
    expect(refunds.map(({ amount }) => amount)).toEqual([5001, 5000])
  })
})

describe("acknowledging lines", () => {
  it.each(["ca", "mx", "cl"])("takes whole lines, again without effect, in %s (A3)", async (of) => {
    const id = create(of)
    for (let time = 0; time < 2; time++) {
      const reply = await write(of, id, "acknowledgeLines", acknowledgement("2"))
      expect(reply.status).toBe(200)
      expect(reply.text).toContain('"status":"Acknowledged"')
    }
    expect(shared.simulator.control.ledger(id)).toMatchObject([
      { effect: "acknowledged", by: "seller_api", quantity: 2 },
    ])
  })

  it.each([
    ["a part of a line", acknowledgement("1")],
    ["no body, as in the US", undefined],
    ["an unknown field", acknowledgement("2", { sellerOrderId: "1" })],
    ["a body without its lines", { orderAcknowledgement: {} }],
  ])("is refused with %s (A3)", async (_name, body) => {
    const id = create("mx")
    expect((await write("mx", id, "acknowledgeLines", body)).status).toBe(400)
  })

  it("is refused when the line has passed it (A3)", async () => {
    const id = create("ca", { status: "Shipped" })
    expect((await write("ca", id, "acknowledgeLines", acknowledgement("2"))).status).toBe(400)
  })
})

describe("shipping", () => {
  const from = { shipFromCountry: "CA" }
  const url = { trackingURL: "https://acme.example/1" }

  it.each<[string, number, object, object?, object?]>([
    ["ca", 200, { carrier: "CANPAR" }, from],
    ["ca", 400, { carrier: "CANPAR" }],
    ["ca", 400, { carrier: "OnTrac" }, from],
    ["ca", 200, { otherCarrier: "OnTrac" }, from, url],
    ["mx", 200, { carrier: "Estafeta" }],
    ["mx", 200, { carrier: "PEXP" }],
    ["mx", 400, { carrier: "PaqueteExpress" }],
    ["mx", 400, { carrier: "USPS" }],
    ["mx", 400, { carrier: "Estafeta" }, from],
    ["cl", 200, { carrier: "Chilexpress" }],
    ["us", 400, { carrier: "UPS" }, from],
    ["us", 400, { carrier: "CANPAR" }],
  ])(
    "of %s is answered with %i (S9): %j %j",
    async (market, status, carrier, more = {}, tracking = {}) => {
      const id = create(market, { status: "Acknowledged" })
      expect((await write(market, id, "shipping", shipment(carrier, more, tracking))).status).toBe(
        status
      )
    }
  )
})

describe("cancelling", () => {
  it.each([
    ["ca", 200, "CANCEL_BY_SELLER"],
    ["ca", 400, "CUSTOMER_REQUESTED_SELLER_TO_CANCEL"],
    ["ca", 400, "SELLER_CANCEL_OUT_OF_STOCK"],
    ["mx", 200, "MIRAKL_REFUND_15"],
    ["mx", 400, "CANCEL_BY_SELLER"],
    ["cl", 200, "AGOTADO"],
    ["cl", 400, "SELLER_REJECTION"],
    ["us", 400, "CANCEL_BY_SELLER"],
  ])("of %s is answered with %i for %s (C1)", async (market, status, reason) => {
    const id = create(market, { status: "Acknowledged" })
    expect((await write(market, id, "cancel", cancellation(reason))).status).toBe(status)
  })
})

describe("a refund", () => {
  it.each([
    ["CAD", 200],
    ["USD", 400],
  ])("of Canada in %s is answered with %i (F4)", async (currency, status) => {
    const purchaseOrderId = create("ca", { status: "Shipped" })
    const chargeAmount = { currency, amount: -2 }
    const charge = { chargeType: "PRODUCT", chargeName: "ItemPrice", chargeAmount }
    const refundCharge = [{ refundReason: "DamagedItem", charge }]
    const line = { lineNumber: "1", refunds: { refund: [{ refundCharges: { refundCharge } }] } }
    const body = { orderRefund: { purchaseOrderId, orderLines: { orderLine: [line] } } }
    expect((await write("ca", purchaseOrderId, "refund", body)).status).toBe(status)
  })
})
