import { refusalText, sharedSeller, type Json, type Reply } from "./test-seller"

const shared = sharedSeller()

const control = (path: string, body: object) => shared.simulator.control.run("POST", path, body)
const each = (amount: number) => ({ unit: "EACH", amount })
const figures = () =>
  shared.simulator.control
    .ledger()
    .filter(({ effect }) => effect === "inventory")
    .map(({ sku, shipNode, quantity, by }) => `${sku} ${shipNode} ${quantity} ${by}`)

function order(line: object = {}, more: object = {}): string {
  const lines = [{ sku: "MUG-1", quantity: 2, price: 10, ...line }]
  return shared.simulator.control.createOrder({ lines, ...more }).purchaseOrderId
}

function putNodes(nodes: unknown, sku = "MUG-1"): Promise<Reply> {
  return shared.seller.call("PUT", `/v3/inventories/${sku}`, { body: { inventories: { nodes } } })
}

function postFile(query: string, content: unknown, part = "file"): Promise<Reply> {
  const file = typeof content === "string" ? content : JSON.stringify(content)
  const disposition = `Content-Disposition: form-data; name="${part}"; filename="a.json"`
  const body = `--XX\r\n${disposition}\r\nContent-Type: application/json\r\n\r\n${file}\r\n--XX--\r\n`
  const headers = { "content-type": "multipart/form-data; boundary=XX" }
  return shared.seller.call("POST", `/v3/feeds?${query}`, { body, headers })
}

const oneNode = (items: unknown[]) => ({
  InventoryHeader: { version: "1.4" },
  Inventory: items,
})
const manyNodes = (items: unknown[]) => ({
  inventoryHeader: { version: "1.5" },
  inventory: items,
})

async function poll(feedId: unknown, query = "includeDetails=true"): Promise<Json> {
  const path = `/v3/feeds/${encodeURIComponent(String(feedId))}?${query}`
  return (await shared.seller.get(path)).body
}

describe("the stock of several nodes", () => {
  it("is set node by node, and 200 although a node is refused (I3)", async () => {
    order()
    order({}, { shipNode: "2" })
    const reply = await putNodes([
      { shipNode: "1000001", inputQty: each(7) },
      { shipNode: "9", inputQty: each(1) },
      { shipNode: "2", inputQty: each(5) },
    ])
    expect(reply.status).toBe(200)
    expect(reply.body.nodes).toMatchObject([
      { shipNode: "1000001", status: "Success", errors: [] },
      { shipNode: "9", status: "Failure", errors: [{ field: "shipNode", severity: "ERROR" }] },
      { shipNode: "2", status: "Success" },
    ])
    expect(figures()).toEqual(["MUG-1 1000001 7 seller_api", "MUG-1 2 5 seller_api"])
  })

  it.each([
    ["an unknown field", [{ shipNode: "1000001", inputQty: each(1), colour: "red" }]],
    ["a negative amount", [{ shipNode: "1000001", inputQty: each(-1) }]],
    ["half a unit", [{ shipNode: "1000001", inputQty: each(0.5) }]],
    ["no nodes", []],
    ["a node twice", [1, 2].map((amount) => ({ shipNode: "1000001", inputQty: each(amount) }))],
  ])("is refused as a whole with %s (I1, I3)", async (_name, nodes) => {
    order()
    expect((await putNodes(nodes)).status).toBe(400)
    expect(figures()).toEqual([])
  })

  it("is not known for an unknown SKU (I2)", async () => {
    const nodes = [{ shipNode: "1000001", inputQty: each(1) }]
    const put = await putNodes(nodes, "NONE")
    const get = await shared.seller.get("/v3/inventories/NONE")
    const single = await shared.seller.get("/v3/inventory?sku=NONE")
    for (const reply of [put, get, single]) {
      expect(reply.status).toBe(404)
      expect(refusalText(reply)).toContain("CONTENT_NOT_FOUND.GMP_INVENTORY_API")
    }
  })

  it("shows what is ordered and not shipped as reserved (I4)", async () => {
    const id = order({ quantity: 3 })
    await putNodes([{ shipNode: "1000001", inputQty: each(5) }])
    const node = async () => (await shared.seller.get("/v3/inventories/MUG-1")).body.nodes[0]
    const quantities = { inputQty: each(5), availToSellQty: each(2), reservedQty: each(3) }
    expect(await node()).toEqual({ shipNode: "1000001", ...quantities })
    control(`orders/${id}/cancel`, { lines: [{ lineNumber: "1", quantity: 1 }] })
    expect(await node()).toMatchObject({ availToSellQty: each(3), reservedQty: each(2) })
    const lines = [{ lineNumber: "1", quantity: 2 }]
    control(`orders/${id}/ship`, { lines, carrier: "UPS", trackingNumber: "T1" })
    expect(await node()).toMatchObject({ availToSellQty: each(5), reservedQty: each(0) })
    expect((await shared.seller.get("/v3/inventories/MUG-1?shipNode=9")).body.nodes).toEqual([])
  })

  it("is listed page by page with an opaque cursor (I4)", async () => {
    for (const sku of ["C", "A", "B"]) control("inventory", { sku, amount: 1 })
    const list = async (query: string) =>
      (await shared.seller.get(`/v3/inventories?${query}`)).body as Json
    const first = await list("limit=2")
    const { nextCursor, totalCount } = first.meta
    expect(totalCount).toBe(3)
    const second = await list(`limit=2&nextCursor=${String(nextCursor)}`)
    expect(second.meta.nextCursor).toBeNull()
    const skus = [first, second].flatMap(({ elements }) =>
      Object.values(elements.inventories).map(({ sku }) => String(sku))
    )
    expect(skus).toEqual(["A", "B", "C"])
  })

  it.each(["limit=51", "limit=0", "nextCursor=abc", "offset=1"])("refuses %s", async (query) => {
    expect((await shared.seller.get(`/v3/inventories?${query}`)).status).toBe(400)
  })

  it("is zeroed at its node by a cancellation for want of stock (C4)", async () => {
    const id = order({}, { shipNode: "2", status: "Acknowledged" })
    await putNodes([
      { shipNode: "1000001", inputQty: each(4) },
      { shipNode: "2", inputQty: each(4) },
    ])
    const statusQuantity = { unitOfMeasurement: "EACH", amount: "2" }
    const reason = { cancellationReason: "SELLER_CANCEL_OUT_OF_STOCK" }
    const entry = { status: "Cancelled", statusQuantity, ...reason }
    const line = { lineNumber: "1", orderLineStatuses: { orderLineStatus: [entry] } }
    expect((await shared.seller.cancel(id, [line])).status).toBe(200)
    const { body } = await shared.seller.get("/v3/inventories/MUG-1")
    expect(body.nodes).toMatchObject([
      { shipNode: "1000001", inputQty: each(4) },
      { shipNode: "2", inputQty: each(0), reservedQty: each(0) },
    ])
  })
})

