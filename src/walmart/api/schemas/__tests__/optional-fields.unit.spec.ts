import fc from "fast-check"
import { chargedCents } from "../../../orders/charges"
import { planOrder } from "../../../import/import-order"
import { isFulfilledByOthers, type Order } from "../../../orders/order"
import { parseOrder, parseOrderList } from "../schemas"
import { settings, store } from "../../../import/__tests__/plan-fixtures"
import { wireLine, wireList, wireOrder, wireShippingInfo, wireStatus } from "./walmart-documents"

const totalOf = ({ lines }: Order) =>
  lines.reduce((sum, line) => sum + chargedCents(line, "line"), 0)

/** An order that uses every field the plugin reads. */
function fullOrder() {
  const money = { currency: "USD", amount: 12.5 }
  const tax = { taxName: "Tax1", taxAmount: { currency: "USD", amount: 1 } }
  const shipped = wireStatus("Shipped", "1", {
    cancellationReason: null,
    intentToCancel: null,
    trackingInfo: {
      shipDateTime: 1790100000000,
      carrierName: { carrier: "UPS", otherCarrier: null },
      methodCode: "Value",
      trackingNumber: "1Z999AA10123456784",
      trackingURL: "https://ups.example/1Z999AA10123456784",
    },
  })
  const product = { chargeType: "PRODUCT", chargeName: "ItemPrice", chargeAmount: money, tax }
  const line = wireLine({
    charges: { charge: [{ ...product, isDiscount: null, discountType: null }] },
    orderLineQuantity: { unitOfMeasurement: "EACH", amount: "2" },
    orderLineStatuses: { orderLineStatus: [wireStatus("Acknowledged", "1"), shipped] },
    intentToCancel: null,
    refund: null,
  })
  return wireOrder({
    orderLines: { orderLine: [line] },
    orderType: "REGULAR",
    originalCustomerOrderID: null,
    orderSummary: { totalAmount: { currencyAmount: 13.5, currencyUnit: "USD" } },
  })
}

/** Every field that nothing needs to ship, to cancel or to account. */
const OPTIONAL = [
  "customerOrderId",
  "customerEmailId",
  "shipNode",
  "shipNode.type",
  "shipNode.id",
  "shipNode.name",
  "orderType",
  "originalCustomerOrderID",
  "orderSummary",
  "orderSummary.totalAmount",
  "orderSummary.totalAmount.currencyAmount",
  "orderSummary.totalAmount.currencyUnit",
  "shippingInfo.phone",
  "shippingInfo.estimatedShipDate",
  "shippingInfo.estimatedDeliveryDate",
  "shippingInfo.postalAddress",
  ...["name", "address1", "address2", "city", "state", "postalCode", "country", "addressType"].map(
    (part) => `shippingInfo.postalAddress.${part}`
  ),
  ...[
    "item.productName",
    "charges.charge.0.chargeType",
    "charges.charge.0.chargeName",
    "charges.charge.0.isDiscount",
    "charges.charge.0.discountType",
    "charges.charge.0.tax.taxName",
    "fulfillment",
    "fulfillment.shipMethod",
    "intentToCancel",
    "statusDate",
    "refund",
    "orderLineStatuses.orderLineStatus.1.cancellationReason",
    "orderLineStatuses.orderLineStatus.1.intentToCancel",
    "orderLineStatuses.orderLineStatus.1.trackingInfo",
    "orderLineStatuses.orderLineStatus.1.trackingInfo.shipDateTime",
    "orderLineStatuses.orderLineStatus.1.trackingInfo.carrierName",
    "orderLineStatuses.orderLineStatus.1.trackingInfo.carrierName.carrier",
    "orderLineStatuses.orderLineStatus.1.trackingInfo.methodCode",
    "orderLineStatuses.orderLineStatus.1.trackingInfo.trackingNumber",
    "orderLineStatuses.orderLineStatus.1.trackingInfo.trackingURL",
  ].map((field) => `orderLines.orderLine.0.${field}`),
]

const JUNK = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, "", "null", " ", 0, -1, 1.5, 1e300, true, false),
  fc.constantFrom<unknown>([], [null], [[]], {}, { amount: "x" }, [{}], { "": { deep: [1] } }),
  fc.string(),
  fc.jsonValue()
)

function replaced(json: unknown, path: string, value: unknown): unknown {
  const [name, ...rest] = path.split(".")
  const copy: Record<string, unknown> | unknown[] = Array.isArray(json)
    ? [...(json as unknown[])]
    : { ...(json as Record<string, unknown>) }
  const before: unknown = Reflect.get(copy, name)
  Reflect.set(copy, name, rest.length === 0 ? value : replaced(before, rest.join("."), value))
  return copy
}

