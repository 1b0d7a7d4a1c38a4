import { planOrder } from "../../../import/import-order"
import { settings, store } from "../../../import/__tests__/plan-fixtures"
import { isFulfilledByOthers, type Order } from "../../../orders/order"
import { listedDetails } from "../../errors/error-body"
import { jsonOf } from "../../errors/redact"
import { parseReturnList } from "../return-schema"
import { parseInventory, parseInventoryPage, parseOrder, parseOrderList } from "../schemas"
import { wireLine, wireList, wireOrder, wireShippingInfo, wireStatus } from "./walmart-documents"

const withLine = (changes: Record<string, unknown>) =>
  parseOrder(wireOrder({ orderLines: { orderLine: [wireLine(changes)] } }))
const wireOrderLines = (charge: unknown) => ({ orderLine: [wireLine({ charges: { charge } })] })
const plain = parseOrder(wireOrder())

/** What a document looks like that XML was turned into: an element without content is an empty text, or an empty list. */
const EMPTY = ["", " ", null, undefined, [], {}]

describe("a count of stock", () => {
  it("is read as much as a count can hold, so that one listing stops no check", () => {
    const quantity = { unit: "EACH", amount: 9_999_999_999 }
    expect(parseInventory({ sku: "MUG-1", quantity }).amount).toBe(2_147_483_647)
  })
})

describe("a holder of a list", () => {
  it.each(EMPTY)("holds nothing as %j", (empty) => {
    expect(withLine({ charges: empty }).lines[0].charges).toEqual([])
    expect(parseOrderList({ list: { meta: empty, elements: empty } })).toEqual({
      ...{ orders: [], failures: [], nextCursor: null, totalCount: null },
    })
    expect(parseInventoryPage({ meta: empty, elements: empty }).skus).toEqual([])
    expect(parseReturnList({ meta: empty, returnOrders: [] }).returns).toEqual([])
  })

  it("may be left out around its list", () => {
    const { charges, orderLineStatuses } = wireLine()
    const line = wireLine({
      charges: Reflect.get(charges as object, "charge"),
      orderLineStatuses: Reflect.get(orderLineStatuses as object, "orderLineStatus"),
    })
    expect(parseOrder(wireOrder({ orderLines: [line] }))).toEqual(plain)
    expect(parseOrderList({ list: { elements: [wireOrder()] } }).orders).toEqual([plain])
  })

  it("may be left out around a single entry, which is not taken for nothing", () => {
    const { charges, orderLineStatuses } = wireLine()
    const [[charge], [status]] = [
      Reflect.get(charges as object, "charge") as unknown[],
      Reflect.get(orderLineStatuses as object, "orderLineStatus") as unknown[],
    ]
    const line = wireLine({ charges: charge, orderLineStatuses: status })
    expect(parseOrder(wireOrder({ orderLines: line }))).toEqual(plain)
    expect(parseOrderList({ list: { elements: wireOrder() } }).orders).toEqual([plain])
  })

  it("of another name is complained of, because money and orders would be lost", () => {
    const { charges } = wireLine()
    const misnamed = { charges: Reflect.get(charges as object, "charge") as unknown }
    expect(() => withLine({ charges: misnamed })).toThrow("cannot be read: orderLines.0.charges.0")
    const page = parseOrderList({ list: { elements: { orders: [wireOrder()] } } })
    expect(page.failures).toHaveLength(1)
  })

  it.each(EMPTY)("without which nothing could be shipped is never taken for %j", (empty) => {
    expect(() => parseOrder(wireOrder({ orderLines: empty }))).toThrow("cannot be read")
    expect(() => withLine({ orderLineStatuses: empty })).toThrow("cannot be read")
  })
})

describe("money of a line", () => {
  const charge = (changes: Record<string, unknown>) =>
    withLine({
      charges: { charge: { chargeType: "PRODUCT", chargeName: "ItemPrice", ...changes } },
    }).lines[0].charges

  it("is read in the spelling of totals and returns as well", () => {
    const chargeAmount = { currencyAmount: 12.5, currencyUnit: "USD" }
    const tax = { taxName: "Tax1", taxAmount: { currencyAmount: 1, currencyUnit: "USD" } }
    expect(charge({ chargeAmount, tax })).toEqual(plain.lines[0].charges)
  })

  it.each(["", [], null, undefined])("has no tax where its sum is %j", (taxAmount) => {
    const chargeAmount = { currency: "USD", amount: 12.5 }
    expect(charge({ chargeAmount, tax: { taxAmount } })).toMatchObject([{ amount: 1250, tax: 0 }])
  })
})

