import { DAY_MS, iso, orderIds, sharedSeller, type Json } from "./test-seller"

const LINE = { sku: "MUG-1", quantity: 3, price: 30, tax: 3 }
const shared = sharedSeller()

function create(more: object = {}, line: object = {}): string {
  const { control } = shared.simulator
  return control.createOrder({ lines: [{ ...LINE, ...line }], ...more }).purchaseOrderId
}

function act(purchaseOrderId: string, action: string, body?: object): void {
  shared.simulator.control.run("POST", `orders/${purchaseOrderId}/${action}`, body)
}

function advance(advanceMs: number): void {
  shared.simulator.control.run("POST", "time", { advanceMs })
  shared.seller.forgetToken()
}

async function lineOf(purchaseOrderId: string): Promise<Json> {
  const { body } = await shared.seller.get(`/v3/orders/${purchaseOrderId}`)
  return body.order.orderLines.orderLine[0]
}

const statuses = (purchaseOrderId: string) => shared.seller.statuses(purchaseOrderId)
const ledger = (purchaseOrderId: string) => shared.simulator.control.ledger(purchaseOrderId)

describe("what happens to an order elsewhere", () => {
  it("can be its delivery, whole or in part, with the tracking it was shipped with", async () => {
    const id = create({ status: "Shipped" })
    act(id, "deliver", { lines: [{ lineNumber: "1", quantity: 1 }] })
    expect(await statuses(id)).toBe("Shipped 2, Delivered 1")
    act(id, "deliver")
    expect(await statuses(id)).toBe("Delivered 2, Delivered 1")
    const [first] = Object.values((await lineOf(id)).orderLineStatuses.orderLineStatus)
    expect(first.trackingInfo).toMatchObject({ trackingNumber: "1Z999AA10123456784" })
    expect(ledger(id)).toMatchObject([
      { effect: "delivered", by: "elsewhere", quantity: 1 },
      { effect: "delivered", by: "elsewhere", quantity: 2 },
    ])
    expect(() => act(id, "deliver")).toThrow("nothing that is Shipped")
  })

  it("can be a refund of a part, which leaves the units where they are (F3)", async () => {
    const id = create({ status: "Delivered" })
    act(id, "refund", { lines: [{ lineNumber: "1", amount: 5 }], reason: "DamagedItem" })
    expect(await statuses(id)).toBe("Delivered 3")
    const refundCharge = [
      { refundReason: "DamagedItem", charge: { chargeAmount: { currency: "USD", amount: -5 } } },
    ]
    expect((await lineOf(id)).refund).toMatchObject({ refundCharges: { refundCharge } })
    expect(ledger(id)).toMatchObject([
      { effect: "refunded", by: "elsewhere", amount: 5, reason: "DamagedItem" },
    ])
  })

  it("can be a refund of all that is left, which turns shipped units to Refund (F3)", async () => {
    const id = create({}, { shippedQuantity: 2 })
    act(id, "refund", { lines: [{ lineNumber: "1", amount: 5 }] })
    act(id, "refund")
    expect(await statuses(id)).toBe("Acknowledged 1, Refund 2")
    expect(ledger(id)).toMatchObject([{ amount: 5 }, { amount: 28, quantity: 2 }])
    expect(() => act(id, "refund")).toThrow("nothing to refund")
  })

  it.each([
    [{ lines: [{ lineNumber: "1", amount: 34 }] }, "not between 0 and 33"],
    [{ lines: [{ lineNumber: "1", amount: 0 }] }, "not between"],
    [{ lines: [{ lineNumber: "2" }] }, "has no line 2"],
  ])("is no refund of more than was paid: %j", (body, text) => {
    const id = create({ status: "Shipped" })
    expect(() => act(id, "refund", body)).toThrow(text)
  })

  it("can be a stop for fraud of what is not shipped yet", async () => {
    const id = create({}, { shippedQuantity: 1 })
    act(id, "fraud")
    expect(await statuses(id)).toBe("Shipped 1, Cancelled 2")
    expect(ledger(id)).toMatchObject([{ effect: "cancelled", by: "elsewhere", quantity: 2 }])
    expect(JSON.stringify(await lineOf(id))).toContain('"FRAUD_CANCELLED"')
    expect(() => act(id, "fraud")).toThrow("nothing that is open")
  })

  it("can be a tracking number corrected in Seller Center, long after shipping", async () => {
    const id = create({ status: "Shipped" })
    advance(5 * DAY_MS)
    act(id, "change-tracking", { lineNumber: "1", carrier: "FedEx", trackingNumber: "F1" })
    const text = JSON.stringify(await lineOf(id))
    expect(text).toContain('"carrier":"FedEx"')
    expect(text).toContain('"trackingNumber":"F1"')
    expect(ledger(id)).toMatchObject([
      { effect: "tracking_changed", by: "elsewhere", carrier: "FedEx", trackingNumber: "F1" },
    ])
    const wrong = { lineNumber: "1", trackingNumber: "F2", currentTrackingNumber: "F9" }
    expect(() => act(id, "change-tracking", wrong)).toThrow("no such tracking")
    const carrier = { lineNumber: "1", trackingNumber: "F2", carrier: "Pigeon" }
    expect(() => act(id, "change-tracking", carrier)).toThrow("not supported")
  })
})