describe("an optional field", () => {
  const isYes = (junk: unknown) =>
    typeof junk !== "object" && /^\s*(true|t|yes|y|1)\s*$/i.test(String(junk))

  it.each(OPTIONAL)("%s never makes an order unreadable and never changes what is owed", (path) => {
    const whole = parseOrder(fullOrder())
    fc.assert(
      fc.property(JUNK, (junk) => {
        // The one value that means something: the price itself is marked as a discount, and then a person is asked.
        fc.pre(!path.endsWith("isDiscount") || !isYes(junk))
        const order = parseOrder(replaced(fullOrder(), path, junk))
        expect(totalOf(order)).toBe(totalOf(whole))
        expect(order.lines[0].statuses.map(({ status, quantity }) => [status, quantity])).toEqual(
          whole.lines[0].statuses.map(({ status, quantity }) => [status, quantity])
        )
      }),
      { numRuns: 40 }
    )
  })

  it.each([
    "purchaseOrderId",
    "orderDate",
    "shippingInfo.methodCode",
    "orderLines.orderLine.0.lineNumber",
    "orderLines.orderLine.0.item.sku",
    "orderLines.orderLine.0.orderLineQuantity.amount",
    "orderLines.orderLine.0.charges.charge.0.chargeAmount.amount",
    "orderLines.orderLine.0.orderLineStatuses.orderLineStatus.0.status",
    "orderLines.orderLine.0.orderLineStatuses.orderLineStatus.0.statusQuantity.amount",
  ])("is not %s, which shipping, canceling or accounting needs", (path) => {
    expect(() => parseOrder(replaced(fullOrder(), path, { junk: true }))).toThrow("cannot be read")
  })

  it("is no tax that cannot be read, because it is money", () => {
    const tax = "orderLines.orderLine.0.charges.charge.0.tax.taxAmount.amount"
    expect(() => parseOrder(replaced(fullOrder(), tax, "1,5"))).toThrow('"1,5"')
    expect(totalOf(parseOrder(replaced(fullOrder(), tax.split(".tax")[0] + ".tax", "")))).toBe(1250)
  })

  it("is read from a list of one as well", () => {
    const shipNode = [{ type: "WFSFulfilled", id: 7 }]
    expect(parseOrder(wireOrder({ shipNode })).shipNode).toEqual({
      type: "WFSFulfilled",
      id: "7",
      name: null,
    })
  })
})

describe("a page of orders", () => {
  it("is read whole when its count is no number", () => {
    const page = parseOrderList(wireList([wireOrder()], { totalCount: { about: 7 } }))
    expect(page).toMatchObject({ totalCount: null, orders: [{ purchaseOrderId: "1799999999001" }] })
  })

  it("is refused when its cursor cannot be read, because the next page would be lost", () => {
    expect(() => parseOrderList(wireList([wireOrder()], { nextCursor: { a: 1 } }))).toThrow(
      "nextCursor"
    )
  })

  it("names an unreadable order that is wrapped", () => {
    const wrapped = { order: { ...wireOrder(), orderLines: null } }
    expect(parseOrderList(wireList([wrapped])).failures).toMatchObject([
      { purchaseOrderId: "1799999999001", customerOrderId: "2000010000000001" },
    ])
  })
})

describe("an order's total", () => {
  it.each([
    [{ currency: "USD", amount: 10.8 }, 1080],
    [{ currencyUnit: "USD", currencyAmount: 10.8 }, 1080],
    [{ currencyAmount: null, amount: "10.80" }, 1080],
    [[{ amount: 10.8 }], 1080],
    [{ amount: "about ten" }, null],
    [{ currencyUnit: "CAD", currencyAmount: 10.8 }, null],
    [{ currencyUnit: "usd", currencyAmount: 10.8 }, 1080],
    [{ currencyUnit: "dollars", currencyAmount: 10.8 }, 1080],
    [10.8, null],
    ["", null],
  ])("%j is read as %s", (totalAmount, expected) => {
    const orderSummary = { totalAmount, orderSubTotals: [{ subTotalType: "type", totalAmount }] }
    expect(parseOrder(wireOrder({ orderSummary })).summaryTotal).toBe(expected)
  })
})

