import { UnreadableError } from "../../errors/errors"
import { parseOneReturn, parseReturnList } from "../return-schema"

/** A line as the US writes it. */
const LINE = {
  returnOrderLineNumber: 1,
  purchaseOrderId: "1799999999001",
  purchaseOrderLineNumber: 1,
  returnReason: "DAMAGED",
  item: { sku: "MUG-1", productName: "Blue Mug" },
  quantity: { unitOfMeasure: "EACH", measurementValue: 2 },
  refundedQty: 1,
  isKeepIt: false,
  status: "INITIATED",
  chargeTotals: [{ name: "lineTotal", value: { currencyAmount: 13.5, currencyUnit: "USD" } }],
}

/** A line as Mexico writes it. */
const LINEA = {
  returnOrderLineNumber: "2",
  primeLineNumber: "2",
  returnReason: "Pedido extraviado por Courier",
  reasonCode: "COURIER_LOST",
  purchaseOrderId: "P100569002",
  purchaseOrderLineNumber: "1",
  item: { productName: "Taza" },
  quantity: { unitOfMeasurement: "EACH", amount: "3" },
  status: "Initiated",
  refundAmount: { currency: "MXN", amount: "101.5" },
}

function read(line: object, order: object = {}) {
  const one = { returnOrderId: "R1", customerOrderId: "C1", returnOrderLines: [line], ...order }
  const { returns, failures } = parseReturnList({ meta: {}, returnOrders: [one] })
  expect(failures).toEqual([])
  return returns[0]
}

const lineOf = (line: object, order: object = {}) => read(line, order).lines[0]

