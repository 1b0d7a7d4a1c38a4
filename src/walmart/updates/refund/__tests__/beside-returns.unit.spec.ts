import type { Charge, Order, OrderLine } from "../../../orders/order"
import { refundParts } from "../../../refunds/refund-parts"
import { type KnownUpdate, PAYLOAD_VERSION } from "../../model/update"
import type { RefundPayload } from "../../payloads/refund-payload"
import { besideReturns, isUnexplained } from "../beside-returns"
import { openParts } from "../booked"
import { withoutRefund } from "../following-refunds"
import { nextRefund } from "../next-refund"

const LIMITS = { now: 1, maxLines: 100, maxUpdates: 50 }

const charge = (type: string, amount: number): Charge => ({
  ...{ type, name: type === "PRODUCT" ? "ItemPrice" : "Shipping", currency: "USD", amount, tax: 0 },
})

/** Two units of 100.00 in all with 10.00 shipping, and what Walmart shows as given back of both. */
function orderWith(price: number, shipping = 0): Order {
  const line: OrderLine = {
    ...{ lineNumber: "1", sku: "MUG", productName: "Mug", quantity: 2, shipMethod: null },
    ...{ customerAskedToCancel: false },
    charges: [charge("PRODUCT", 10_000), charge("SHIPPING", 1_000)],
    refunds: [
      ...(price ? [charge("PRODUCT", price)] : []),
      ...(shipping ? [charge("SHIPPING", shipping)] : []),
    ],
    statuses: [{ status: "Shipped", quantity: 2, cancellationReason: null, package: null }],
  }
  return { purchaseOrderId: "1799", lines: [line] } as unknown as Order
}

function refund(
  sequence: number,
  status: KnownUpdate["status"],
  { amount, total, type = "PRODUCT" }: { amount: number; total: number; type?: string }
): KnownUpdate<RefundPayload> {
  const id = String(sequence)
  return {
    ...{ id, sequence, uniqueKey: `refund:${id}`, status, payloadVersion: PAYLOAD_VERSION },
    payload: {
      ...{ kind: "refund", refundId: id, amount, reason: "Others", chargesPer: "line" },
      lines: [{ lineNumber: "1", type, amount, total }],
    },
  }
}

/** Hundredths that are sent next for the last of these, once the money of returns is counted. */
function sent(known: KnownUpdate<RefundPayload>[], shown: Order, returned: number): number {
  const head = known[known.length - 1]
  const payload = besideReturns(head.payload, { shown, known, returned: { "1": returned } })
  const counted = { ...head, payload }
  const { call } = nextRefund(shown, [counted], [...known.slice(0, -1), counted], LIMITS)
  const text = JSON.stringify(call?.body ?? {})
  const amounts = [...text.matchAll(/"amount":(-[\d.]+)/g)].map(([, amount]) => Number(amount))
  return Math.round(amounts.reduce((sum, amount) => sum - amount, 0) * 100)
}

const goodwill = refund(1, "pending", { amount: 500, total: 500 })

describe("a refund beside a return of its line", () => {
  it("gives back its own money, whether or not Walmart's order shows the return's", () => {
    expect(sent([goodwill], orderWith(5_000), 5_000)).toBe(500)
    expect(sent([goodwill], orderWith(0), 5_000)).toBe(500)
  })

  it("is less what was given back in Seller Center for itself", () => {
    expect(sent([goodwill], orderWith(5_200), 5_000)).toBe(300)
    expect(sent([goodwill], orderWith(500), 0)).toBe(0)
    const shipping = refund(1, "pending", { amount: 500, total: 500, type: "SHIPPING" })
    expect(sent([shipping], orderWith(5_000, 500), 5_000)).toBe(0)
  })

  it("is sent once, however often it is counted", () => {
    const known = [goodwill]
    const counting = { shown: orderWith(5_000), known, returned: { "1": 5_000 } }
    const payload = besideReturns(goodwill.payload, counting)
    expect(payload.lines).toEqual([{ ...goodwill.payload.lines[0], total: 5_500 }])
    const again = { ...counting, known: [{ ...goodwill, payload }] }
    expect(besideReturns(payload, again)).toBe(payload)
    expect(sent([{ ...goodwill, payload }], orderWith(5_500), 5_000)).toBe(0)
  })

  it("is what it was where the return's money was counted when it was planned", () => {
    const later = refund(1, "pending", { amount: 500, total: 5_500 })
    expect(sent([later], orderWith(5_000), 5_000)).toBe(500)
  })

  it("goes behind another of the same part, also by a read that is older than that one", () => {
    const first = refund(1, "sent", { amount: 500, total: 5_500 })
    const second = refund(2, "pending", { amount: 700, total: 1_200 })
    for (const shown of [5_500, 5_000, 500, 0])
      expect(sent([first, second], orderWith(shown), 5_000)).toBe(700)
  })

  it("is refused for what is left of neither the return's money nor a refund that waits", () => {
    const waiting = refund(1, "pending", { amount: 3_000, total: 3_000 })
    const parts = refundParts(orderWith(5_000).lines[0], "line")
    const [price] = openParts(parts, { known: [waiting], mirrored: 5_000 })
    expect(price).toMatchObject({ type: "PRODUCT", left: 2_000 })
  })

  it("gives back its own money behind one that is dismissed and was never sent", () => {
    const first = refund(1, "needs_attention", { amount: 500, total: 500 })
    const second = refund(2, "pending", { amount: 700, total: 1_200 })
    const parts = refundParts(orderWith(5_000).lines[0], "line")
    const [{ payload }] = withoutRefund(first, [first, second], { parts, mirrored: 5_000 })
    const left = { ...second, payload: payload as RefundPayload }
    const known = [{ ...first, status: "dismissed" as const }, left]
    expect(sent(known, orderWith(5_000), 5_000)).toBe(700)
  })
})

describe("money that Walmart shows before a refund is sent", () => {
  const later = refund(2, "pending", { amount: 500, total: 1_200 })
  const first = refund(1, "sent", { amount: 700, total: 700 })

  it.each([
    ["nothing", [goodwill], 0, false],
    ["a cent that nobody knows of", [goodwill], 1, true],
    ["what a return gave back that was never read", [goodwill], 5_000, true],
    ["a refund before it", [first, later], 700, false],
    ["a refund before it and a return's money", [first, later], 5_700, true],
    [
      "a return's money that is counted",
      [refund(1, "pending", { amount: 500, total: 5_500 })],
      5_000,
      false,
    ],
  ])("is looked into where nothing explains it: %s", (_what, known, shown, isAsked) => {
    const { payload } = known[known.length - 1]
    expect(isUnexplained(payload, { shown: orderWith(shown), known })).toBe(isAsked)
  })

  it("is not looked into for another part of the line, nor for a line that is not shown", () => {
    const about = { shown: orderWith(0, 1_000), known: [goodwill] }
    expect(isUnexplained(goodwill.payload, about)).toBe(false)
    const shown = { ...orderWith(5_000), lines: [] }
    expect(isUnexplained(goodwill.payload, { shown, known: [goodwill] })).toBe(false)
  })
})
