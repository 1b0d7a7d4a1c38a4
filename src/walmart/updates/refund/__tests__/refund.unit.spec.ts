import type { Charge, Order, OrderLine } from "../../../orders/order"
import { findRefundLines } from "../../../refunds/find-lines"
import { walmartReason } from "../../../refunds/reasons"
import { refundParts } from "../../../refunds/refund-parts"
import { splitRefund } from "../../../refunds/split"
import type { RefundPayload } from "../../payloads/refund-payload"
import { type KnownUpdate, PAYLOAD_VERSION } from "../../model/update"
import { correctRefund } from "../correct-refund"
import { refundLinesOf } from "../check-refund"
import { nextRefund } from "../next-refund"
import { marketOf } from "../../../markets/markets"

const charge = (type: string, amount: number, tax = 0): Charge => ({
  ...{ type, name: type === "SHIPPING" ? "Shipping" : "ItemPrice", currency: "USD" },
  ...{ amount, tax },
})

/** Two units of 10.00 with 1.00 tax in all, and 4.00 shipping. */
function line(changes: Partial<OrderLine> = {}, status = "Shipped", quantity = 2): OrderLine {
  return {
    ...{ lineNumber: "1", sku: "MUG", productName: "Mug", quantity: 2 },
    ...{ customerAskedToCancel: false, shipMethod: null, refunds: [] },
    charges: [charge("PRODUCT", 1000, 100), charge("SHIPPING", 400)],
    statuses: [
      { status: status as "Shipped", quantity, cancellationReason: null, package: null },
      ...(quantity < 2
        ? [
            {
              status: "Acknowledged" as const,
              quantity: 1,
              cancellationReason: null,
              package: null,
            },
          ]
        : []),
    ],
    ...changes,
  }
}

const order = (...lines: OrderLine[]) => ({ purchaseOrderId: "1799", lines }) as unknown as Order

function update(lines: RefundPayload["lines"]): KnownUpdate<RefundPayload> {
  const amount = lines.reduce((sum, one) => sum + one.amount, 0) || 500
  return {
    ...{ id: "wmu_1", sequence: 1, uniqueKey: "refund:ref_1", status: "pending" },
    payload: {
      ...{ kind: "refund", refundId: "ref_1", amount, reason: "DamagedItem" },
      ...{ chargesPer: "line", lines },
    },
    payloadVersion: PAYLOAD_VERSION,
  }
}

const part = (type: string, amount: number, total = amount, lineNumber = "1") => ({
  ...{ lineNumber, type, amount, total },
})

const LIMITS = { now: 1, maxLines: 100, maxUpdates: 50 }

const next = (shown: Order, wanted: KnownUpdate<RefundPayload>) =>
  nextRefund(shown, [wanted], [wanted], LIMITS)

describe("what can be refunded of a line", () => {
  it("is the share of the units that have left, each charge with its tax", () => {
    expect(refundParts(line({}, "Shipped", 1), "line")).toMatchObject([
      { type: "PRODUCT", charged: 550, tax: 50, refunded: 0, isWhole: false },
      { type: "SHIPPING", charged: 200, tax: 0, refunded: 0 },
    ])
    expect(refundParts(line(), "unit")[0].charged).toBe(2200)
    expect(refundParts(line({}, "Acknowledged"), "line")).toEqual([])
  })

  it("is less what Walmart shows as given back, by whichever means it shows it", () => {
    const refunded = (changes: Partial<OrderLine>, status?: string) =>
      refundParts(line(changes, status), "line").map((one) => one.refunded)
    expect(refunded({ refunds: [charge("PRODUCT", 500, 50)] })).toEqual([550, 0])
    expect(refunded({ refunds: [charge("PRODUCT", 1300)] })).toEqual([1100, 200])
    expect(refunded({ refunds: null })).toEqual([1100, 400])
    expect(refunded({}, "Refund")).toEqual([1100, 400])
  })

  it("is lowered by discounts", () => {
    const discounted = line({ charges: [charge("PRODUCT", 1000, 80), charge("PROMO", -200)] })
    expect(refundParts(discounted, "line")).toMatchObject([{ charged: 880, tax: 80 }])
  })
})