describe("Walmart's own cancellation", () => {
  it("can be made at any time", async () => {
    const id = create()
    act(id, "auto-cancel")
    expect(await statuses(id)).toBe("Cancelled 3")
    expect(ledger(id)).toMatchObject([{ effect: "cancelled", reason: "AUTO_CANCELLED" }])
  })

  it("comes by itself 4 days after the ship date only when that is switched on (D1)", async () => {
    const id = create({ shipBy: Date.now() })
    const walmarts = create({ shipBy: Date.now(), shipNodeType: "WFSFulfilled" })
    advance(4 * DAY_MS)
    expect(await statuses(id)).toBe("Created 3")
    shared.simulator.control.run("POST", "options", { autoCancel: true })
    expect(await statuses(id)).toBe("Cancelled 3")
    expect(await statuses(walmarts)).toBe("Acknowledged 3")
    const later = create({ shipBy: Date.now() + 5 * DAY_MS })
    advance(4 * DAY_MS)
    expect(await statuses(later)).toBe("Created 3")
    advance(DAY_MS)
    expect(ledger(later)).toHaveLength(1)
  })
})

describe("the search by last modification", () => {
  const found = async (query: string) => orderIds(await shared.seller.get(`/v3/orders?${query}`))

  it.each([
    ["deliver", { status: "Shipped" }, undefined],
    ["refund", { status: "Delivered" }, undefined],
    ["fraud", {}, undefined],
    ["auto-cancel", {}, undefined],
    ["change-tracking", { status: "Shipped" }, { lineNumber: "1", trackingNumber: "F1" }],
    ["acknowledge", {}, undefined],
    ["cancel", {}, undefined],
    ["ship", {}, { carrier: "UPS", trackingNumber: "T1" }],
    ["intent-to-cancel", {}, undefined],
    ["email", {}, undefined],
  ])("finds what %s has changed", async (action, order, body) => {
    const id = create(order)
    create()
    advance(60_000)
    const since = iso(Date.now() + 30_000)
    expect(await found(`lastModifiedStartDate=${since}`)).toEqual([])
    act(id, action, body)
    expect(await found(`lastModifiedStartDate=${since}`)).toEqual([id])
    expect(await found(`lastModifiedEndDate=${since}&purchaseOrderId=${id}`)).toEqual([])
  })

  it("walks its pages in the order asked for, and does not lose the window (R8, R17)", async () => {
    const [first, second, third] = [create(), create(), create()]
    advance(60_000)
    const since = iso(Date.now() + 30_000)
    for (const id of [third, first, second]) {
      advance(1000)
      act(id, "acknowledge")
    }
    create()
    const window = `lastModifiedStartDate=${since}&status=Acknowledged`
    const sorted = (by: string) => found(`${window}&${by}`)
    expect(await sorted("sortBy=lastModifiedDate")).toEqual([third, first, second])
    expect(await sorted("sortBy=lastModifiedDate&sortOrder=desc")).toEqual([second, first, third])
    expect(await sorted("sortOrder=desc")).toEqual([third, second, first])
    expect(await sorted("limit=200")).toEqual([first, second, third])
    let page = await shared.seller.get(`/v3/orders?${window}&sortBy=lastModifiedDate&limit=2`)
    const walked = orderIds(page)
    page = await shared.seller.get(`/v3/orders${String(page.body.list.meta.nextCursor)}`)
    expect([...walked, ...orderIds(page)]).toEqual([third, first, second])
    expect(page.body.list.meta.nextCursor).toBeNull()
  })

  it.each(["sortBy=price", "sortOrder=down", "sortBy=estimatedShipDate"])(
    "refuses %s (R17)",
    async (query) => {
      expect((await shared.seller.get(`/v3/orders?${query}`)).status).toBe(400)
    }
  )
})
