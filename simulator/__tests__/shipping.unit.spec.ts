import { parcel, refusalText, shipLine, sharedSeller, statusesOf } from "./test-seller"

const HOUR_MS = 3_600_000

const walmart = sharedSeller()

function create(quantity = 1, more: object = {}, line: object = {}): string {
  const lines = [{ sku: "MUG-1", quantity, price: 10, ...line }]
  return walmart.simulator.control.createOrder({ status: "Acknowledged", lines, ...more })
    .purchaseOrderId
}

function createLines(count: number): string {
  const lines = Array.from({ length: count }, (_, n) => ({ sku: `S-${n}`, quantity: 1, price: 1 }))
  return walmart.simulator.control.createOrder({ status: "Acknowledged", lines }).purchaseOrderId
}

async function expectRefused(id: string, lines: unknown[], text: string, more: object = {}) {
  const before = walmart.simulator.control.ledger().length
  const reply = await walmart.seller.ship(id, lines, more)
  expect(reply.status).toBe(400)
  expect(refusalText(reply)).toContain(text)
  expect(walmart.simulator.control.ledger()).toHaveLength(before)
}

describe("acknowledging", () => {
  it("moves the whole order, may be repeated, and takes no body (A1)", async () => {
    const id = create(3, { status: "Created" })
    const reply = await walmart.seller.acknowledge(id)
    expect(reply.status).toBe(200)
    expect(statusesOf(reply.body)).toBe("Acknowledged 3")
    expect((await walmart.seller.acknowledge(id)).status).toBe(200)
    const path = `/v3/orders/${id}/acknowledge`
    expect((await walmart.seller.call("POST", path, { body: [] })).status).toBe(200)
    expect((await walmart.seller.call("POST", path, { body: { lines: [1] } })).status).toBe(400)
    expect(walmart.simulator.control.ledger(id)).toMatchObject([
      { effect: "acknowledged", by: "seller_api", lineNumber: "1", quantity: 3, sku: "MUG-1" },
    ])
  })

  it.each(["Shipped", "Delivered", "Cancelled"])(
    "is refused with %s quantity (A2)",
    async (status) => {
      const lines = [
        { sku: "A", quantity: 1, price: 1 },
        { sku: "B", quantity: 1, price: 1, status },
      ]
      const { purchaseOrderId } = walmart.simulator.control.createOrder({ lines })
      const reply = await walmart.seller.acknowledge(purchaseOrderId)
      expect(reply.status).toBe(400)
      expect(refusalText(reply)).toContain("Some or all qty in higher status")
    }
  )

  it("is refused, as all writes are, for an order Walmart fulfills (W4)", async () => {
    const id = create(1, { shipNodeType: "WFSFulfilled", status: undefined })
    expect(await walmart.seller.statuses(id)).toBe("Acknowledged 1")
    expect((await walmart.seller.acknowledge(id)).status).toBe(400)
    await expectRefused(id, [shipLine("1", [parcel("1")])], "fulfilled by Walmart")
  })
})