describe("a tax of a charge", () => {
  const chargeAmount = { currency: "USD", amount: 12.5 }
  const taxOf = (tax: unknown) =>
    withLine({ charges: { charge: { chargeType: "PRODUCT", chargeAmount, tax } } }).lines[0]
      .charges[0].tax

  it.each([
    { taxName: "Tax1", amount: 1, currency: "USD" },
    { taxName: "Tax1", currencyAmount: "1.00", currencyUnit: "USD" },
    [{ amount: 0.4 }, { taxAmount: { amount: 0.6 } }],
  ])("counts where its sum stands in the tax itself: %j", (tax) => {
    expect(taxOf(tax)).toBe(100)
  })

  it("is never added to a charge in another currency", () => {
    expect(() => taxOf({ taxAmount: { currency: "CAD", amount: 1 } })).toThrow(
      "tax is in CAD, expected USD like its charge"
    )
    expect(taxOf({ taxAmount: { currency: "CAD", amount: 0 } })).toBe(0)
    expect(taxOf({ taxAmount: { currency: "usd", amount: 1 } })).toBe(100)
  })

  it.each([[null], { taxName: "Tax1" }, {}])("is none as %j", (tax) => {
    expect(taxOf(tax)).toBe(0)
  })
})

describe("a value that could not be kept", () => {
  const MILLIONS = "99999999999"

  it("is named with its order, so that the database need not refuse it", () => {
    const orderLineQuantity = { unitOfMeasurement: "EACH", amount: MILLIONS }
    expect(() => withLine({ orderLineQuantity })).toThrow(
      `orderLines.0.orderLineQuantity.amount is "${MILLIONS}", expected a whole number of units, a million at most`
    )
    const orderDate = 8.64e15
    expect(() => parseOrder(wireOrder({ orderDate }))).toThrow("orderDate is 8640000000000000")
  })

  it.each([8.64e15, -8.64e15, "275000-01-01"])("is no date of a deadline: %s", (date) => {
    const shippingInfo = wireShippingInfo({ estimatedShipDate: date })
    expect(parseOrder(wireOrder({ shippingInfo })).shipBy).toBeNull()
  })
})

describe("a value of the wrong shape", () => {
  it.each([
    [{ orderLineQuantity: undefined }, "orderLineQuantity is nothing, expected an object"],
    [{ orderLineQuantity: "two" }, 'orderLineQuantity is "two", expected an object'],
    [
      { orderLineQuantity: "2 or 3" },
      'orderLineQuantity.amount is "2 or 3", expected a whole number',
    ],
    [{ item: [{ sku: "MUG-1" }] }, "item is a list, expected an object"],
    [{ item: { sku: {} } }, "item.sku is an object, expected a text"],
    [{ charges: { charge: [null] } }, "charges.0 is null, expected an object"],
  ])("is named with what was expected: %j", (change, words) => {
    expect(() => withLine(change)).toThrow(`orderLines.0.${words}`)
  })

  it("is named also when it is the whole order", () => {
    expect(() => parseOrder(null)).toThrow("cannot be read: it is null, expected an object.")
  })
})

describe("a quantity", () => {
  it.each(["2", 2, { amount: "2" }])("is read without the object around it as well: %j", (bare) => {
    const status = { ...wireStatus("Created", "2"), statusQuantity: bare }
    const line = { orderLineQuantity: bare, orderLineStatuses: { orderLineStatus: status } }
    expect(withLine(line).lines[0]).toMatchObject({ quantity: 2, statuses: [{ quantity: 2 }] })
  })
})