describe("a return order", () => {
  it("is read as the US writes it", () => {
    expect(lineOf(LINE)).toMatchObject({
      ...{ returnLineNumber: 1, lineNumber: "1", quantity: 2, refunded: 1, total: 1_350 },
      ...{ status: "initiated", reason: "DAMAGED", sku: "MUG-1" },
    })
  })

  it("is read as Mexico writes it: texts for numbers, its parcel for itself, a line without SKU", () => {
    const returnOrderShipments = [{ status: "IN_TRANSIT", trackingNumber: "794685789973" }]
    const order = read(LINEA, {
      returnOrderShipments,
      returnOrderDate: "2021-12-28T02:41:54.000-06:00",
    })
    expect(order).toMatchObject({
      ...{ trackingNumber: "794685789973", carrier: null, isReplacement: false },
      requestedAt: Date.UTC(2021, 11, 28, 8, 41, 54),
    })
    expect(order.lines[0]).toMatchObject({
      ...{ returnLineNumber: 2, lineNumber: "1", quantity: 3, refunded: 0, total: 10_150 },
      ...{ sku: "", productName: "Taza", status: "initiated" },
    })
  })

  it("is worth its total, whatever its other sums look like", () => {
    const fee = { name: "lineRestockingFee", value: null }
    expect(lineOf({ ...LINE, chargeTotals: [fee, null, ...LINE.chargeTotals] }).total).toBe(1_350)
    expect(lineOf({ ...LINE, chargeTotals: [fee] }).total).toBeNull()
  })

  it.each([{ amount: "-101.5" }, { currencyAmount: -101.5 }, { amount: "101.5" }])(
    "is worth what it gives back, whatever its sign, as in %j",
    (refundAmount) => {
      expect(lineOf({ ...LINEA, refundAmount }).total).toBe(10_150)
    }
  )

  it.each([
    ["INITIATED", "initiated"],
    ["DELIVERED", "delivered"],
    ["COMPLETED", "completed"],
    ["Completed", "completed"],
    ["CANCELLED", "canceled"],
    ["Cancelled", "canceled"],
    ["CANCELED", "canceled"],
    ["ON_THE_MOON", "initiated"],
    [undefined, "initiated"],
  ])("of status %s is %s", (status, is) => {
    expect(lineOf({ ...LINE, status }).status).toBe(is)
  })

  it("of which the US tells by an event that it was canceled is canceled", () => {
    const returnTrackingDetail = [
      { eventTag: "RETURN_CANCELLED", eventTime: "2026-10-05T08:00:00Z" },
    ]
    expect(lineOf({ ...LINE, status: "COMPLETED", returnTrackingDetail }).status).toBe("canceled")
  })

  it("came back at the first of its events that tell so, in whatever order Walmart names them", () => {
    const event = (eventTag: string, eventTime?: string) => ({ eventTag, eventTime })
    const returnTrackingDetail = [
      event("DELIVERED_AT_RETURN_CENTER"),
      event("DELIVERED_AFTER_INVOICE", "2026-10-07T08:00:00Z"),
      event("DELIVERED_AT_RETURN_CENTER", "2026-10-05T08:00:00Z"),
      event("RETURN_IN_TRANSIT", "2026-10-03T08:00:00Z"),
      event("RETURN_IN_TRANSIT", "2026-10-02T08:00:00Z"),
    ]
    expect(lineOf({ ...LINE, status: "DELIVERED", returnTrackingDetail })).toMatchObject({
      deliveredAt: Date.UTC(2026, 9, 5, 8),
      scannedAt: Date.UTC(2026, 9, 2, 8),
    })
  })

  it("that came back and has no such event did so when its status changed", () => {
    const statusTime = "2026-10-05T08:00:00Z"
    const at = (status: string) => lineOf({ ...LINE, status, statusTime }).deliveredAt
    expect(at("DELIVERED")).toBe(Date.UTC(2026, 9, 5, 8))
    expect([at("INITIATED"), at("COMPLETED"), at("CANCELLED")]).toEqual([null, null, null])
  })

  it("that names no refunded units is refunded once it is completed, unless it is a replacement", () => {
    const { refundedQty: _named, ...line } = { ...LINE, status: "COMPLETED" }
    expect(lineOf(line).refunded).toBe(2)
    expect(lineOf(line, { returnType: "REPLACEMENT" }).refunded).toBe(0)
    expect(lineOf({ ...line, refundedQty: 0 }).refunded).toBe(0)
    expect(lineOf({ ...line, status: "CANCELLED" }).refunded).toBe(0)
  })

  it("that cannot be read loses no other", () => {
    const broken = { returnOrderId: "R2", customerOrderId: "C1", returnOrderLines: [{}] }
    const good = { returnOrderId: "R1", customerOrderId: "C1", returnOrderLines: [LINE] }
    const { returns, failures } = parseReturnList({ returnOrders: [broken, good] })
    expect(returns.map(({ returnOrderId }) => returnOrderId)).toEqual(["R1"])
    expect(failures).toEqual([
      { returnOrderId: "R2", reason: expect.stringMatching(/return order R2 cannot be read/) },
    ])
  })

  it("that cannot be read and has no number is said without one", () => {
    const { failures } = parseReturnList({ returnOrders: [{ returnOrderId: "../R1" }] })
    expect(failures).toMatchObject([{ returnOrderId: null }])
  })

  it("that is asked for by its number says that it cannot be read, which is not that it is not there", () => {
    const broken = { returnOrderId: "R2", customerOrderId: "C1", returnOrderLines: [{}] }
    expect(() => parseOneReturn({ returnOrders: [broken] }, "R2")).toThrow(UnreadableError)
    expect(parseOneReturn({ returnOrders: [] }, "R2")).toBeNull()
  })

  it("that is alone may come without a list around it", () => {
    const returnOrders = { returnOrderId: "R1", customerOrderId: "C1", returnOrderLines: LINE }
    expect(parseReturnList({ returnOrders }).returns[0].lines).toHaveLength(1)
  })
})

describe("a return of more units than there can be", () => {
  it.each([
    ["that come back", { quantity: { unitOfMeasure: "EACH", measurementValue: 2_500_000_000 } }],
    ["that are refunded", { refundedQty: 2_500_000_000 }],
  ])("%s cannot be read, and says so", (_which, more) => {
    const order = {
      returnOrderId: "R1",
      customerOrderId: "C1",
      returnOrderLines: [{ ...LINE, ...more }],
    }
    const { returns, failures } = parseReturnList({ meta: {}, returnOrders: [order] })
    expect([returns, failures[0].reason]).toEqual([[], expect.stringContaining("a million")])
  })
})
