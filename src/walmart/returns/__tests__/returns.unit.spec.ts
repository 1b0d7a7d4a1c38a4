import type { ReturnLine, ReturnOrder } from "../../orders/return-order"
import { addedUnits, planMedusaReturn, type ReturnTarget } from "../medusa-return"
import { REFUND_WITHIN_MS, refundedAmountOf, sharesOf } from "../plan-return"
import { mostWanted, nextRefund, wantedRefund, wholeRefund } from "../wanted-refund"
import { returnWindow } from "../return-window"

const PO = "1799999999001"
const DELIVERED_AT = 1_000_000
const second = { returnLineNumber: 2, lineNumber: "2" }

function line(changes: Partial<ReturnLine> = {}): ReturnLine {
  return {
    returnLineNumber: 1,
    purchaseOrderId: PO,
    lineNumber: "1",
    sku: "MUG-1",
    productName: "Mug",
    reason: "SHIPPING_BOX_DAMAGED",
    quantity: 3,
    refunded: 0,
    isKeepIt: false,
    total: 1_000,
    status: "initiated",
    deliveredAt: null,
    scannedAt: null,
    refundChannel: null,
    ...changes,
  }
}

function order(...lines: ReturnLine[]): ReturnOrder {
  return {
    returnOrderId: "100000000000001",
    customerOrderId: "2000010000000001",
    isReplacement: false,
    requestedAt: 1,
    returnBy: null,
    carrier: "FedEx",
    trackingNumber: "RT1",
    lines,
  }
}

describe("a return order", () => {
  it("is shared out by purchase order, because a Medusa return belongs to one", () => {
    const shares = sharesOf(order(line(), line({ ...second, purchaseOrderId: "2" })))
    expect(shares.map(({ purchaseOrderId }) => purchaseOrderId)).toEqual([PO, "2"])
  })

  it("is to be refunded 48 hours after the first of it came back, until all of that is", () => {
    const delivered = line({ deliveredAt: DELIVERED_AT, status: "delivered" })
    const [due] = sharesOf(order(delivered))
    expect(due.refundBy).toBe(DELIVERED_AT + REFUND_WITHIN_MS)
    expect(sharesOf(order({ ...delivered, refunded: 3 }))[0].refundBy).toBeNull()
    expect(sharesOf({ ...order(delivered), isReplacement: true })[0].refundBy).toBeNull()
  })

  it("stands as its least advanced line, and is canceled when all of it is", () => {
    const status = (...lines: ReturnLine[]) => sharesOf(order(...lines))[0].status
    const canceled = line({ ...second, status: "canceled" })
    expect(status(line({ status: "completed" }), canceled)).toBe("completed")
    expect(status(line(), line({ ...second, status: "delivered" }))).toBe("initiated")
    expect(status(canceled)).toBe("canceled")
  })

  it("says when Walmart refunded without being asked, and how much to the cent", () => {
    const share = (refundChannel: string) =>
      sharesOf(order(line({ refunded: 2, refundChannel })))[0]
    expect(share("SELLER_AUTO_REFUND")).toMatchObject({
      isRefundedByWalmart: true,
      refundedAmount: 667,
    })
    expect(share("SELLER_MANUAL_REFUND").isRefundedByWalmart).toBe(false)
    expect(refundedAmountOf(line({ refunded: 3 }))).toBe(1_000)
  })

  it("gives back whole pesos where a peso has no decimals, and all of the price in the end", () => {
    const pesos = (refunded: number) =>
      sharesOf(order(line({ total: 1_000_000, refunded })), 100)[0].refundedAmount
    expect([1, 2, 3].map(pesos)).toEqual([333_300, 666_700, 1_000_000])
  })

  it("is never more than its line, however many units Walmart says it refunded", () => {
    expect(refundedAmountOf(line({ refunded: 7 }))).toBe(1_000)
  })
})

