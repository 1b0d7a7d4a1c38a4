import type { Charge, Order, OrderLine } from "../../../orders/order"
import { refundParts } from "../../../refunds/refund-parts"
import { type KnownUpdate, PAYLOAD_VERSION, type UpdatePayload } from "../../model/update"
import type { RefundPayload } from "../../payloads/refund-payload"
import { correctRefund, renewedRefund } from "../correct-refund"
import { difference, followingRefunds, withoutRefund } from "../following-refunds"
import { nextRefund } from "../next-refund"
import { marketOf } from "../../../markets/markets"

const LIMITS = { now: 1, maxLines: 100, maxUpdates: 50 }

const product = (amount: number): Charge => ({
  ...{ type: "PRODUCT", name: "ItemPrice", currency: "USD", amount, tax: 0 },
})

/** One unit of 100.00 that has left, with what Walmart shows as given back of it. */
function orderWith(refunded: number): Order {
  const line: OrderLine = {
    ...{ lineNumber: "1", sku: "MUG", productName: "Mug", quantity: 1 },
    ...{ customerAskedToCancel: false, shipMethod: null, charges: [product(10_000)] },
    refunds: refunded ? [product(refunded)] : [],
    statuses: [{ status: "Shipped", quantity: 1, cancellationReason: null, package: null }],
  }
  return { purchaseOrderId: "1799", lines: [line] } as unknown as Order
}

function refund(
  id: string,
  sequence: number,
  status: KnownUpdate["status"],
  [amount, total]: [number, number] | [] = []
): KnownUpdate<RefundPayload> {
  const lines = amount && total ? [{ lineNumber: "1", type: "PRODUCT", amount, total }] : []
  return {
    ...{ id, sequence, uniqueKey: `refund:${id}`, status, payloadVersion: PAYLOAD_VERSION },
    payload: {
      ...{ kind: "refund", refundId: id, amount: amount ?? 2_000, reason: "DamagedItem" },
      ...{ chargesPer: "line", lines },
    },
  }
}

const partsWith = (refunded: number) => refundParts(orderWith(refunded).lines[0], "line")

/** The same updates with what follows from another's change. */
function after(
  known: KnownUpdate<RefundPayload>[],
  following: { id: string; payload: UpdatePayload }[]
) {
  return known.map((update) => {
    const change = following.find(({ id }) => id === update.id)
    return change ? { ...update, payload: change.payload as RefundPayload } : update
  })
}

/** Hundredths that are sent next for the refund of that id. */
function sentFor(id: string, known: KnownUpdate<RefundPayload>[], refunded: number) {
  const head = known.filter((update) => update.id === id)
  const { call, done } = nextRefund(orderWith(refunded), head, known, LIMITS)
  if (done.length > 0) return "nothing"
  const text = JSON.stringify(call?.body)
  return Number(/"chargeAmount":\{"currency":"USD","amount":(-[\d.]+)/.exec(text)?.[1])
}

const dismissed = (update: KnownUpdate<RefundPayload>) => ({
  ...update,
  status: "dismissed" as const,
})

describe("a refund behind one that is dismissed", () => {
  const known = [
    refund("a", 1, "needs_attention", [2_000, 2_000]),
    refund("b", 2, "pending", [2_000, 4_000]),
  ]

  it("gives back its own money only", () => {
    const left = after(known, withoutRefund(known[0], known, { parts: partsWith(0) }))
    expect(sentFor("b", [dismissed(left[0]), left[1]], 0)).toBe(-20)
  })

  it("gives back all of its own money where the dismissed one was made in Seller Center", () => {
    const left = after(known, withoutRefund(known[0], known, { parts: partsWith(2_000) }))
    expect(sentFor("b", [dismissed(left[0]), left[1]], 2_000)).toBe(-20)
  })

  it("leaves alone what was given back in part, and refunds of other parts and those before it", () => {
    const [{ payload }] = withoutRefund(known[0], known, { parts: partsWith(500) })
    expect(payload).toMatchObject({ lines: [{ amount: 2_000, total: 2_500 }] })
    const other = refund("c", 3, "pending", [100, 100])
    other.payload.lines[0].type = "SHIPPING"
    expect(withoutRefund(known[1], [...known, other], { parts: partsWith(0) })).toEqual([])
  })

  it("does not take the money of one before it that may have arrived for it", () => {
    const before = refund("z", 0, "pending", [2_000, 2_000])
    const [{ payload }] = withoutRefund(known[0], [before, ...known], { parts: partsWith(2_000) })
    expect(payload).toMatchObject({ lines: [{ total: 2_000 }] })
  })

  it("does not take another dismissed one's money for it", () => {
    const before = refund("z", 0, "dismissed", [2_000, 2_000])
    const [{ payload }] = withoutRefund(known[0], [before, ...known], { parts: partsWith(2_000) })
    expect(payload).toMatchObject({ lines: [{ total: 2_000 }] })
  })
})

describe("a dismissal that is taken back", () => {
  it("has the refund sent although another of the same part was sent meanwhile", () => {
    const sent = refund("b", 2, "sent", [2_000, 2_000])
    const back = refund("a", 3, "needs_attention", [2_000, 2_000])
    const known = [sent, back]
    const payload = renewedRefund(back.payload, { shown: orderWith(2_000), known })
    expect(sentFor("a", [sent, { ...back, payload }], 2_000)).toBe(-20)
  })
})

describe("a refund whose lines are named while another waits behind it", () => {
  const context = {
    ...{ purchaseOrderId: "1799", customerOrderId: "1", market: marketOf("us") },
    ...{ strictness: "strict" as const, askedLines: [], shown: orderWith(0) },
  }

  it("is sent with its own money, and so is the one behind it", () => {
    const known = [refund("a", 1, "needs_attention"), refund("b", 2, "pending", [2_000, 2_000])]
    const refundLines = [{ lineNumber: "1", type: "PRODUCT", amount: 2_000 }]
    const result = correctRefund(known[0].payload, { refundLines }, { ...context, known })
    const payload = "payload" in result ? result.payload : known[0].payload
    const named = { ...known[0], payload }
    const following = followingRefunds(named, known, difference([], payload.lines))
    const [first, second] = after([named, known[1]], following)
    expect(sentFor("a", [first, second], 0)).toBe(-20)
    expect(sentFor("b", [{ ...first, status: "sent" }, second], 2_000)).toBe(-20)
  })

  it("is sent although Medusa has written down what Seller Center gave back", () => {
    const known = [refund("a", 1, "needs_attention")]
    const shown = orderWith(2_000)
    const refundLines = [{ lineNumber: "1", type: "PRODUCT", amount: 2_000 }]
    const said = { ...context, shown, known, mirrored: 2_000 }
    const result = correctRefund(known[0].payload, { refundLines }, said)
    const payload = "payload" in result ? result.payload : known[0].payload
    expect(sentFor("a", [{ ...known[0], payload }], 2_000)).toBe(-20)
  })
})
