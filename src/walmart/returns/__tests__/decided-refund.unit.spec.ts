import type { ReturnLine } from "../../orders/return-order"
import { decidedRefund, isRefundOffered } from "../decided-refund"
import type { DecidedReturn } from "../dismissed-refund"

/** A return of two units of one line. */
function aReturn(changes: Partial<DecidedReturn> = {}, refunded = 0) {
  const line = { returnLineNumber: 1, quantity: 2, refunded, status: "delivered", isKeepIt: false }
  const lines = [line as ReturnLine]
  return { lines, received: null, wanted: null, dismissed: null, ...changes }
}

const units = (count: number) => ({ "1": count })

describe("a refund that a person decides on", () => {
  it("is of all units where none was received", () => {
    expect(decidedRefund(aReturn())).toEqual(units(2))
  })

  it("is of what was received and nobody has decided on", () => {
    expect(decidedRefund(aReturn({ received: units(1) }))).toEqual(units(1))
    const more = aReturn({ received: units(2), wanted: units(1) }, 1)
    expect(decidedRefund(more)).toEqual(units(2))
  })

  it("is of what was received though Walmart shows as many refunded: no unit goes along that is not back", () => {
    expect(decidedRefund(aReturn({ received: units(1) }, 1))).toEqual(units(1))
  })

  it("is of the rest once the refund of what was received was decided on", () => {
    expect(decidedRefund(aReturn({ received: units(1), wanted: units(1) }, 1))).toEqual(units(2))
    expect(decidedRefund(aReturn({ received: units(1), wanted: units(1) }))).toEqual(units(2))
  })

  it("takes a dismissal of what was received back, unless Walmart has refunded it since", () => {
    const dismissed = { received: units(1), wanted: units(1), dismissed: units(1) }
    expect(decidedRefund(aReturn(dismissed))).toEqual(units(1))
    expect(decidedRefund(aReturn(dismissed, 1))).toEqual(units(2))
  })

  it("is of nothing where all of it is refunded", () => {
    expect(decidedRefund(aReturn({ received: units(2), wanted: units(2) }, 2))).toEqual({})
  })
})

describe("a refund is offered", () => {
  const one = (state: string, received = 0, others: object = {}) => ({
    ...{ state, is_replacement: false, no_return: null },
    lines: [{ quantity: 2, received, refunded: 0, keep_it: false }],
    ...others,
  })

  it.each([
    ["to_decide", 1, true],
    ["to_receive", 0, true],
    ["to_receive", 1, true],
    ["on_the_way", 1, true],
    ["on_the_way", 0, false],
    ["refunding", 1, false],
    ["refunded", 2, false],
    ["canceled", 1, false],
    ["needs_attention", 1, false],
  ])("of one that is %s with %i received: %s", (state, received, isOffered) => {
    expect(isRefundOffered(one(state, received))).toBe(isOffered)
  })

  it("neither of a replacement, nor of what goes back to Walmart, nor where nothing is left", () => {
    expect(isRefundOffered(one("to_receive", 1, { is_replacement: true }))).toBe(false)
    expect(isRefundOffered(one("to_receive", 1, { no_return: "by_walmart" }))).toBe(false)
    const refunded = { quantity: 2, received: 2, refunded: 2, keep_it: false }
    const kept = { quantity: 2, received: 0, refunded: 0, keep_it: true }
    expect(isRefundOffered(one("on_the_way", 0, { lines: [refunded, kept] }))).toBe(false)
  })
})