describe("its Medusa return", () => {
  const target: ReturnTarget = {
    itemOf: (lineNumber) => (lineNumber === "9" ? null : `item_${lineNumber}`),
    returnable: () => 5,
    isFulfilledByWalmart: false,
  }
  const plan = (lines: ReturnLine[], changes: Partial<ReturnTarget> = {}) =>
    planMedusaReturn(sharesOf(order(...lines))[0], { ...target, ...changes })

  it("has each item once, with Walmart's reasons in words", () => {
    const same = line({ returnLineNumber: 2, quantity: 1, reason: "DEFECTIVE" })
    expect(plan([line(), same])).toEqual({
      kind: "create",
      items: [{ id: "item_1", quantity: 4, note: "Shipping box damaged; Defective" }],
    })
  })

  it("leaves out what the buyer keeps, what was canceled, and what Walmart takes back", () => {
    const none = (because: string) => ({ kind: "none", because })
    expect(plan([line({ isKeepIt: true })])).toEqual(none("kept"))
    expect(plan([line({ status: "canceled" })])).toEqual(none("closed"))
    expect(plan([line()], { isFulfilledByWalmart: true })).toEqual(none("by_walmart"))
    expect(plan([line({ isKeepIt: true }), line(second)])).toMatchObject({
      items: [{ id: "item_2", quantity: 3 }],
    })
  })

  it("waits for a person where Medusa has no such item, or did not ship so many", () => {
    const waits = (code: string) => ({ kind: "wait", attention: { code } })
    expect(plan([line({ lineNumber: "9" })])).toMatchObject(waits("return_line_unknown"))
    expect(plan([line()], { returnable: () => 2 })).toMatchObject(waits("return_not_shipped"))
  })
})

describe("a return that Walmart changes after its Medusa return was made", () => {
  const itemOf = (number: string) => (number === "9" ? null : `item_${number}`)
  const added = (...lines: ReturnLine[]) =>
    addedUnits(sharesOf(order(...lines))[0], [{ item_id: "item_1", quantity: 3 }], itemOf)

  it("has more units than that, by more of a line, another line, or one that Medusa does not know", () => {
    expect(added(line())).toBe(0)
    expect(added(line({ quantity: 5 }))).toBe(2)
    expect(added(line(), line({ ...second, quantity: 1 }))).toBe(1)
    expect(added(line(), line({ ...second, lineNumber: "9", quantity: 4 }))).toBe(4)
    expect(added(line(), line({ ...second, lineNumber: "1", quantity: 1 }))).toBe(1)
  })

  it("has none more when units are taken out, canceled or kept", () => {
    expect(added(line({ quantity: 1 }))).toBe(0)
    expect(added(line(), line({ ...second, status: "canceled" }))).toBe(0)
    expect(added(line(), line({ ...second, isKeepIt: true }))).toBe(0)
  })
})