describe("a refund without named lines", () => {
  const open = [
    { lineNumber: "1", type: "PRODUCT", left: 1100 },
    { lineNumber: "1", type: "SHIPPING", left: 400 },
    { lineNumber: "2", type: "PRODUCT", left: 700 },
  ]

  it.each([
    [2200, 3],
    [1500, 2],
    [1100, 1],
    [400, 1],
    [700, 1],
  ])("of %i is for what is left of exactly that", (amount, parts) => {
    const found = findRefundLines(amount, open)
    expect(found).toHaveLength(parts)
    expect(found?.reduce((sum, one) => sum + one.amount, 0)).toBe(amount)
  })

  it("has to be explained when it may be for several", () => {
    expect(findRefundLines(500, open)).toBeNull()
    expect(findRefundLines(400, [...open, { ...open[1], lineNumber: "3" }])).toBeNull()
  })

  it("may be of any amount where only one thing is left", () => {
    expect(findRefundLines(3, open.slice(0, 1))).toEqual([
      { lineNumber: "1", type: "PRODUCT", amount: 3 },
    ])
  })
})

describe("a refund is refused", () => {
  const refusals = (amount: number, named: ReturnType<typeof part>[] | null, one = line()) => {
    const found = refundLinesOf(amount, named, { parts: refundParts(one, "line"), known: [] })
    return "problems" in found ? found.problems.map(({ code }) => code) : []
  }

  it("for what is not shipped", () => {
    expect(refusals(500, null, line({}, "Acknowledged"))).toEqual(["refund_not_shipped"])
    expect(refusals(500, [part("PRODUCT", 500, 500, "2")])).toEqual(["refund_not_shipped"])
  })

  it("of more than was charged, or than is left of one charge", () => {
    expect(refusals(1501, null)).toEqual(["refund_too_much"])
    expect(refusals(500, [part("SHIPPING", 500)])).toEqual(["refund_too_much"])
  })

  it("whose lines come to another sum, or that nobody explained", () => {
    expect(refusals(600, [part("PRODUCT", 500)])).toEqual(["refund_sum_differs"])
    expect(refusals(500, null)).toEqual(["refund_lines_unclear"])
  })

  it("of a whole price without its shipping, which Walmart would give back too", () => {
    expect(refusals(1100, [part("PRODUCT", 1100)])).toEqual(["refund_takes_shipping"])
    expect(refusals(1099, [part("PRODUCT", 1099)])).toEqual([])
    expect(refusals(1500, [part("PRODUCT", 1100), part("SHIPPING", 400)])).toEqual([])
  })
})

describe("a tax alone", () => {
  const priceGone = line({
    refunds: [charge("PRODUCT", 1000)],
    charges: [charge("PRODUCT", 1000, 100)],
  })
  const freeShipping = line({ charges: [charge("PRODUCT", 1000, 100), charge("SHIPPING", 0, 30)] })
  const booked: KnownUpdate = { ...update([part("PRODUCT", 1000)]), status: "sent" }
  const refusals = (
    one: OrderLine,
    amount: number,
    named: ReturnType<typeof part>[] | null,
    known: KnownUpdate[] = []
  ) => {
    const found = refundLinesOf(amount, named, { parts: refundParts(one, "line"), known })
    return "problems" in found ? found.problems.map(({ code }) => code) : []
  }

  it("is refused before it is saved, because Walmart has no charge for it: of a price and of a shipping", () => {
    expect(refusals(priceGone, 100, null, [booked])).toEqual(["refund_tax_alone"])
    expect(refusals(priceGone, 40, [part("PRODUCT", 40)], [booked])).toEqual(["refund_tax_alone"])
    expect(refusals(priceGone, 1050, null)).toEqual(["refund_tax_alone"])
    expect(refusals(freeShipping, 30, [part("SHIPPING", 30)])).toEqual(["refund_tax_alone"])
  })

  it("is none where a refund only writes down what Walmart gave back", () => {
    expect(refusals(priceGone, 1000, null)).toEqual([])
  })

  it("waits for a person when Medusa's books have it already", () => {
    const { call, attention } = next(order(priceGone), update([part("PRODUCT", 100, 1100)]))
    expect(call).toBeNull()
    expect(attention?.attention).toMatchObject({ code: "refund_tax_alone" })
    expect(attention?.attention.message).toMatch(/^1\.00 of line 1 would be tax alone/)
  })

  it("goes with a full refund, which names the price", () => {
    expect(refusals(freeShipping, 1130, null)).toEqual([])
    const all = [part("PRODUCT", 1100), part("SHIPPING", 30)]
    const { call } = next(order(freeShipping), update(all))
    expect(JSON.stringify(call?.body)).toMatch(/"isFullRefund":true/)
    expect(JSON.stringify(call?.body)).not.toMatch(/SHIPPING/)
  })

  it("is in no refund while some of the price is left, however small it is", () => {
    const [price] = refundParts(line(), "line")
    for (let given = 1; given <= price.charged; given++) {
      for (let before = 0; before + given <= price.charged; before += 7) {
        const refundedTax = Math.min(100, Math.round((100 * before) / price.charged))
        const { amount, tax } = splitRefund(given, { ...price, refunded: before, refundedTax })
        expect(amount + tax).toBe(given)
        expect(amount).toBeGreaterThan(0)
      }
    }
  })
})

