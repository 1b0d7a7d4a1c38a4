import type { Simulator } from "../index"
import { refusalText, startWithSeller, TestSeller, type Json } from "./test-seller"

const DAY_MS = 86_400_000
const LINE = { sku: "MUG-1", quantity: 1, price: 10 }

let simulator: Simulator
let seller: TestSeller

beforeEach(async () => {
  ;({ simulator, seller } = await startWithSeller())
})
afterEach(() => simulator.close())

function create(more: object = {}, line: object = {}): string {
  const { control } = simulator
  return control.createOrder({ lines: [{ ...LINE, ...line }], ...more }).purchaseOrderId
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().replace(/\.\d+/, "")
}

async function found(query = "", path = "/v3/orders"): Promise<string[]> {
  const reply = await seller.get(path + query)
  expect(reply.status).toBe(200)
  const orders: Json[] = Object.values(reply.body.list.elements.order)
  return orders.map((order) => String(order.purchaseOrderId))
}

describe("the search", () => {
  it.each([
    ["?createdStartDate=2026-01-01T00:00:00.000Z", "Invalid Date format value"],
    ["?createdStartDate=yesterday", "Invalid Date format value"],
    ["?createdStartDate=2026-13-45", "Invalid Date format value"],
    ["?createdStartDate=2026-02-02&createdEndDate=2026-01-01", "is after"],
    ["?pageSize=10", "not a parameter"],
    ["?limit=10&limit=20", "more than once"],
    ["?limit=201", "limit"],
    ["?limit=0", "limit"],
    ["??limit=10", "not a parameter"],
    ["?nextCursor=abc", "not a parameter"],
    ["?status=CREATED", "status"],
    ["?shipNodeType=Seller", "shipNodeType"],
    ["?productInfo=yes", "productInfo"],
    ["?limit=1&hasMoreElements=true&poIndex=1", "cursor"],
  ])("refuses %s (R1, R2, R7, R8)", async (query, text) => {
    const reply = await seller.get(`/v3/orders${query}`)
    expect(reply.status).toBe(400)
    expect(refusalText(reply)).toContain(text)
  })

  it("looks back seven days unless told otherwise, and 180 at most (R3, R4)", async () => {
    const recent = create()
    const older = create({ orderedAt: daysAgo(8) })
    create({ orderedAt: daysAgo(181) })
    expect(await found()).toEqual([recent])
    expect(await found(`?createdStartDate=${daysAgo(300)}`)).toEqual([older, recent])
    expect(await found(`?createdStartDate=${daysAgo(9)}&createdEndDate=${daysAgo(2)}`)).toEqual([
      older,
    ])
  })

  it("shows no more orders than a search can hold, and counts all (R16)", async () => {
    simulator.control.run("POST", "options", { searchMax: 2 })
    for (let order = 0; order < 3; order++) create()
    const { body } = await seller.get("/v3/orders")
    expect(body.list.elements.order).toHaveLength(2)
    expect(body.list.meta).toMatchObject({ totalCount: 3, nextCursor: null })
  })

  it("keeps the seven days next to a lastModified window (R3)", async () => {
    create({ orderedAt: daysAgo(8) })
    const window = `lastModifiedStartDate=${daysAgo(1)}`
    expect(await found(`?${window}`)).toEqual([])
    expect(await found(`?${window}&createdStartDate=${daysAgo(9)}`)).toHaveLength(1)
  })

  it("finds an order again by its last modification", async () => {
    const changed = create()
    create()
    simulator.control.run("POST", "time", { advanceMs: 3_600_000 })
    simulator.control.run("POST", `orders/${changed}/acknowledge`)
    const since = new Date(Date.now() + 1_800_000).toISOString().replace(/\.\d+/, "")
    const fresh = new TestSeller(simulator.url)
    const { body } = await fresh.get(`/v3/orders?lastModifiedStartDate=${since}`)
    expect(body.list.meta.totalCount).toBe(1)
    expect(body.list.elements.order[0].purchaseOrderId).toBe(changed)
  })

  it("finds one kind of ship node at a time, the seller's by default (R5)", async () => {
    const own = create()
    const walmarts = create({ shipNodeType: "WFSFulfilled" })
    expect(await found()).toEqual([own])
    expect(await found("?shipNodeType=WFSFulfilled")).toEqual([walmarts])
  })

  it("takes status as that of any quantity of any line (R6)", async () => {
    const half = create({}, { quantity: 2, shippedQuantity: 1, status: "Acknowledged" })
    const open = create()
    expect(await found("?status=Created")).toEqual([open])
    expect(await found("?status=Acknowledged")).toEqual([half])
    expect(await found("?status=Shipped")).toEqual([half])
  })

  it("filters by ids, SKU, ship window, program and type", async () => {
    const plain = create({ shipBy: daysAgo(-10) })
    const other = create(
      { replacementOf: "200001000000001", shippingProgramType: "TWO_DAY" },
      { sku: "a+b c" }
    )
    expect(await found(`?purchaseOrderId=${plain}`)).toEqual([plain])
    expect(await found(`?customerOrderId=200001000000002`)).toEqual([other])
    expect(await found(`?sku=${encodeURIComponent("a+b c")}`)).toEqual([other])
    expect(await found(`?fromExpectedShipDate=${daysAgo(-9)}`)).toEqual([plain])
    expect(await found("?shippingProgramType=TWO_DAY")).toEqual([other])
    expect(await found("?orderType=REPLACEMENT")).toEqual([other])
  })

  it("hands out pages by a cursor that is the whole next query (R8)", async () => {
    const all = Array.from({ length: 5 }, () => create({}, { sku: "a+b" }))
    const seen: string[] = []
    let query = "?limit=2&sku=a%2Bb"
    for (let page = 0; page < 3; page++) {
      const { body } = await seller.get(`/v3/orders${query}`)
      expect(body.list.meta).toMatchObject({ totalCount: 5, limit: 2 })
      const orders: Json[] = Object.values(body.list.elements.order)
      seen.push(...orders.map((order) => String(order.purchaseOrderId)))
      query = body.list.meta.nextCursor === null ? "" : String(body.list.meta.nextCursor)
      expect(query.startsWith("?limit=2&hasMoreElements=true")).toBe(page < 2)
    }
    expect(seen).toEqual(all)
  })

  it("takes a cursor only as it was handed out (R8)", async () => {
    for (let n = 0; n < 3; n++) create()
    const { body } = await seller.get("/v3/orders?limit=1")
    const cursor = String(body.list.meta.nextCursor)
    expect((await seller.get(`/v3/orders${cursor}&status=Created`)).status).toBe(400)
    expect((await seller.get(`/v3/orders${decodeURIComponent(cursor)}`)).status).toBe(200)
  })

  it("answers shorter pages than asked for when told to", async () => {
    for (let n = 0; n < 3; n++) create()
    simulator.control.run("POST", "options", { pageSizeMax: 2 })
    expect(await found()).toHaveLength(2)
  })

  it("answers an empty list, or 404 when told to (R10)", async () => {
    const empty = await seller.get("/v3/orders")
    expect(empty.body.list).toMatchObject({ meta: { totalCount: 0 }, elements: { order: [] } })
    simulator.control.run("POST", "options", { notFoundForEmpty: true })
    const missing = await seller.get("/v3/orders")
    expect(missing.status).toBe(404)
    expect(missing.body.errors.error[0]).toMatchObject({
      code: "CONTENT_NOT_FOUND.GMP_ORDER_API",
      severity: "INFO",
    })
  })

  it("finds a page among 20,000 orders", async () => {
    for (let n = 0; n < 20_000; n++) create()
    expect(await found("?limit=200&status=Created")).toHaveLength(200)
  })
})

