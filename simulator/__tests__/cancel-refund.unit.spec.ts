import { cancelLine, refusalText, sharedSeller, statusesOf } from "./test-seller"

const walmart = sharedSeller()

function create(line: object = {}, more: object = {}): string {
  const lines = [{ sku: "MUG-1", quantity: 2, price: 10, tax: 1, shipping: 4, ...line }]
  return walmart.simulator.control.createOrder({ lines, ...more }).purchaseOrderId
}

async function expectRefused(id: string, lines: unknown[], text: string) {
  const reply = await walmart.seller.cancel(id, lines)
  expect(reply.status).toBe(400)
  expect(refusalText(reply)).toContain(text)
  expect(walmart.simulator.control.ledger()).toEqual([])
}

describe("canceling", () => {
  it("splits the line and keeps the reason, acknowledged or not (C3)", async () => {
    for (const status of ["Created", "Acknowledged"]) {
      const id = create({}, { status })
      const reply = await walmart.seller.cancel(id, [cancelLine("1", "1")])
      expect(reply.status).toBe(200)
      expect(statusesOf(reply.body)).toBe(`${status} 1, Cancelled 1`)
      const { orderLineStatus } = reply.body.order.orderLines.orderLine[0].orderLineStatuses
      expect(orderLineStatus[1].cancellationReason).toBe("SELLER_CANCEL_PRICING_ERROR")
      expect(walmart.simulator.control.ledger(id)).toMatchObject([
        { effect: "cancelled", quantity: 1, reason: "SELLER_CANCEL_PRICING_ERROR" },
      ])
    }
  })

  it("applies a repeated partial cancellation twice (W5)", async () => {
    const id = create()
    await walmart.seller.cancel(id, [cancelLine("1", "1")])
    expect((await walmart.seller.cancel(id, [cancelLine("1", "1")])).status).toBe(200)
    expect(await walmart.seller.statuses(id)).toBe("Cancelled 2")
  })

  it.each(["SELLER_CANCEL_CUSTOMER_DUPLICATE_ORDER", "CANCEL_BY_SELLER", "OTHER"])(
    "refuses the reason %s (C1)",
    (reason) => expectRefused(create(), [cancelLine("1", "1", reason)], "cancellationReason")
  )

  it("takes the customer's wish as a reason only when the customer had it (C2)", async () => {
    const id = create()
    const lines = [cancelLine("1", "2", "CUSTOMER_REQUESTED_SELLER_TO_CANCEL")]
    await expectRefused(id, lines, "did not ask to cancel")
    walmart.simulator.control.run("POST", `orders/${id}/intent-to-cancel`, { lines: ["1"] })
    expect((await walmart.seller.cancel(id, lines)).status).toBe(200)
  })

  it("refuses shipped, canceled or too much quantity, and a wrong body (C3, W1)", async () => {
    await expectRefused(create({ status: "Shipped" }), [cancelLine("1", "1")], "in SHIPPED status")
    await expectRefused(create({ status: "Cancelled" }), [cancelLine("1", "1")], "in CANCELLED")
    await expectRefused(create(), [cancelLine("1", "3")], "cannot be Cancelled")
    await expectRefused(create(), [cancelLine("1", 1)], "must be a string")
    await expectRefused(create(), [{ ...cancelLine("1", "1"), sku: "x" }], "not a documented field")
    await expectRefused(create(), Array(101).fill(cancelLine("1", "1")), "more than 100 lines")
    await expectRefused(
      create({}, { shipNodeType: "WFSFulfilled" }),
      [cancelLine("1", "1")],
      "Walmart"
    )
  })

  it("sets the node's inventory to 0 when the reason is out of stock, and only then (C4)", async () => {
    const level = async () => {
      const { body } = await walmart.seller.get("/v3/inventory?sku=MUG-1&shipNode=N2")
      return body.quantity.amount
    }
    walmart.simulator.control.run("POST", "inventory", { sku: "MUG-1", shipNode: "N2", amount: 9 })
    const id = create({}, { shipNode: "N2" })
    await walmart.seller.cancel(id, [cancelLine("1", "1")])
    expect(await level()).toBe(9)
    await walmart.seller.cancel(id, [cancelLine("1", "1", "SELLER_CANCEL_OUT_OF_STOCK")])
    expect(await level()).toBe(0)
    expect(walmart.simulator.control.ledger(id)[2]).toMatchObject({
      effect: "inventory",
      sku: "MUG-1",
      shipNode: "N2",
      quantity: 0,
    })
  })
})

