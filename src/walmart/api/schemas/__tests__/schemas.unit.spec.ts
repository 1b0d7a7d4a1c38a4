import fc from "fast-check"
import { UnreadableError } from "../../errors/errors"
import { toMinorUnits } from "../fields"
import { parseInventory, parseOrder, parseOrderList, parseTokenDetail } from "../schemas"
import { wireLine, wireList, wireOrder, wireShippingInfo, wireStatus } from "./walmart-documents"

const withLine = (changes: Record<string, unknown>) =>
  wireOrder({ orderLines: { orderLine: [wireLine(changes)] } })
const withStatuses = (...entries: unknown[]) =>
  withLine({ orderLineStatuses: { orderLineStatus: entries } })
const firstLine = (json: unknown) => parseOrder(json).lines[0]

describe("parseOrder", () => {
  it("reads an order as Walmart documents it", () => {
    expect(parseOrder({ order: wireOrder() })).toEqual({
      purchaseOrderId: "1799999999001",
      customerOrderId: "2000010000000001",
      customerEmail: "RELAYTOKEN@relay.walmart.com",
      phone: "5550100",
      orderedAt: 1790000000000,
      shipBy: 1790200000000,
      deliverBy: 1790500000000,
      methodCode: "Value",
      address: {
        name: "Ann Lee",
        address1: "1 Main St",
        address2: null,
        city: "Troy",
        state: "NY",
        postalCode: "12180",
        country: "USA",
        addressType: "RESIDENTIAL",
      },
      shipNode: { type: "SellerFulfilled", id: "1000001", name: "Main" },
      orderType: null,
      originalCustomerOrderId: null,
      summaryTotal: null,
      lines: [
        {
          lineNumber: "1",
          sku: "MUG-1",
          productName: "Blue Mug",
          quantity: 1,
          charges: [
            { type: "PRODUCT", name: "ItemPrice", currency: "USD", amount: 1250, tax: 100 },
          ],
          statuses: [{ status: "Created", quantity: 1, cancellationReason: null, package: null }],
          refunds: [],
          customerAskedToCancel: false,
          shipMethod: "VALUE",
          statusAt: 1790000000000,
        },
      ],
    })
  })

  it("takes from a text what no database can keep", () => {
    const item = { sku: "MUG\u0000-1", productName: "Half \ud83d of a pair\u0000" }
    expect(firstLine(withLine({ item }))).toMatchObject({
      sku: "MUG-1",
      productName: "Half \ufffd of a pair",
    })
    expect(() => firstLine(withLine({ item: { sku: "\u0000" } }))).toThrow(UnreadableError)
  })

  it("reads it with and without the order wrapper", () => {
    expect(parseOrder(wireOrder())).toEqual(parseOrder({ order: wireOrder() }))
  })

  it("ignores fields it does not know", () => {
    const more = { miscAttributes: { kind: "new" }, incentive: [1], orderLines: undefined }
    expect(parseOrder({ ...more, ...wireOrder() })).toEqual(parseOrder(wireOrder()))
  })

  it("takes a single object where a list belongs", () => {
    const single = wireOrder({
      orderLines: {
        orderLine: wireLine({
          charges: { charge: (wireLine().charges as { charge: unknown[] }).charge[0] },
          orderLineStatuses: { orderLineStatus: wireStatus("Created", "1") },
        }),
      },
    })
    expect(parseOrder(single)).toEqual(parseOrder(wireOrder()))
  })

  it.each([
    ["1", 1],
    [2, 2],
    ["3.0", 3],
    ["0", 0],
  ])("reads the quantity %j", (amount, expected) => {
    expect(firstLine(withStatuses(wireStatus("Created", amount)))?.statuses[0]?.quantity).toBe(
      expected
    )
  })

  it.each(["", "-1", -1, "1.5", 1.5, "many", null, {}, NaN, "1e3"])(
    "refuses the quantity %j",
    (amount) => {
      expect(() => parseOrder(withStatuses(wireStatus("Created", amount)))).toThrow(UnreadableError)
    }
  )

  it.each([
    [1790000000000, 1790000000000],
    ["1790000000000", 1790000000000],
    ["2026-09-21T14:13:20.000Z", 1790000000000],
    ["2026-09-21T14:13:20Z", 1790000000000],
    ["2026-09-21T10:13:20-0400", 1790000000000],
    ["2026-09-21T14:13:20", 1790000000000],
    ["2026-09-21", Date.UTC(2026, 8, 21)],
  ])("reads the time %j as UTC", (orderDate, expected) => {
    expect(parseOrder(wireOrder({ orderDate })).orderedAt).toBe(expected)
  })

  it.each([null, undefined, "", "yesterday", "1", "2026-13-45", 1e300, 1.5, {}])(
    "reads %j as a time only when it is one",
    (orderDate) => {
      const read = () => parseOrder(wireOrder({ orderDate })).orderedAt
      if (orderDate === "1") expect(read()).toBe(1)
      else expect(read).toThrow(UnreadableError)
    }
  )

  it("does without everything optional", () => {
    const order = parseOrder(
      wireOrder({
        customerEmailId: null,
        shipNode: undefined,
        shippingInfo: { methodCode: "Standard" },
        orderLines: {
          orderLine: [
            wireLine({ charges: null, fulfillment: null, item: { sku: "MUG-1", productName: "" } }),
          ],
        },
      })
    )
    expect(order).toMatchObject({
      customerEmail: null,
      phone: null,
      shipBy: null,
      deliverBy: null,
      address: null,
      shipNode: { type: "SellerFulfilled", id: null, name: null },
      lines: [{ charges: [], shipMethod: null, productName: "MUG-1" }],
    })
  })

  it("keeps an address with holes readable", () => {
    const shippingInfo = wireShippingInfo({ postalAddress: { city: "Troy", state: null } })
    expect(parseOrder(wireOrder({ shippingInfo })).address).toMatchObject({
      name: "",
      city: "Troy",
      state: null,
    })
  })

  it.each(["nocxemail@walmartone.com", "NoCxEmail@walmartone.com", "none", "", null])(
    "shows no e-mail while Walmart has only %j",
    (customerEmailId) => {
      expect(parseOrder(wireOrder({ customerEmailId })).customerEmail).toBeNull()
    }
  )

  it("knows replacement orders and the order's total", () => {
    const order = parseOrder(
      wireOrder({
        orderType: "REPLACEMENT",
        originalCustomerOrderID: "2000010000000000",
        orderSummary: { totalAmount: { currencyAmount: 13.5, currencyUnit: "USD" } },
      })
    )
    expect(order).toMatchObject({
      orderType: "REPLACEMENT",
      originalCustomerOrderId: "2000010000000000",
      summaryTotal: 1350,
    })
  })

  it.each([
    ["TRUE", true],
    ["true", true],
    [true, true],
    ["FALSE", false],
    [false, false],
    [null, false],
    ["", false],
  ])("reads intentToCancel %j of a line or a status as %s", (intentToCancel, expected) => {
    expect(firstLine(withLine({ intentToCancel }))?.customerAskedToCancel).toBe(expected)
    const status = wireStatus("Created", "1", { intentToCancel })
    expect(firstLine(withStatuses(status))?.customerAskedToCancel).toBe(expected)
  })

  it("keeps charges of unknown types, discounts and missing taxes", () => {
    const chargeAmount = { currency: "USD", amount: -1.1 }
    const charge = [
      { chargeType: "ECO_FEE", chargeName: null, chargeAmount, tax: null },
      { chargeType: "PRODUCT", chargeName: "SubscriptionDiscount", chargeAmount, tax: {} },
    ]
    expect(firstLine(withLine({ charges: { charge } }))?.charges).toEqual([
      { type: "ECO_FEE", name: "ECO_FEE", currency: "USD", amount: -110, tax: 0 },
      { type: "PRODUCT", name: "SubscriptionDiscount", currency: "USD", amount: -110, tax: 0 },
    ])
  })

  it("refuses a charge whose amount it cannot read, rather than call it nothing", () => {
    const charge = { chargeType: "PRODUCT", chargeAmount: { currency: "USD", amount: "12,50" } }
    expect(() => parseOrder(withLine({ charges: { charge } }))).toThrow('"12,50"')
  })

  it("reads a line split over several statuses, with its packages", () => {
    const tracking = (carrierName: unknown) => ({
      shipDateTime: 1790100000000,
      carrierName,
      methodCode: "Value",
      trackingNumber: "1Z999AA10123456784",
      trackingURL: null,
    })
    const line = firstLine(
      withStatuses(
        wireStatus("Shipped", "1", {
          trackingInfo: tracking({ carrier: "UPS", otherCarrier: null }),
        }),
        wireStatus("Shipped", "1", { trackingInfo: tracking({ otherCarrier: "Acme" }) }),
        wireStatus("Shipped", "1", { trackingInfo: {} }),
        wireStatus("Cancelled", "2", { cancellationReason: "SELLER_CANCEL_OUT_OF_STOCK" })
      )
    )
    expect(line?.statuses).toMatchObject([
      {
        status: "Shipped",
        package: { carrier: "UPS", trackingNumber: "1Z999AA10123456784", shippedAt: 1790100000000 },
      },
      { package: { carrier: "Acme", trackingUrl: null } },
      { package: null },
      { status: "Cancelled", quantity: 2, cancellationReason: "SELLER_CANCEL_OUT_OF_STOCK" },
    ])
  })

  it.each([["Lost"], ["constructor"], [""], [null], [7]])(
    "refuses the unknown line status %j and shows it",
    (status) => {
      const act = () => parseOrder(withStatuses({ ...wireStatus("Created", "1"), status }))
      expect(act).toThrow(UnreadableError)
      expect(act).toThrow(JSON.stringify(status))
      expect(act).toThrow("1799999999001")
    }
  )

  it.each([
    ["SHIPPED", "Shipped"],
    [" shipped ", "Shipped"],
    ["Canceled", "Cancelled"],
    ["CANCELLED", "Cancelled"],
  ])("knows the status %s however it is spelled", (said, expected) => {
    expect(firstLine(withStatuses(wireStatus(said, "1")))?.statuses[0]?.status).toBe(expected)
  })

  it("asks for no status of no units", () => {
    const line = firstLine(withStatuses(wireStatus("Lost", "0"), wireStatus("Created", "1")))
    expect(line.statuses).toMatchObject([{ status: "Created", quantity: 1 }])
    const none = firstLine(withStatuses({ ...wireStatus("x", "0"), status: null }))
    expect(none.statuses).toEqual([])
  })

  it.each(["OnHold", "ONHOLD", "On Hold", "ON_HOLD"])(
    "counts units that Walmart holds back apart, as nothing that could be sent: %s",
    (said) => {
      const line = firstLine(withStatuses(wireStatus(said, "2"), wireStatus("Created", "1")))
      expect(line).toMatchObject({ onHold: 2, statuses: [{ status: "Created", quantity: 1 }] })
    }
  )

  it.each([
    ["a line without any status", withStatuses()],
    ["no lines", wireOrder({ orderLines: { orderLine: [] } })],
    ["no list of lines", wireOrder({ orderLines: null })],
    ["two lines of one number", wireOrder({ orderLines: { orderLine: [wireLine(), wireLine()] } })],
    ["no ship method", wireOrder({ shippingInfo: wireShippingInfo({ methodCode: null }) })],
    ["a purchase order number that is a path", wireOrder({ purchaseOrderId: "../1" })],
    ["a number too large to be exact", wireOrder({ purchaseOrderId: 2 ** 60 })],
  ])("refuses an order with %s, because nothing may be sent on its ground", (_, json) => {
    expect(() => parseOrder(json)).toThrow(UnreadableError)
  })

  it("throws nothing but UnreadableError, whatever it is given", () => {
    const key = fc.constantFrom("order", "orderLines", "orderLine", "shippingInfo", "lineNumber")
    const anything = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
      fc.dictionary(key, fc.anything()).map((changes) => wireOrder(changes)),
      fc.dictionary(key, fc.anything()).map((changes) => withLine(changes)),
      fc.anything().map((order) => ({ order })),
      fc.anything().map((order) => wireList(order))
    )
    const parsers = [parseOrder, parseOrderList, parseInventory, parseTokenDetail]
    fc.assert(
      fc.property(anything, (json) => {
        for (const parse of parsers) {
          try {
            parse(json)
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadableError)
          }
        }
      }),
      { numRuns: 500 }
    )
  })
})