describe("its refund", () => {
  const wish = { customerOrderId: "C" }

  it("is for what was received, line by line", () => {
    const lines = [line({ quantity: 1 }), line({ returnLineNumber: 2, quantity: 3 })]
    const wanted = (units: number) =>
      wantedRefund(lines, new Map([["item_1", units]]), () => "item_1")
    expect(wanted(2)).toEqual({ "1": 1, "2": 1 })
    expect(wanted(0)).toEqual({})
  })

  it("is for whole units, where Medusa received a part of one", () => {
    const wanted = (units: number) =>
      wantedRefund([line({ quantity: 3 })], new Map([["item_1", units]]), () => "item_1")
    expect(wanted(1.5)).toEqual({ "1": 1 })
    expect(wanted(0.5)).toEqual({})
  })

  it("never takes back what was wanted before", () => {
    expect(mostWanted({ "1": 2 }, { "1": 1, "2": 1 })).toEqual({ "1": 2, "2": 1 })
  })

  it("sends only what Walmart does not show, so that repeating it adds nothing", () => {
    const next = (refunded: number) =>
      nextRefund({ ...wish, wanted: { "1": 2 } }, [line({ refunded })])
    const refundLine = (measurementValue: number) => ({
      returnOrderLineNumber: 1,
      quantity: { unitOfMeasure: "EACH", measurementValue },
    })
    const body = (units: number) => ({ customerOrderId: "C", refundLines: [refundLine(units)] })
    const accepts = { "1": 2 }
    expect([0, 1].map(next)).toEqual([
      { done: false, body: body(2), accepts },
      { done: false, body: body(1), accepts },
    ])
    expect([2, 3].map(next)).toEqual([{ done: true }, { done: true }])
  })

  it("in Mexico names what was received, and only lines of which all was", () => {
    const next = (wanted: Record<string, number>, ...lines: ReturnLine[]) =>
      nextRefund({ ...wish, wanted }, lines, "receipt")
    const received = (number: string, amount: string) => ({
      lineNumber: number,
      orderLineStatuses: {
        orderLineStatus: [
          { status: "Received", statusQuantity: { unitOfMeasurement: "EACH", amount } },
        ],
      },
    })
    const body = (...orderLine: object[]) => ({
      done: false,
      body: { customerOrderId: "C", orderRefund: { orderLines: { orderLine } } },
    })
    const both = { "1": 2, "2": 3 }
    expect(next({ "1": 3 }, line())).toMatchObject(body(received("1", "3")))
    expect(next(both, line(), line(second))).toMatchObject({
      ...body(received("2", "3")),
      accepts: { "2": 3 },
    })
    expect(next({ "1": 2 }, line())).toMatchObject({ attention: { code: "return_part_unshown" } })
    expect(next({ "1": 3 }, line({ refunded: 3, status: "completed" }))).toEqual({ done: true })
  })

  it("goes to a person where Walmart takes none from programs", () => {
    expect(nextRefund({ ...wish, wanted: { "1": 3 } }, [line()], null)).toMatchObject({
      attention: { code: "return_refund_not_offered" },
    })
  })

  it("goes to a person when Walmart has closed the return", () => {
    expect(
      nextRefund({ ...wish, wanted: { "1": 1 } }, [line({ status: "canceled" })])
    ).toMatchObject({
      attention: { code: "return_closed" },
    })
  })

  it("is not sent again once Walmart said yes to it, and is done once Walmart shows it", () => {
    const next = (refunded: number, accepted: number) =>
      nextRefund({ ...wish, wanted: { "1": 2 }, accepted: { "1": accepted } }, [line({ refunded })])
    expect(next(0, 2)).toEqual({ done: false, isAccepted: true })
    expect(next(1, 2)).toEqual({ done: false, isAccepted: true })
    expect(next(0, 1)).toMatchObject({
      body: { refundLines: [{ quantity: { measurementValue: 1 } }] },
    })
    expect(next(2, 1)).toEqual({ done: true })
  })

  it("goes to a person while Walmart does not show its line", () => {
    expect(
      nextRefund({ ...wish, wanted: { "1": 3, "2": 1 } }, [line({ refunded: 3 })])
    ).toMatchObject({
      attention: { code: "return_line_gone" },
    })
  })

  it("of the whole return leaves out what the buyer keeps and what is done", () => {
    const done = line({ returnLineNumber: 3, refunded: 3 })
    expect(wholeRefund([line(), line({ ...second, isKeepIt: true }), done])).toEqual({ "1": 3 })
  })
})

describe("the poll of returns", () => {
  const DAY_MS = 86_400_000
  const state = { now: 400 * DAY_MS, walmartAheadMs: 0, importFrom: 0, overlapMs: 1_000 }

  it("asks for what changed since its mark, looking back a little", () => {
    const modifiedFrom = 399 * DAY_MS - 1_000
    expect(returnWindow({ ...state, polledUntil: 399 * DAY_MS })).toEqual({ modifiedFrom })
  })

  it("misses nothing where this clock is before Walmart's, which dates the returns", () => {
    const polledUntil = 399 * DAY_MS
    const behind = returnWindow({ ...state, walmartAheadMs: -DAY_MS / 2, polledUntil })
    expect(behind).toEqual({ modifiedFrom: 398.5 * DAY_MS - 1_000 })
    const ahead = returnWindow({ ...state, walmartAheadMs: DAY_MS / 2, polledUntil })
    expect(ahead).toEqual({ modifiedFrom: 399 * DAY_MS - 1_000 })
  })

  it("reads again what a clock that was ahead may have missed", () => {
    const polledUntil = 401 * DAY_MS
    expect(returnWindow({ ...state, polledUntil })).toEqual({
      modifiedFrom: 399 * DAY_MS - 1_000,
    })
  })

  it("asks at first for what Walmart keeps, not before orders are imported", () => {
    expect(returnWindow({ ...state, polledUntil: null })).toEqual({ createdFrom: 221 * DAY_MS })
    const importFrom = 390 * DAY_MS
    expect(returnWindow({ ...state, importFrom, polledUntil: null })).toEqual({
      createdFrom: importFrom,
    })
  })
})