describe("shipping", () => {
  it("splits the line, keeps the tracking and answers the whole order (W6, S8)", async () => {
    const id = create(3)
    const other = { otherCarrier: "Acme Parcel" }
    const second = {
      carrierName: other,
      trackingNumber: "AC1",
      trackingURL: "https://acme.example/1",
    }
    const reply = await walmart.seller.ship(id, [shipLine("1", [parcel("1"), parcel("1", second)])])
    expect(reply.status).toBe(200)
    expect(statusesOf(reply.body)).toBe("Acknowledged 1, Shipped 1, Shipped 1")
    const line = reply.body.order.orderLines.orderLine[0]
    expect(line.sellerOrderId).toBe("M-1042")
    expect(line.orderLineStatuses.orderLineStatus[2].trackingInfo).toMatchObject({
      carrierName: { carrier: null, otherCarrier: "Acme Parcel" },
      trackingNumber: "AC1",
    })
    expect(walmart.simulator.control.ledger(id)).toMatchObject([
      { effect: "shipped", quantity: 1, carrier: "UPS", trackingNumber: "1Z999AA10123456784" },
      { effect: "shipped", quantity: 1, carrier: "Acme Parcel", trackingNumber: "AC1" },
    ])
  })

  it("applies a repeated partial shipment twice, then refuses the third (W5, S2)", async () => {
    const id = create(2)
    const lines = [shipLine("1", [parcel("1")])]
    expect((await walmart.seller.ship(id, lines)).status).toBe(200)
    expect((await walmart.seller.ship(id, lines)).status).toBe(200)
    expect(walmart.simulator.control.ledger(id)).toHaveLength(2)
    await expectRefused(id, lines, "is in SHIPPED status")
  })

  it.each([
    ["an integer quantity", shipLine("1", [parcel(1)])],
    ["a quantity of 0", shipLine("1", [parcel("0")])],
    ["a fraction", shipLine("1", [parcel("1.5")])],
    ["an ISO ship date", shipLine("1", [parcel("1", { shipDateTime: "2026-11-23T10:00:00Z" })])],
    ["an empty ship date", shipLine("1", [parcel("1", { shipDateTime: "" })])],
    ["a numeric line number", shipLine(1 as unknown as string, [parcel("1")])],
    ["an unknown field", shipLine("1", [parcel("1")], { comment: "x" })],
    ["an unknown tracking field", shipLine("1", [parcel("1", { carrier: "UPS" })])],
    ["no status entries", shipLine("1", [])],
    ["another status", shipLine("1", [parcel("1", {}, { status: "Delivered" })])],
    ["no tracking number", shipLine("1", [parcel("1", { trackingNumber: "" })])],
    ["a broken return address", shipLine("1", [parcel("1", {}, { returnCenterAddress: {} })])],
    ["no sellerOrderId", shipLine("1", [parcel("1")], { sellerOrderId: undefined })],
    ["a sellerOrderId of 31", shipLine("1", [parcel("1")], { sellerOrderId: "x".repeat(31) })],
    ["an unknown method", shipLine("1", [parcel("1", { methodCode: "Ground" })])],
    ["an unknown carrier", shipLine("1", [parcel("1", { carrierName: { carrier: "ups" } })])],
    ["no carrier", shipLine("1", [parcel("1", { carrierName: {} })])],
    [
      "both carriers",
      shipLine("1", [parcel("1", { carrierName: { carrier: "UPS", otherCarrier: "X" } })]),
    ],
    [
      "another carrier without its address",
      shipLine("1", [parcel("1", { carrierName: { otherCarrier: "Acme" } })]),
    ],
  ])("refuses %s (W1, S5 to S7)", async (_name, line) => {
    const id = create()
    expect((await walmart.seller.ship(id, [line])).status).toBe(400)
    expect(walmart.simulator.control.ledger()).toEqual([])
  })

  it("refuses no lines, more than 100, and takes 100 (W2)", async () => {
    const id = createLines(101)
    const lines = Array.from({ length: 101 }, (_, n) => shipLine(String(n + 1), [parcel("1")]))
    await expectRefused(id, [], "must not be empty")
    await expectRefused(id, lines, "more than 100 lines")
    expect((await walmart.seller.ship(id, lines.slice(1))).status).toBe(200)
  })

  it("refuses a body without its wrapper, or with another process mode (W1)", async () => {
    const id = create()
    const path = `/v3/orders/${id}/shipping`
    const bare = { orderLines: { orderLine: [shipLine("1", [parcel("1")])] } }
    expect((await walmart.seller.call("POST", path, { body: bare })).status).toBe(400)
    expect((await walmart.seller.call("POST", path)).status).toBe(400)
    await expectRefused(id, [shipLine("1", [parcel("1")])], "processMode", { processMode: "FULL" })
  })

  it("refuses an unacknowledged line (S1)", async () => {
    const id = create(1, { status: "Created" })
    await expectRefused(id, [shipLine("1", [parcel("1")])], "has not been acknowledged")
  })

  it("takes Created quantity when the order cannot be acknowledged any more (S1)", async () => {
    const id = create(2, { status: "Created" })
    walmart.simulator.control.run("POST", `orders/${id}/cancel`, {
      lines: [{ lineNumber: "1", quantity: 1 }],
    })
    expect((await walmart.seller.acknowledge(id)).status).toBe(400)
    expect((await walmart.seller.ship(id, [shipLine("1", [parcel("1")])])).status).toBe(200)
  })

  it("refuses more than is left, a canceled line and an unknown one (S2)", async () => {
    const id = create(2)
    await expectRefused(id, [shipLine("1", [parcel("3")])], "Qty OverShipped")
    await expectRefused(id, [shipLine("1", [parcel("2"), parcel("1")])], "SHIPPED")
    await expectRefused(id, [shipLine("7", [parcel("1")])], "does not exist")
    walmart.simulator.control.run("POST", `orders/${id}/cancel`)
    await expectRefused(id, [shipLine("1", [parcel("1")])], "is in CANCELLED status")
    expect((await walmart.seller.ship("123", [shipLine("1", [parcel("1")])])).status).toBe(404)
  })

  it("refuses a line whose customer asked to cancel, unless overridden (S3)", async () => {
    const id = create()
    walmart.simulator.control.run("POST", `orders/${id}/intent-to-cancel`)
    const asked = (await walmart.seller.get(`/v3/orders/${id}`)).body.order.orderLines.orderLine[0]
    expect(asked.intentToCancel).toBe("TRUE")
    await expectRefused(id, [shipLine("1", [parcel("1")])], "intentToCancelOverride")
    const line = shipLine("1", [parcel("1")], { intentToCancelOverride: true })
    expect((await walmart.seller.ship(id, [line])).status).toBe(200)
  })

  it("refuses a method that is not the order's (S4)", async () => {
    const id = create(1, { methodCode: "Value" })
    const text = "Method code is not supported in line number 1"
    await expectRefused(id, [shipLine("1", [parcel("1")])], text)
    const line = shipLine("1", [parcel("1", { methodCode: "Value" })])
    expect((await walmart.seller.ship(id, [line])).status).toBe(200)
  })

  it.each([
    ["a day and more ahead", 25 * HOUR_MS, 400],
    ["within a day ahead", 23 * HOUR_MS, 200],
    ["before the order", -3 * HOUR_MS, 400],
    ["after the order", -1 * HOUR_MS, 200],
  ])("holds a ship date %s against its clock (S6)", async (_name, offset, status) => {
    const id = create(1, { orderedAt: Date.now() - 2 * HOUR_MS })
    const line = shipLine("1", [parcel("1", { shipDateTime: Date.now() + offset })])
    expect((await walmart.seller.ship(id, [line])).status).toBe(status)
  })

  it.each([
    ...["ShipGlobal", "Aramex", "Xindus", "Spreetail", "P2PG", "UniUni"],
    ...["GOFO", "SwiftX", "Exelot", "DoorDash", "SpeedX"],
  ])("takes %s, which was added this year (S5)", async (carrier) => {
    const line = shipLine("1", [parcel("1", { carrierName: { carrier } })])
    expect((await walmart.seller.ship(create(), [line])).status).toBe(200)
  })

  it("refuses all lines for one bad line, or applies the good ones when told to (W3)", async () => {
    const id = createLines(2)
    const lines = [shipLine("1", [parcel("1")]), shipLine("2", [parcel("9")])]
    await expectRefused(id, lines, "Qty OverShipped")
    walmart.simulator.control.run("POST", "options", { partialWrites: true })
    expect((await walmart.seller.ship(id, lines)).status).toBe(400)
    expect(walmart.simulator.control.ledger(id)).toMatchObject([
      { effect: "shipped", lineNumber: "1" },
    ])
    expect(await walmart.seller.statuses(id, "1")).toBe("Shipped 1")
    expect(await walmart.seller.statuses(id, "2")).toBe("Acknowledged 1")
  })
})