describe("a refund of named lines", () => {
  const named = (lines: ReturnType<typeof part>[], amount: number, one = line()) => {
    const shown = [...refundParts(one, "line"), ...refundParts(line({ lineNumber: "2" }), "line")]
    const found = refundLinesOf(amount, lines, { parts: shown, known: [] })
    return "problems" in found ? found.problems.map(({ code }) => code) : found.lines
  }

  it("counts a part that is named twice as one, so that no part is given back twice", () => {
    const twice = [part("PRODUCT", 800), part("PRODUCT", 800)]
    expect(named(twice, 1600)).toEqual(["refund_too_much"])
    expect(named([part("SHIPPING", 100), part("SHIPPING", 100)], 200)).toEqual([
      { lineNumber: "1", type: "SHIPPING", amount: 200 },
    ])
  })

  it.each([0, -100, 0.5, NaN])("of %p is refused, whatever the others come to", (amount) => {
    expect(named([part("PRODUCT", amount), part("SHIPPING", 300)], 300)).toContain("refund_no_sum")
  })

  it("is of the units that left where one of several was canceled", () => {
    const canceled = line({
      quantity: 3,
      statuses: [
        { status: "Shipped", quantity: 2, cancellationReason: null, package: null },
        { status: "Cancelled", quantity: 1, cancellationReason: "X", package: null },
      ],
    })
    expect(named([part("PRODUCT", 733)], 733, canceled)).toEqual([
      { lineNumber: "1", type: "PRODUCT", amount: 733 },
    ])
    expect(named([part("PRODUCT", 734)], 734, canceled)).toEqual(["refund_too_much"])
    const wanted = update([part("PRODUCT", 733), part("SHIPPING", 267)])
    const body = JSON.stringify(next(order(canceled), wanted).call?.body)
    expect(body).toContain('"isFullRefund":false')
  })
})

describe("a refund of what is not shipped at Walmart", () => {
  const remedy = (known: KnownUpdate[]) => {
    const parts = refundParts(line({}, "Acknowledged"), "line")
    const found = refundLinesOf(500, null, { parts, known })
    return "problems" in found ? found.problems[0].remedy : ""
  }
  const shipment = {
    ...{ id: "wmu_2", sequence: 2, uniqueKey: "shipment:ful_1", status: "pending" as const },
    payload: {
      ...{ kind: "shipment" as const, fulfillmentId: "ful_1", sellerOrderId: "1" },
      packages: [
        { trackingNumber: "1Z", carrier: "UPS", lines: [{ lineNumber: "1", quantity: 2 }] },
      ],
    },
    payloadVersion: PAYLOAD_VERSION,
  } as unknown as KnownUpdate

  it("waits for a shipment that is still to be sent, and is a cancellation otherwise", () => {
    expect(remedy([])).toMatch(/^Cancel what is not shipped/)
    expect(remedy([shipment])).toMatch(/Refund it once Walmart has the shipment/)
  })
})