describe("a charge that leaves something out", () => {
  const price = { currency: "USD", amount: 12.5 }
  const product = { chargeType: "PRODUCT", chargeName: "ItemPrice", chargeAmount: price }
  const charged = (...charge: unknown[]) => withLine({ charges: { charge } })
  const notesOf = (order: Order) =>
    planOrder(order, store(), settings()).planned?.notes.map(({ text }) => text)

  it.each([
    ["its tax", [{ ...product, tax: { taxAmount: { currency: "CAD", amount: 1 } } }], "CAD"],
    [
      "the other charges",
      [product, { ...product, chargeAmount: { ...price, currency: "CAD" } }],
      "CAD",
    ],
  ])("is in the currency of %s", (_, charges, currency) => {
    const bare = { ...charges[0], chargeAmount: { amount: 12.5 } }
    const all = [bare, ...charges.slice(1)]
    expect(charged(...all).lines[0].charges[0]).toMatchObject({ currency, amount: 1250 })
  })

  it("is in the currency of the order's total, or of its market", () => {
    const orderLines = wireOrderLines({ ...product, chargeAmount: { amount: 12.5 } })
    const orderSummary = { totalAmount: { currencyAmount: 12.5, currencyUnit: "MXN" } }
    const currencyOf = (order: Order) => order.lines[0].charges[0].currency
    expect(currencyOf(parseOrder(wireOrder({ orderLines, orderSummary }), "CAD"))).toBe("MXN")
    expect(currencyOf(parseOrder(wireOrder({ orderLines }), "CAD"))).toBe("CAD")
    const order = parseOrder(wireOrder({ orderLines }))
    expect(planOrder(order, store(), settings()).planned).toMatchObject({ currencyCode: "usd" })
  })

  it("is never put into the currency of others that differ among themselves", () => {
    const order = charged({ ...product, chargeAmount: { amount: 1 } }, product, {
      ...product,
      chargeAmount: { currency: "CAD", amount: 1 },
    })
    const { attention } = planOrder(order, store(), settings())
    expect(attention).toMatchObject({ code: "currency_mixed" })
  })

  it("has the type of its name", () => {
    const { chargeType: _type, ...untyped } = product
    expect(charged(untyped).lines[0].charges).toEqual(charged(product).lines[0].charges)
    const shipping = { ...untyped, chargeName: "Shipping" }
    expect(charged(product, shipping).lines[0].charges[1]).toMatchObject({ type: "SHIPPING" })
  })

  it("is another charge, and is pointed out, where its name does not tell", () => {
    const order = charged(product, { chargeName: "Eco fee", chargeAmount: price })
    expect(order.lines[0].charges[1]).toMatchObject({ type: "OTHER", amount: 1250 })
    expect(notesOf(order)).toEqual([expect.stringContaining('what "Eco fee" of 12.50 is for')])
  })

  it.each([null, undefined, {}, "", { currency: "USD" }, { currency: "USD", amount: null }])(
    "costs nothing, and is pointed out, where its amount is %j",
    (chargeAmount) => {
      const order = charged(product, { chargeType: "SHIPPING", chargeAmount })
      expect(order.lines[0].charges[1]).toMatchObject({ amount: 0, currency: "USD" })
      expect(notesOf(order)).toEqual([expect.stringContaining('"SHIPPING" came without an amount')])
    }
  )

  it.each([{ value: 5 }, { amount: "5,00" }, "5 dollars", 5])(
    "is refused where there is money that cannot be read: %j",
    (chargeAmount) => {
      expect(() => charged(product, { chargeType: "SHIPPING", chargeAmount })).toThrow("charges.1")
    }
  )

  it("leaves no refund that cannot be read unseen", () => {
    const refundCharge = { charge: { chargeType: "PRODUCT", chargeAmount: null } }
    const refund = { refundCharges: { refundCharge } }
    expect(withLine({ refund }).lines[0].refunds).toBeNull()
  })
})

describe("a parcel of a line", () => {
  it("is read from a list of one, so that units that have left keep their number", () => {
    const trackingInfo = { trackingNumber: "1Z999AA10123456784", carrierName: { carrier: "UPS" } }
    const { statuses } = withLine({
      orderLineStatuses: {
        orderLineStatus: wireStatus("Shipped", "1", { trackingInfo: [trackingInfo] }),
      },
    }).lines[0]
    expect(statuses[0].package).toMatchObject({
      carrier: "UPS",
      trackingNumber: "1Z999AA10123456784",
    })
  })
})

describe("a request to cancel", () => {
  it.each(["TRUE", "true", true, " Yes ", "Y", "T", "1", 1])("stands as %j", (intentToCancel) => {
    expect(withLine({ intentToCancel }).lines[0].customerAskedToCancel).toBe(true)
  })

  it.each(["FALSE", "", null, "N", "F", "null", 0, "0", 11])(
    "does not stand as %j",
    (intentToCancel) => {
      expect(withLine({ intentToCancel }).lines[0].customerAskedToCancel).toBe(false)
    }
  )
})