describe("changing the tracking", () => {
  const mode = { processMode: "PARTIAL_UPDATE" }
  const current = (trackingNumber?: string) => ({ currentTrackingInfo: { trackingNumber } })

  it("replaces the number that is named as current, for as much as is named (U1)", async () => {
    const id = create(3)
    await walmart.seller.ship(id, [shipLine("1", [parcel("2", { trackingNumber: "OLD" })])])
    const change = parcel("1", { trackingNumber: "NEW" }, current("OLD"))
    const reply = await walmart.seller.ship(id, [shipLine("1", [change])], mode)
    expect(reply.status).toBe(200)
    expect(statusesOf(reply.body)).toBe("Acknowledged 1, Shipped 1, Shipped 1")
    expect(reply.text).toContain("OLD")
    expect(walmart.simulator.control.ledger(id)[1]).toMatchObject({
      effect: "tracking_changed",
      quantity: 1,
      trackingNumber: "NEW",
    })
  })

  it("is refused four hours after shipping (U2)", async () => {
    const id = create()
    await walmart.seller.ship(id, [shipLine("1", [parcel("1", { trackingNumber: "OLD" })])])
    walmart.simulator.control.run("POST", "time", { advanceMs: 4 * HOUR_MS + 1000 })
    walmart.seller.forgetToken()
    const line = shipLine("1", [parcel("1", { trackingNumber: "NEW" }, current("OLD"))])
    await expectRefused(id, [line], "within 4 hours", mode)
  })

  it("is refused for an unknown current number, none, or too much quantity (U3)", async () => {
    const id = create(2)
    await walmart.seller.ship(id, [shipLine("1", [parcel("1", { trackingNumber: "OLD" })])])
    const line = (quantity: string, more: object) => [shipLine("1", [parcel(quantity, {}, more)])]
    await expectRefused(id, line("1", current("NEVER")), "is not on Line: 1", mode)
    await expectRefused(id, line("1", {}), "needs currentTrackingInfo", mode)
    await expectRefused(id, line("2", current("OLD")), "was shipped with", mode)
  })
})