describe("what is sent of a refund", () => {
  it("is negative, with its tax for itself", () => {
    expect(next(order(line()), update([part("PRODUCT", 550)])).call?.body).toEqual({
      orderRefund: {
        purchaseOrderId: "1799",
        orderLines: {
          orderLine: [
            {
              ...{ lineNumber: "1", isFullRefund: false },
              refunds: {
                refund: [
                  {
                    refundCharges: {
                      refundCharge: [
                        {
                          refundReason: "DamagedItem",
                          charge: {
                            ...{ chargeType: "PRODUCT", chargeName: "ItemPrice" },
                            chargeAmount: { currency: "USD", amount: -5 },
                            tax: {
                              taxName: "Item Price Tax",
                              taxAmount: { currency: "USD", amount: -0.5 },
                            },
                          },
                        },
                      ],
                    },
                  },
                ],
              },
            },
          ],
        },
      },
    })
  })

  it("is what Walmart does not show yet, whoever refunded the rest", () => {
    const shown = order(line({ refunds: [charge("PRODUCT", 300)] }))
    expect(JSON.stringify(next(shown, update([part("PRODUCT", 550)])).call?.body)).toContain(
      '"amount":-2'
    )
    const all = order(line({ refunds: [charge("PRODUCT", 500, 50)] }))
    expect(next(all, update([part("PRODUCT", 550)])).done).toEqual(["wmu_1"])
  })

  it("is a full refund where everything of a line goes back, and never both in one request", () => {
    const two = order(line(), line({ lineNumber: "2" }))
    const wanted = update([
      part("PRODUCT", 1100),
      part("SHIPPING", 400),
      part("PRODUCT", 5, 5, "2"),
    ])
    const body = JSON.stringify(next(two, wanted).call?.body)
    expect(body).toContain('"lineNumber":"1","isFullRefund":true')
    expect(body).not.toContain('"lineNumber":"2"')
    const after = order(
      line({ refunds: [charge("PRODUCT", 1000, 100), charge("SHIPPING", 400)] }),
      line({ lineNumber: "2" })
    )
    expect(JSON.stringify(next(after, wanted).call?.body)).toContain(
      '"lineNumber":"2","isFullRefund":false'
    )
  })

  it("is nothing while a person has to decide", () => {
    const codes = (shown: Order, lines: RefundPayload["lines"]) =>
      next(shown, update(lines)).attention?.attention.code
    expect(codes(order(line()), [])).toBe("refund_lines_unclear")
    expect(codes(order(line({}, "Acknowledged")), [part("PRODUCT", 5)])).toBe("refund_not_shipped")
    expect(codes(order(line({}, "Shipped", 1)), [part("PRODUCT", 600)])).toBe("refund_too_much")
  })
})

describe("a refund that waits for a person", () => {
  const context = {
    ...{ purchaseOrderId: "1799", customerOrderId: "2", market: marketOf("us") },
    ...{ strictness: "strict" as const, askedLines: [], shown: order(line()), known: [] },
  }

  it("is sent once its lines are named", () => {
    const { payload } = update([])
    expect(correctRefund(payload, {}, context)).toMatchObject({
      problems: [{ code: "refund_lines_unclear" }],
    })
    const refundLines = [{ lineNumber: "1", type: "SHIPPING", amount: 500 }]
    expect(correctRefund(payload, { refundLines }, context)).toMatchObject({
      problems: [{ code: "refund_too_much" }],
    })
    const right = [{ lineNumber: "1", type: "PRODUCT", amount: 500 }]
    expect(correctRefund(payload, { refundLines: right, reason: "Others" }, context)).toMatchObject(
      {
        payload: { reason: "Others", lines: [part("PRODUCT", 500)] },
      }
    )
    expect(correctRefund(payload, { refundLines: right, reason: "X" }, context)).toMatchObject({
      problems: [{ code: "refund_reason_unknown" }],
    })
  })
})

describe("Walmart's reason for one of Medusa's", () => {
  it("is the account's own, the known one, or a plain one", () => {
    const damaged = { id: "refr_1", code: "damaged" }
    expect(walmartReason(damaged, { refr_1: "DamagedItem" })).toBe("DamagedItem")
    expect(walmartReason(damaged, { damaged: "DefectiveItem" })).toBe("DefectiveItem")
    expect(walmartReason({ id: "x", code: "pricing_error" }, {})).toBe("BillingError")
    expect(walmartReason({ id: "x", code: "customer_care_adjustment" }, {})).toBe(
      "Finance -> Goodwill"
    )
    expect(walmartReason(damaged, {})).toBe("General adjustment")
    expect(walmartReason(null, {})).toBe("General adjustment")
  })
})
