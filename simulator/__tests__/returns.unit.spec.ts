import { DAY_MS, iso, refusalText, sharedSeller, type Json } from "./test-seller"

const walmart = sharedSeller()
const control = () => walmart.simulator.control

function shippedOrder(more: object = {}): string {
  const line = { sku: "MUG-1", quantity: 3, price: 10, tax: 1 }
  return control().createOrder({ lines: [line], status: "Shipped", ...more }).purchaseOrderId
}

function startReturn(lines: object[], more: object = {}): { id: string; customerOrderId: string } {
  const made = control().run("POST", "returns", { lines, ...more }) as Record<string, string>
  return { id: made.returnOrderId, customerOrderId: made.customerOrderId }
}

async function find(query = ""): Promise<Json> {
  return (await walmart.seller.get(`/v3/returns${query}`)).body
}

function refund(from: { id: string; customerOrderId: string }, measurementValue: number, line = 1) {
  const quantity = { unitOfMeasure: "EACH", measurementValue }
  const refundLines = [{ returnOrderLineNumber: line, quantity }]
  const body = { customerOrderId: from.customerOrderId, refundLines }
  return walmart.seller.call("POST", `/v3/returns/${from.id}/refund`, { body })
}

const refunds = () =>
  control()
    .ledger()
    .map(({ by, effect, quantity, amount }) => ({ by, effect, quantity, amount }))

describe("reading returns", () => {
  it("shows a return once more as it was before its last change (fault stale_read)", async () => {
    const from = startReturn([{ purchaseOrderId: shippedOrder() }])
    await refund(from, 2)
    control().run("POST", "faults", { route: "returns.list", fault: { kind: "stale_read" } })
    const shown = async () => (await find()).returnOrders[0].returnOrderLines[0].refundedQty
    expect(await shown()).toBe(0)
    expect(await shown()).toBe(2)
  })

  it("shows numbers, ISO dates, label and reason (E2)", async () => {
    const order = shippedOrder()
    const { id } = startReturn([{ purchaseOrderId: order, quantity: 2, reason: "DEFECTIVE" }])
    const found = (await find()).returnOrders[0]
    expect(found).toMatchObject({
      returnOrderId: id,
      totalRefundAmount: { currencyAmount: 7.34, currencyUnit: "USD" },
      returnOrderLines: [
        {
          returnOrderLineNumber: 1,
          purchaseOrderLineNumber: 1,
          quantity: { unitOfMeasure: "EACH", measurementValue: 2 },
          returnReason: "DEFECTIVE",
          refundedQty: 0,
          status: "INITIATED",
        },
      ],
    })
    expect(String(found.returnOrderDate)).toMatch(/^\d{4}-\d\d-\d\dT/)
    expect(found.returnLineGroups[0].labels[0].carrierInfoList[0].carrierName).toBe("FedEx")
    expect(found.returnType).toBeUndefined()
    expect((await find("?replacementInfo=true")).returnOrders[0].returnType).toBe("REFUND")
  })

  it("pages by ten and by last modification (E1, E3)", async () => {
    const order = shippedOrder({ lines: [{ sku: "MUG-1", quantity: 11, price: 110 }] })
    for (let n = 0; n < 11; n += 1) startReturn([{ purchaseOrderId: order, quantity: 1 }])
    const first = await find()
    expect(Object.keys(first.returnOrders)).toHaveLength(10)
    expect(Object.keys((await find(String(first.meta.nextCursor))).returnOrders)).toHaveLength(1)
    const later = iso(Date.now() + DAY_MS)
    expect((await find(`?returnLastModifiedStartDate=${later}`)).meta.totalCount).toBe(0)
    const reply = await walmart.seller.get("/v3/returns?status=OPEN")
    expect(reply.status).toBe(400)
  })
})

describe("refunding a return", () => {
  it("gives back unit by unit, to the cent, and no more than was sent back (E4, E5)", async () => {
    const made = startReturn([{ purchaseOrderId: shippedOrder() }])
    expect((await refund(made, 1)).status).toBe(200)
    expect((await refund(made, 2)).status).toBe(200)
    const again = await refund(made, 1)
    expect(again.status).toBe(400)
    expect(refusalText(again)).toContain("Quantity not available")
    expect(refunds().map(({ amount }) => amount)).toEqual([3.67, 7.33])
    expect((await find()).returnOrders[0].returnOrderLines[0]).toMatchObject({
      status: "COMPLETED",
      refundedQty: 3,
    })
  })

  it("refuses another customer order, an unknown line and what Walmart fulfills (E4, E5)", async () => {
    const made = startReturn([{ purchaseOrderId: shippedOrder() }])
    expect((await refund({ ...made, customerOrderId: "1" }, 1)).status).toBe(400)
    expect((await refund(made, 1, 2)).status).toBe(400)
    expect((await refund({ ...made, id: "1" }, 1)).status).toBe(404)
    const wfs = startReturn([{ purchaseOrderId: shippedOrder({ shipNodeType: "WFSFulfilled" }) }])
    expect((await refund(wfs, 1)).status).toBe(400)
  })

  it("is counted with the refunds of the order (E6)", async () => {
    const order = shippedOrder()
    await refund(startReturn([{ purchaseOrderId: order }]), 3)
    const lines = [{ lineNumber: "1", amount: 1 }]
    expect(() => control().run("POST", `orders/${order}/refund`, { lines })).toThrow()
  })
})

describe("Walmart", () => {
  it("refunds at once what the customer keeps (E8)", async () => {
    startReturn([{ purchaseOrderId: shippedOrder(), quantity: 1, keepIt: true }])
    expect((await find()).returnOrders[0].returnOrderLines[0]).toMatchObject({
      isKeepIt: true,
      refundedQty: 1,
      refundChannel: "WALMART_TRIGGERED_REFUND",
    })
  })

  it("refunds by itself two days after the return was delivered (E7)", async () => {
    const { id } = startReturn([{ purchaseOrderId: shippedOrder() }])
    control().run("POST", `returns/${id}/scan`)
    control().run("POST", `returns/${id}/deliver`)
    control().run("POST", "time", { advanceMs: 2 * DAY_MS - 60_000 })
    expect(refunds()).toEqual([])
    control().run("POST", "time", { advanceMs: 60_000 })
    expect(refunds()).toEqual([{ by: "elsewhere", effect: "refunded", quantity: 3, amount: 11 }])
  })

  it("refunds nothing of a return that its customer canceled", async () => {
    const made = startReturn([{ purchaseOrderId: shippedOrder() }])
    control().run("POST", `returns/${made.id}/cancel`)
    expect((await refund(made, 1)).status).toBe(400)
    control().run("POST", "time", { advanceMs: 9 * DAY_MS })
    expect(refunds()).toEqual([])
  })
})