describe("released orders", () => {
  it("are those with Created quantity, and know no status (R9)", async () => {
    const open = create()
    create({ status: "Acknowledged" })
    expect(await found("", "/v3/orders/released")).toEqual([open])
    expect((await seller.get("/v3/orders/released?status=Created")).status).toBe(400)
    const window = await seller.get("/v3/orders/released?lastModifiedStartDate=2026-01-01")
    expect(window.status).toBe(400)
  })
})

describe("one order", () => {
  it("is not found when unknown or another seller's (R11)", async () => {
    const others = create({ sellerId: "somebody" })
    for (const id of ["123", others]) {
      const reply = await seller.get(`/v3/orders/${id}`)
      expect(reply.status).toBe(404)
      expect(refusalText(reply)).toContain("CONTENT_NOT_FOUND.GMP_ORDER_API")
    }
  })

  it("tells its type and product details only when asked (R12)", async () => {
    const id = create({ replacementOf: "200001000000001" })
    const plain = (await seller.get(`/v3/orders/${id}`)).body.order
    expect(plain.orderType).toBeUndefined()
    expect(plain.orderLines.orderLine[0].item.weight).toBeUndefined()
    const query = "replacementInfo=true&productInfo=true"
    const full = (await seller.get(`/v3/orders/${id}?${query}`)).body.order
    expect(full.orderType).toBe("REPLACEMENT")
    expect(full.originalCustomerOrderID).toBe("200001000000001")
    expect(full.orderLines.orderLine[0].item.weight).toEqual({ value: "1.0", unit: "Pounds" })
  })

  it("has strings for quantities and numbers for times, but a text for its own order date (R13)", async () => {
    const id = create({ orderedAt: "2026-10-01T10:00:00Z" })
    const one = (await seller.get(`/v3/orders/${id}`)).body.order
    expect(one.orderDate).toBe("2026-10-01T10:00:00.000Z")
    expect(one.shippingInfo.estimatedShipDate).toEqual(expect.any(Number))
    expect(one.orderLines.orderLine[0]).toMatchObject({
      lineNumber: "1",
      orderLineQuantity: { unitOfMeasurement: "EACH", amount: "1" },
    })
    simulator.control.run("POST", "options", { isoOrderDate: false })
    const again = (await seller.get(`/v3/orders/${id}`)).body.order
    expect(again.orderDate).toBe(Date.parse("2026-10-01T10:00:00Z"))
  })

  it("has no status of its own but a quantity per line status (R14)", async () => {
    const line = { quantity: 5, shippedQuantity: 2, cancelledQuantity: 1, trackingNumber: "T1" }
    const id = create({}, line)
    expect(await seller.statuses(id)).toBe("Acknowledged 2, Cancelled 1, Shipped 2")
    expect((await seller.get(`/v3/orders/${id}`)).body.order.status).toBeUndefined()
  })

  it("shows charges per line or per unit, and a summary that tells which (R15)", async () => {
    const money = { quantity: 3, price: 30, tax: 2.4, discount: 3, shipping: 6, shippingTax: 0.6 }
    const id = create({}, money)
    const amounts = async () => {
      const { order } = (await seller.get(`/v3/orders/${id}`)).body
      const charges: Json[] = Object.values(order.orderLines.orderLine[0].charges.charge)
      const shown = charges.map(({ chargeName, chargeAmount }) => [chargeName, chargeAmount.amount])
      return { shown, total: order.orderSummary?.totalAmount.currencyAmount }
    }
    const perLine = [
      ["ItemPrice", 30],
      ["SubscriptionDiscount", -3],
      ["Shipping", 6],
    ]
    expect(await amounts()).toEqual({ shown: perLine, total: 36 })
    simulator.control.run("POST", "options", { chargesArePerUnit: true })
    const perUnit = [
      ["ItemPrice", 10],
      ["SubscriptionDiscount", -1],
      ["Shipping", 2],
    ]
    expect(await amounts()).toEqual({ shown: perUnit, total: 36 })
    simulator.control.run("POST", "options", { orderSummary: false })
    expect((await amounts()).total).toBeUndefined()
  })

  it("comes with single objects instead of lists when told to", async () => {
    create()
    simulator.control.run("POST", "options", { singleObjects: true })
    const { order } = (await seller.get("/v3/orders")).body.list.elements
    expect(order.orderLines.orderLine).toMatchObject({
      charges: { charge: { chargeName: "ItemPrice" } },
      orderLineStatuses: { orderLineStatus: { status: "Created" } },
    })
  })

  it("has a placeholder e-mail until Walmart fills in the relay address", async () => {
    simulator.control.run("POST", "options", { placeholderEmail: true })
    const id = create()
    const email = async () => (await seller.get(`/v3/orders/${id}`)).body.order.customerEmailId
    expect(await email()).toBe("nocxemail@walmartone.com")
    simulator.control.run("POST", `orders/${id}/email`)
    expect(await email()).toBe(`${id}@relay.walmart.com`)
  })
})