describe("a ship node", () => {
  it("beside the order is the order's", () => {
    const order = wireOrder({ shipNode: undefined })
    const answer = { order, shipNode: { type: "WFSFulfilled" } }
    expect(isFulfilledByOthers(parseOrder(answer))).toBe(true)
    expect(
      isFulfilledByOthers(parseOrder({ ...answer, order: { ...order, shipNode: null } }))
    ).toBe(true)
  })

  it.each([
    ...[{}, "", [], "null", { type: null }, { type: "", id: null }, { type: null, id: "1000001" }],
  ])("beside the order is the order's where that has %j", (shipNode) => {
    const answer = { order: wireOrder({ shipNode }), shipNode: { type: "WFSFulfilled" } }
    expect(isFulfilledByOthers(parseOrder(answer))).toBe(true)
  })

  it.each(["WFS", "3PL", " wfs ", "WFSFulfilled"])(
    "that is only %j is not the seller's",
    (node) => {
      expect(isFulfilledByOthers(parseOrder(wireOrder({ shipNode: node })))).toBe(true)
    }
  )

  it("of the order counts before the one beside it", () => {
    const answer = { order: wireOrder(), shipNode: { type: "WFSFulfilled" } }
    expect(isFulfilledByOthers(parseOrder(answer))).toBe(false)
  })

  it.each(["SellerFulfilled", "SELLERFULFILLED", "Seller", "SELLER", null, "", [], 7.5])(
    "of type %j is the seller's own",
    (type) => {
      expect(isFulfilledByOthers(parseOrder(wireOrder({ shipNode: { type } })))).toBe(false)
    }
  )
})

