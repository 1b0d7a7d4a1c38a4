import type { LineStatus, Order } from "../../../orders/order"
import { type KnownUpdate, PAYLOAD_VERSION } from "../../model/update"
import { nextAction } from "../../next-call"

const LIMITS = { now: 1_700_000_100_000, maxLines: 100, maxUpdates: 50 }
const CUSTOMER = "CUSTOMER_REQUESTED_SELLER_TO_CANCEL"

type Shown = Partial<Record<LineStatus, number>>

/** Lines with what their units are. */
function order(lines: Shown[], asked: number[] = []): Order {
  return {
    ...{ purchaseOrderId: "1799", customerOrderId: "2799", customerEmail: null, phone: null },
    ...{ orderedAt: 1, shipBy: null, deliverBy: null, methodCode: "Standard", address: null },
    ...{ orderType: null, originalCustomerOrderId: null, summaryTotal: null },
    shipNode: { type: "SellerFulfilled", id: null, name: null },
    lines: lines.map((shown, at) => ({
      ...{ lineNumber: String(at + 1), sku: `SKU-${at + 1}`, productName: "Thing", charges: [] },
      ...{ customerAskedToCancel: asked.includes(at + 1), shipMethod: null },
      quantity: Object.values(shown).reduce((sum, units) => sum + units, 0),
      statuses: (Object.entries(shown) as [LineStatus, number][]).map(([status, quantity]) => ({
        ...{ status, quantity, cancellationReason: null, package: null },
      })),
    })),
  }
}

/** A cancellation of these totals of the lines in turn. */
function cancellation(totals: number[], reason = "SELLER_CANCEL_PRICING_ERROR"): KnownUpdate {
  return {
    ...{ id: "wmu_1", sequence: 1, uniqueKey: "c", status: "pending" },
    payloadVersion: PAYLOAD_VERSION,
    payload: {
      ...{ kind: "cancellation", reason },
      lines: totals.map((total, at) => ({
        ...{ lineNumber: String(at + 1), quantity: total, total },
      })),
    },
  }
}

/** Units that would be canceled per line, and what a person would be asked. */
function next(shown: Order, update: KnownUpdate, limits = LIMITS) {
  const { call, attention, done } = nextAction(shown, [update], limits)
  const pattern = /"lineNumber":"(\d+)".*?"amount":"(\d+)"/g
  const sent = [...JSON.stringify(call?.body ?? null).matchAll(pattern)]
  return {
    sent: Object.fromEntries(sent.map(([, line, units]) => [line, Number(units)])),
    asks: attention?.attention.code ?? null,
    done,
  }
}

describe("a cancellation", () => {
  it("sends all its units while they are open, and asks nothing", () => {
    const shown = order([{ Acknowledged: 3 }, { Created: 2 }])
    expect(next(shown, cancellation([3, 2]))).toMatchObject({ sent: { 1: 3, 2: 2 }, asks: null })
  })

  it("is done once Walmart shows them canceled", () => {
    const shown = order([{ Cancelled: 3 }])
    expect(next(shown, cancellation([3]))).toEqual({ sent: {}, asks: null, done: ["wmu_1"] })
  })
})

describe("a cancellation of what was shipped elsewhere in part", () => {
  it("sends the open unit of its line, and then asks about the others", () => {
    const before = order([{ Shipped: 2, Acknowledged: 1 }])
    expect(next(before, cancellation([3]))).toEqual({
      ...{ sent: { 1: 1 }, asks: "line_already_shipped", done: [] },
    })
    const after = order([{ Shipped: 2, Cancelled: 1 }])
    expect(next(after, cancellation([3]))).toEqual({
      ...{ sent: {}, asks: "line_already_shipped", done: [] },
    })
  })

  it("sends its other lines, and leaves out the one that has left", () => {
    const before = order([{ Shipped: 1 }, { Acknowledged: 2 }])
    expect(next(before, cancellation([1, 2]))).toMatchObject({
      ...{ sent: { 2: 2 }, asks: "line_already_shipped" },
    })
    const after = order([{ Shipped: 1 }, { Cancelled: 2 }])
    expect(next(after, cancellation([1, 2]))).toMatchObject({
      ...{ sent: {}, asks: "line_already_shipped" },
    })
  })

  it("sends them in as many calls as its lines need", () => {
    const limits = { ...LIMITS, maxLines: 1 }
    const before = order([{ Shipped: 1 }, { Acknowledged: 2 }, { Acknowledged: 1 }])
    expect(next(before, cancellation([1, 2, 1]), limits).sent).toEqual({ 2: 2 })
    const between = order([{ Shipped: 1 }, { Cancelled: 2 }, { Acknowledged: 1 }])
    expect(next(between, cancellation([1, 2, 1]), limits).sent).toEqual({ 3: 1 })
  })

  it("counts what others canceled since", () => {
    const shown = order([{ Shipped: 1, Cancelled: 1, Acknowledged: 1 }])
    expect(next(shown, cancellation([3])).sent).toEqual({ 1: 1 })
  })

  it.each([
    ["of another line", order([{ Shipped: 1 }, { Acknowledged: 2 }], [1])],
    ["of its open units", order([{ Shipped: 1, Acknowledged: 1 }, { Acknowledged: 1 }], [2])],
  ])(
    "sends nothing before the reason is one that holds %s, and asks for that first",
    (_name, shown) => {
      const totals = shown.lines.map(({ quantity }) => quantity)
      expect(next(shown, cancellation(totals, CUSTOMER))).toMatchObject({
        ...{ sent: {}, asks: "customer_did_not_ask" },
      })
    }
  )

  it("does not ask for the reason of units that have left", () => {
    const shown = order([{ Shipped: 1 }, { Acknowledged: 2 }], [2])
    expect(next(shown, cancellation([1, 2], CUSTOMER))).toMatchObject({
      ...{ sent: { 2: 2 }, asks: "line_already_shipped" },
    })
  })

  it("sends nothing while a line is unknown", () => {
    expect(next(order([{ Shipped: 1, Acknowledged: 1 }]), cancellation([2, 1]))).toMatchObject({
      ...{ sent: {}, asks: "line_unknown" },
    })
  })
})