describe("parseOrderList", () => {
  it("reads a page with its cursor and count", () => {
    const page = parseOrderList(
      wireList([wireOrder()], { nextCursor: "?soIndex=1", totalCount: "9" })
    )
    expect(page).toMatchObject({ nextCursor: "?soIndex=1", totalCount: 9, failures: [] })
    expect(page.orders).toEqual([parseOrder(wireOrder())])
  })

  it("takes a single order where a list belongs, wrapped or not", () => {
    expect(parseOrderList(wireList(wireOrder())).orders).toHaveLength(1)
    expect(parseOrderList(wireList([{ order: wireOrder() }])).orders).toHaveLength(1)
  })

  it("loses no order over an unreadable one, and names that one", () => {
    const broken = withStatuses(wireStatus("Lost", "1"))
    const page = parseOrderList(wireList([{ ...broken, purchaseOrderId: "7" }, null, wireOrder()]))
    expect(page.orders).toHaveLength(1)
    expect(page.failures).toEqual([
      {
        purchaseOrderId: "7",
        reason: expect.stringContaining('"Lost"'),
        customerOrderId: wireOrder().customerOrderId,
        orderedAt: wireOrder().orderDate,
      },
      { purchaseOrderId: null, customerOrderId: null, orderedAt: null, reason: expect.any(String) },
    ])
  })

  it("takes nothing for a number that no order could be asked for by", () => {
    const page = parseOrderList(wireList([{ purchaseOrderId: "../7", orderDate: "soon" }]))
    expect(page.failures).toMatchObject([{ purchaseOrderId: null, orderedAt: null }])
  })

  it.each([null, "", undefined])("ends the walk at the cursor %j", (nextCursor) => {
    expect(parseOrderList(wireList([wireOrder()], { nextCursor })).nextCursor).toBeNull()
  })

  it("ends the walk at an empty page, whatever its cursor", () => {
    expect(parseOrderList(wireList([], { nextCursor: "?x=1" })).nextCursor).toBeNull()
    expect(parseOrderList({ list: { meta: null, elements: null } }).nextCursor).toBeNull()
  })

  it("reports errors that came with the list", () => {
    const { list } = wireList([wireOrder()])
    const page = parseOrderList({
      list: { ...list, errors: [{ code: "E", description: "partial, ann@example.com" }] },
    })
    expect(page.orders).toHaveLength(1)
    expect(page.failures).toMatchObject([
      { purchaseOrderId: null, reason: expect.stringMatching(/partial, \[e-mail\]$/) },
    ])
  })

  it.each([null, [], {}, { error: [] }, "text", { list: [] }])("refuses %j", (json) => {
    expect(() => parseOrderList(json)).toThrow(UnreadableError)
  })
})

describe("money", () => {
  it.each([
    [12.5, 1250],
    ["12.50", 1250],
    [1.005, 101],
    [1.115, 112],
    [0.1 + 0.2, 30],
    [12.499999999999998, 1250],
    [-4.4, -440],
    [-0.001, 0],
    [1e-9, 0],
    ["0", 0],
    [12990, 1299000],
    ["1.", 100],
  ])("reads %j as %d minor units", (amount, expected) => {
    expect(Object.is(toMinorUnits(amount), expected)).toBe(true)
  })

  it.each([NaN, Infinity, 1e21, "", "1,5", "$1", "1e3", null, undefined, {}, true])(
    "does not guess at %j",
    (amount) => expect(toMinorUnits(amount)).toBeUndefined()
  )

  it("brings every amount of whole cents back exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        expect(toMinorUnits(cents / 100)).toBe(cents)
        expect(toMinorUnits((cents / 100).toFixed(2))).toBe(cents)
      })
    )
  })
})