describe("a discount", () => {
  const price = { currency: "USD", amount: 10 }
  const product = {
    chargeType: "PRODUCT",
    chargeName: "ItemPrice",
    chargeAmount: price,
    tax: { taxName: "Tax1", taxAmount: { currency: "USD", amount: 0.8 } },
  }
  const withDiscount = (charge: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    wireOrder({
      orderLines: {
        orderLine: [
          wireLine({
            charges: {
              charge: [
                product,
                {
                  chargeName: "Promo",
                  chargeAmount: { ...price, amount: 2 },
                  tax: null,
                  ...charge,
                },
              ],
            },
          }),
        ],
      },
      ...more,
    })

  it.each([
    { chargeType: "DISCOUNT", discountType: "SELLER", isDiscount: true },
    { chargeType: "DISCOUNT", isDiscount: "true" },
    { chargeType: "DISCOUNT", isDiscount: "TRUE" },
    { chargeType: "FEE", isDiscount: 1, chargeName: "Sale" },
    { chargeType: "FEE", isDiscount: "1", chargeName: "Sale" },
    { chargeType: "DISCOUNT", isDiscount: false },
    { chargeType: "PROMOTION" },
    { chargeType: "PRODUCT", chargeName: "SubscriptionDiscount" },
    { chargeType: "PRODUCT", isDiscount: true, chargeName: "Sale" },
    { chargeType: "PRODUCT", discountType: "SELLER", chargeName: "Sale" },
    { chargeType: "OTHER", chargeName: "Coupon 20" },
    { chargeType: "DISCOUNT", isDiscount: true, chargeAmount: { ...price, amount: -2 } },
  ])("%j lowers the total, whatever its sign", (charge) => {
    const order = parseOrder(withDiscount(charge))
    expect(totalOf(order)).toBe(880)
    expect(planOrder(order, store(), settings()).planned).toMatchObject({ total: 880 })
  })

  it("takes its tax along", () => {
    const tax = { taxName: "Tax1", taxAmount: { currency: "USD", amount: 0.16 } }
    expect(totalOf(parseOrder(withDiscount({ chargeType: "DISCOUNT", tax })))).toBe(864)
  })

  it("that no total confirms is pointed out", () => {
    const order = parseOrder(withDiscount({ chargeType: "DISCOUNT", isDiscount: true }))
    const { planned } = planOrder(order, store(), settings())
    expect(planned?.notes.map(({ text }) => text)).toEqual([
      'Line 1 (MUG-1): "Promo" of 2.00 was read as a discount, and Walmart sent no total that confirms it; compare the order\'s total with Seller Center.',
    ])
  })

  it.each([
    [8.8, "imported without a word"],
    [12.8, "held for a person"],
  ])("is held against Walmart's total of %d and %s", (amount) => {
    const orderSummary = { totalAmount: { amount } }
    const order = parseOrder(withDiscount({ chargeType: "DISCOUNT" }, { orderSummary }))
    const { planned, attention } = planOrder(order, store(), settings())
    if (amount === 8.8) expect(planned?.notes).toEqual([])
    else expect(attention).toMatchObject({ code: "total_mismatch" })
  })

  it("larger than the price goes to a person", () => {
    const chargeAmount = { ...price, amount: 20 }
    const order = parseOrder(withDiscount({ chargeType: "DISCOUNT", chargeAmount }))
    expect(planOrder(order, store(), settings()).attention).toMatchObject({
      code: "charge_not_representable",
    })
  })

  it.each([
    { chargeType: "SHIPPING", chargeName: "Shipping" },
    { chargeType: "ECO_FEE", chargeName: "Eco fee", isDiscount: "no" },
    { chargeType: "ECO_FEE", chargeName: "Eco fee", isDiscount: null, discountType: null },
    { chargeType: "GIFT_WRAP", chargeName: "Gift wrap", isDiscount: false, discountType: "NONE" },
    { chargeType: "FEE", chargeName: "Fee", discountType: "N/A" },
    { chargeType: "FEE", chargeName: "Fee", discountType: "false" },
  ])("is not %j", (charge) => {
    expect(totalOf(parseOrder(withDiscount(charge)))).toBe(1280)
  })
})

describe("what Walmart masks", () => {
  it.each([
    ["5555550100", "5555550100"],
    ["800-555-0199 ext. 12345", "800-555-0199 ext. 12345"],
    ["000-000-0000 x12", null],
    ["0000000000 ext. 5", null],
    ["(999) 999-9999 #1", null],
    ["000-000-0000;ext=123", null],
    ["123-456-7890 x9", null],
    ["+1 123-456-7890", null],
    ["+1 234-567-8901", "+1 234-567-8901"],
    ["+56 9 1234 5679", "+56 9 1234 5679"],
    ["(555) 555-0100 x12", "(555) 555-0100 x12"],
    [5555550100, "5555550100"],
    ["0000000000", null],
    ["000-000-0000", null],
    ["+1 000 000 0000", null],
    ["9999999999", null],
    ["1111111", null],
    ["5550000000", null],
    ["1234567890", null],
    ["XXXXXXXXXX", null],
    ["555-XXX-XXXX", null],
    ["**********", null],
    ["12345", null],
    ["0", null],
    ["n/a", null],
    ["null", null],
    [{}, null],
  ])("phone %j becomes %j", (phone, expected) => {
    const shippingInfo = wireShippingInfo({ phone })
    expect(parseOrder(wireOrder({ shippingInfo })).phone).toBe(expected)
  })

  it.each([
    ["0000AAAA@relay.walmart.com", "0000AAAA@relay.walmart.com"],
    ["nocxemail@walmart.com", null],
    ["NO-REPLY@walmart.com", null],
    ["null@walmart.com", null],
    ["@walmart.com", null],
    ["somebody@", null],
    [["a@b.c"], null],
  ])("e-mail %j becomes %j", (customerEmailId, expected) => {
    expect(parseOrder(wireOrder({ customerEmailId })).customerEmail).toBe(expected)
  })

  it("words that only fill a field are no address", () => {
    const postalAddress = {
      name: "XXXX XXXX",
      address1: "1 Main St",
      country: "USA",
      state: "null",
    }
    for (const address2 of ["null", "N/A", "none", "-", ".", "undefined", " ", {}]) {
      const shippingInfo = wireShippingInfo({ postalAddress: { ...postalAddress, address2 } })
      expect(parseOrder(wireOrder({ shippingInfo })).address).toMatchObject({
        name: "",
        address1: "1 Main St",
        address2: null,
        state: null,
      })
    }
  })

  it.each([
    { name: { firstName: "Ann", lastName: "Lee" } },
    { firstName: "Ann", lastName: "Lee" },
    { name: null, firstName: "Ann", lastName: "Lee" },
    { name: "****", firstName: " Ann ", lastName: "Lee" },
  ])("does not hide a name that comes in parts: %j", (postalAddress) => {
    const shippingInfo = wireShippingInfo({ postalAddress })
    expect(parseOrder(wireOrder({ shippingInfo })).address?.name).toBe("Ann Lee")
  })

  it.each([{ name: {} }, { name: { firstName: "****" } }, { firstName: {}, lastName: "xxx" }])(
    "leaves no name of its parts: %j",
    (postalAddress) => {
      const shippingInfo = wireShippingInfo({ postalAddress })
      expect(parseOrder(wireOrder({ shippingInfo })).address?.name).toBe("")
    }
  )

  it("keeps a name that is short or strange", () => {
    for (const name of ["X Æ", "Null Null", "Li", "Ann Lee"]) {
      const shippingInfo = wireShippingInfo({ postalAddress: { name } })
      expect(parseOrder(wireOrder({ shippingInfo })).address?.name).toBe(name)
    }
  })
})