describe("refunding", () => {
  const usd = (amount: number) => ({ currency: "USD", amount })
  const refundLine = (price: number, tax: number | null, isFullRefund = false) => {
    const taxed = tax === null ? {} : { tax: { taxName: "Tax1", taxAmount: usd(tax) } }
    const charge = {
      chargeType: "PRODUCT",
      chargeName: "ItemPrice",
      chargeAmount: usd(price),
      ...taxed,
    }
    const refundCharge = [{ refundReason: "DamagedItem", charge }]
    const refund = [{ refundComments: "box dented", refundCharges: { refundCharge } }]
    return { lineNumber: "1", isFullRefund, refunds: { refund } }
  }
  const refund = (id: string, lines: unknown[], purchaseOrderId = id) =>
    walmart.seller.call("POST", `/v3/orders/${id}/refund`, {
      body: { orderRefund: { purchaseOrderId, orderLines: { orderLine: lines } } },
    })

  it("gives back up to what was charged, and a repeat gives back again (F1)", async () => {
    const id = create({ status: "Shipped" })
    expect((await refund(id, [refundLine(-5, -0.5)])).status).toBe(200)
    expect((await refund(id, [refundLine(-5, -0.5)])).status).toBe(200)
    expect((await refund(id, [refundLine(-5, -0.5)])).status).toBe(400)
    expect((await refund(id, [refundLine(-1, null, true)])).status).toBe(200)
    const amounts = walmart.simulator.control
      .ledger(id)
      .map((entry) => [entry.effect, entry.amount])
    expect(amounts).toEqual([
      ["refunded", 5.5],
      ["refunded", 5.5],
      ["refunded", 4],
    ])
  })

  it("refuses positive amounts, unshipped lines and mixed modes (F1)", async () => {
    const shipped = create({ status: "Shipped" })
    expect((await refund(shipped, [refundLine(5, null)])).status).toBe(400)
    expect((await refund(create(), [refundLine(-5, null)])).status).toBe(400)
    const mixed = [refundLine(-1, null), refundLine(-1, null, true)]
    expect((await refund(shipped, mixed)).status).toBe(400)
    expect(walmart.simulator.control.ledger()).toEqual([])
  })

  it("gives tax and shipping back with the whole item price, and shows every charge (F5)", async () => {
    for (const line of [refundLine(-10, null), refundLine(-0.01, null, true)]) {
      const id = create({ status: "Shipped" })
      const { body } = await refund(id, [line])
      expect(walmart.simulator.control.ledger(id)).toMatchObject([{ amount: 15 }])
      const shown = body.order.orderLines.orderLine[0].refund.refundCharges.refundCharge
      const price = { chargeAmount: usd(-10), tax: { taxAmount: usd(-1) } }
      expect(shown).toMatchObject([{ charge: price }, { charge: { chargeAmount: usd(-4) } }])
    }
  })

  it("refuses an unknown reason and another order's id in the body (F2)", async () => {
    const id = create({ status: "Shipped" })
    const text = JSON.stringify(refundLine(-1, null)).replace("DamagedItem", "Whatever")
    expect((await refund(id, [JSON.parse(text)])).status).toBe(400)
    expect((await refund(id, [refundLine(-1, null)], "123")).status).toBe(400)
  })
})

describe("inventory", () => {
  const put = (query: string, body: unknown) =>
    walmart.seller.call("PUT", `/v3/inventory?${query}`, { body })
  const level = (amount: unknown, sku = "MUG-1", unit = "EACH") => ({
    sku,
    quantity: { unit, amount },
  })

  it("is set absolutely and per node (I1)", async () => {
    create()
    expect((await put("sku=MUG-1&shipNode=N2", level(7))).body).toEqual(level(7))
    expect((await put("sku=MUG-1&shipNode=N2", level(5))).status).toBe(200)
    expect((await walmart.seller.get("/v3/inventory?sku=MUG-1&shipNode=N2")).body).toEqual(level(5))
    expect((await walmart.seller.get("/v3/inventory?sku=MUG-1")).body).toEqual(level(0))
    expect(walmart.simulator.control.ledger()).toMatchObject([
      { effect: "inventory", quantity: 7, sku: "MUG-1", shipNode: "N2" },
      { effect: "inventory", quantity: 5, sku: "MUG-1", shipNode: "N2" },
    ])
  })

  it.each([
    ["another SKU in the body", "sku=MUG-1", level(1, "MUG-2"), 400],
    ["a text amount", "sku=MUG-1", level("1"), 400],
    ["a negative amount", "sku=MUG-1", level(-1), 400],
    ["a fraction", "sku=MUG-1", level(1.5), 400],
    ["another unit", "sku=MUG-1", level(1, "MUG-1", "EA"), 400],
    ["no SKU", "shipNode=N2", level(1), 400],
    ["an unknown SKU", "sku=NO", level(1, "NO"), 404],
  ])("refuses %s (I1, I2)", async (_name, query, body, status) => {
    create()
    expect((await put(query, body)).status).toBe(status)
    expect(walmart.simulator.control.ledger()).toEqual([])
  })
})