describe("an inventory feed", () => {
  it("of one node takes what it can and names what it cannot (I5, I7)", async () => {
    order()
    const items = [
      { sku: "MUG-1", quantity: each(7) },
      { sku: "NONE", quantity: each(7) },
      { sku: "MUG-1", quantity: { unit: "EACH", amount: "7" } },
    ]
    const { body } = await postFile("feedType=inventory&shipNode=1000001", oneNode(items))
    const feed = await poll(body.feedId)
    expect(feed).toMatchObject({ feedStatus: "PROCESSED", itemsReceived: 3, itemsProcessing: 0 })
    expect(feed).toMatchObject({ itemsSucceeded: 1, itemsFailed: 2, limit: 50, offset: 0 })
    expect(feed.itemDetails.itemIngestionStatus).toMatchObject([
      { sku: "MUG-1", index: 0, ingestionStatus: "SUCCESS" },
      { ingestionStatus: "DATA_ERROR", ingestionErrors: { ingestionError: [{ field: "sku" }] } },
      { ingestionStatus: "DATA_ERROR", ingestionErrors: { ingestionError: [{ field: "amount" }] } },
    ])
    expect(figures()).toEqual(["MUG-1 1000001 7 seller_api"])
  })

  it("of several nodes has other capitals and takes an item whole or not at all (I5, I7)", async () => {
    order({}, { shipNode: "2" })
    order({ sku: "MUG-2" })
    const node = (shipNode: string, amount: number) => ({ shipNode, quantity: each(amount) })
    const items = [
      { sku: "MUG-1", shipNodes: [node("1000001", 1), node("2", 3)] },
      { sku: "MUG-2", shipNodes: [node("1000001", 1), node("9", 3)] },
    ]
    const { body } = await postFile("feedType=MP_INVENTORY", manyNodes(items))
    const feed = await poll(body.feedId, "includeDetails=true&limit=1&offset=1")
    expect(feed.itemDetails.itemIngestionStatus).toMatchObject([
      { sku: "MUG-2", index: 1, ingestionStatus: "DATA_ERROR" },
    ])
    expect(figures()).toEqual(["MUG-1 1000001 1 seller_api", "MUG-1 2 3 seller_api"])
  })

  it("is processed when its time has come by the simulator's clock (I7)", async () => {
    order()
    control("options", { feedMs: 60_000 })
    const slow = await postFile(
      "feedType=inventory",
      oneNode([{ sku: "MUG-1", quantity: each(1) }])
    )
    control("options", { feedMs: 0 })
    await postFile("feedType=inventory", oneNode([{ sku: "MUG-1", quantity: each(2) }]))
    expect(await poll(slow.body.feedId)).toMatchObject({
      feedStatus: "RECEIVED",
      itemsProcessing: 1,
    })
    control("time", { advanceMs: 40_000 })
    const running = await poll(slow.body.feedId)
    expect(running.feedStatus).toBe("INPROGRESS")
    expect(running.itemDetails.itemIngestionStatus[0].ingestionStatus).toBe("INPROGRESS")
    control("time", { advanceMs: 30_000 })
    expect(figures()).toEqual(["MUG-1 1000001 2 seller_api", "MUG-1 1000001 1 seller_api"])
    const done = await poll(slow.body.feedId, "")
    expect(done).toMatchObject({ feedStatus: "PROCESSED", itemsSucceeded: 1 })
    expect(done.itemDetails.itemIngestionStatus).toEqual([])
  })

  it.each([
    ["no JSON", "feedType=inventory", "{"],
    ["the other feed's capitals", "feedType=inventory", manyNodes([])],
    ["the other feed's capitals", "feedType=MP_INVENTORY", oneNode([])],
    ["no items", "feedType=inventory", oneNode([])],
    [
      "another version",
      "feedType=inventory",
      { ...oneNode([1]), InventoryHeader: { version: "2" } },
    ],
  ])("ends as an error with %s (I6)", async (_name, query, content) => {
    const { status, body } = await postFile(query, content)
    expect(status).toBe(200)
    const feed = await poll(body.feedId)
    expect(feed).toMatchObject({ feedStatus: "ERROR", itemsReceived: 0 })
    expect(feed.ingestionErrors.ingestionError[0].field).toBe("file")
  })

  it("is found again by the name of its file, the newest first (I8)", async () => {
    order()
    const { body: first } = await postFile("feedType=MP_INVENTORY", manyNodes([1]))
    const item = { sku: "MUG-1", quantity: each(1) }
    const { body: second } = await postFile("feedType=inventory", oneNode([item]))
    const { body } = await shared.seller.get("/v3/feeds?limit=50&offset=0")
    expect(body).toMatchObject({ totalResults: 2, limit: 50, offset: 0 })
    expect(body.results.feed).toMatchObject([
      { feedId: second.feedId, feedType: "inventory", fileName: "a.json", itemsSucceeded: 1 },
      { feedId: first.feedId, feedType: "MP_INVENTORY", itemsFailed: 1, feedStatus: "PROCESSED" },
    ])
    expect((await shared.seller.get("/v3/feeds?feedType=inventory")).status).toBe(400)
  })

  it("fails with the items it is told to (I8)", async () => {
    order()
    order({ sku: "MUG-2" })
    control("options", { feedItemErrors: { "MUG-2": "TIMEOUT_ERROR" } })
    const items = ["MUG-1", "MUG-2"].map((sku) => ({ sku, quantity: each(4) }))
    const { body } = await postFile("feedType=inventory", oneNode(items))
    const feed = await poll(body.feedId)
    expect(feed.itemDetails.itemIngestionStatus).toMatchObject([
      { sku: "MUG-1", ingestionStatus: "SUCCESS" },
      { sku: "MUG-2", ingestionStatus: "TIMEOUT_ERROR" },
    ])
    expect(figures()).toEqual(["MUG-1 1000001 4 seller_api"])
  })

  it("needs its one part, a known type and multipart (I5)", async () => {
    const content = oneNode([{ sku: "MUG-1", quantity: each(1) }])
    expect((await postFile("feedType=inventory", content, "data")).status).toBe(400)
    expect((await postFile("feedType=item", content)).status).toBe(400)
    expect((await postFile("feedType=MP_INVENTORY&shipNode=1", content)).status).toBe(400)
    const json = await shared.seller.call("POST", "/v3/feeds?feedType=inventory", { body: content })
    expect(json.status).toBe(415)
    expect((await shared.seller.get("/v3/feeds/none")).status).toBe(404)
    const large = `${JSON.stringify(content)}${" ".repeat(1_048_576)}`
    expect((await postFile("feedType=MP_INVENTORY", large)).status).toBe(413)
    expect((await postFile("feedType=inventory", large)).status).toBe(200)
  })

  it("comes ten times an hour, one of several nodes fifty times (G10)", async () => {
    const statuses: number[] = []
    for (let feed = 0; feed < 11; feed++) {
      statuses.push((await postFile("feedType=inventory", oneNode([]))).status)
    }
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429])
    expect((await postFile("feedType=MP_INVENTORY", manyNodes([]))).status).toBe(200)
    control("time", { advanceMs: 6 * 60_000 + 1000 })
    shared.seller.forgetToken()
    expect((await postFile("feedType=inventory", oneNode([]))).status).toBe(200)
  })

  it("can fail like any call, and is then not taken", async () => {
    order()
    for (const route of ["feeds", "inventories"]) {
      control("faults", { route, fault: { kind: "status", status: 503 } })
    }
    const content = oneNode([{ sku: "MUG-1", quantity: each(1) }])
    expect((await postFile("feedType=inventory", content)).status).toBe(503)
    expect((await putNodes([{ shipNode: "1000001", inputQty: each(1) }])).status).toBe(503)
    expect(figures()).toEqual([])
  })
})