describe("who ships an order", () => {
  it.each(["WFSFulfilled", "3PLFulfilled", ["WFSFulfilled"], [{ type: "WFSFulfilled" }]])(
    "is others by %j, however it is wrapped",
    (shipNode) => {
      const given =
        Array.isArray(shipNode) && typeof shipNode[0] === "string" ? shipNode[0] : shipNode
      expect(isFulfilledByOthers(parseOrder(wireOrder({ shipNode: given })))).toBe(true)
    }
  )

  it.each(["SellerFulfilled", "SELLER_FULFILLED", "Seller Fulfilled", "sellerfulfilled"])(
    "is the seller by %s",
    (type) => {
      expect(isFulfilledByOthers(parseOrder(wireOrder({ shipNode: { type } })))).toBe(false)
      expect(isFulfilledByOthers(parseOrder(wireOrder({ shipNode: type })))).toBe(false)
    }
  )
})

describe("a kind of ship node that nobody knows", () => {
  const read = (type: string) => parseOrder(wireOrder({ shipNode: { type, id: 7 } }))

  it.each(["MARKETPLACE", "SF", "S2H", "DropShip"])(
    "is the seller's, and is pointed out: %s",
    (type) => {
      expect(read(type).shipNode).toMatchObject({ type: "SellerFulfilled", unknownType: type })
      const { planned } = planOrder(read(type), store(), settings())
      expect(planned?.notes.map(({ text }) => text)).toContainEqual(
        expect.stringContaining(`"${type}", which the plugin does not know`)
      )
    }
  )

  it.each(["SellerFulfilledNode", "MARKETPLACE_SELLER"])(
    "is none where it names the seller: %s",
    (type) => {
      expect(read(type).shipNode).toEqual({ type: "SellerFulfilled", id: "7", name: null })
      expect(planOrder(read(type), store(), settings()).planned?.notes).toEqual([])
    }
  )

  it.each(["WFS_Fulfilled", "3PL", "Fulfilled by Walmart", "WALMART", "Seller WFS"])(
    "is others' where it names them: %s",
    (type) => expect(isFulfilledByOthers(read(type))).toBe(true)
  )

  it("counts also where it stands alone for the node", () => {
    const order = parseOrder(wireOrder({ shipNode: "Fulfilled by Walmart" }))
    expect(isFulfilledByOthers(order)).toBe(true)
  })
})

describe("a list that comes with errors", () => {
  it.each([
    { list: { errors: [{ code: "E", description: "half of it" }] } },
    { list: { errors: { error: [{ code: "E", description: "half of it" }] } } },
    { list: { errors: { error: { code: "E", description: "half of it" } } } },
  ])("never loses them: %j", ({ list }) => {
    const page = parseOrderList({ list: { ...wireList([]).list, ...list } })
    expect(page.failures).toMatchObject([{ reason: expect.stringContaining("half of it") }])
  })

  it("says those of each node", () => {
    const nodes = [
      { shipNode: "1", errors: { error: [{ code: "E", description: "no such node" }] } },
    ]
    expect(listedDetails({ nodes })).toMatchObject([{ description: "no such node" }])
  })

  it("goes on nowhere with a question mark alone, which would begin it again", () => {
    expect(parseOrderList(wireList([wireOrder()], { nextCursor: "?" })).nextCursor).toBeNull()
  })
})

describe("an answer with a byte order mark", () => {
  it("is read like any other", () => {
    expect(jsonOf('\uFEFF{"a":1}')).toEqual({ a: 1 })
    expect(jsonOf("\uFEFF")).toBeUndefined()
  })
})

describe("a line of a return", () => {
  const line = {
    ...{ returnOrderLineNumber: 1, purchaseOrderId: "1799999999001", purchaseOrderLineNumber: 1 },
    ...{ item: { sku: "MUG-1" }, quantity: { unitOfMeasure: "EACH", measurementValue: 2 } },
    status: "INITIATED",
  }
  const read = (changes: Record<string, unknown>) =>
    parseReturnList({
      returnOrders: [
        { returnOrderId: "1", customerOrderId: "2", returnOrderLines: [{ ...line, ...changes }] },
      ],
    }).returns[0].lines[0]

  it.each([1, "1", { measurementValue: 1, unitOfMeasure: "EACH" }, { amount: "1" }])(
    "has what was refunded, also as a measured quantity, so that it is not refunded twice: %j",
    (refundedQty) => expect(read({ refundedQty }).refunded).toBe(1)
  )

  it.each([10.5, -10.5])("is worth what is given back, whatever its sign: %s", (sum) => {
    const chargeTotals = [
      { name: "lineTotal", value: { currencyAmount: sum, currencyUnit: "USD" } },
    ]
    expect(read({ chargeTotals }).total).toBe(1050)
  })

  it("needs no product to be refunded", () => {
    expect(read({ item: null })).toMatchObject({ sku: "", productName: "", quantity: 2 })
  })
})
