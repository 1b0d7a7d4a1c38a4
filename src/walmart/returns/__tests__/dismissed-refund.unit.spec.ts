import type { ReturnLine } from "../../orders/return-order"
import { type DecidedReturn, dismissedReturn, undismissed, wantedReturn } from "../dismissed-refund"
import { nextRefund } from "../wanted-refund"

/** A return of three units of one line. */
function decided(changes: Partial<DecidedReturn> = {}, refunded = 0): DecidedReturn {
  const line = { returnLineNumber: 1, quantity: 3, refunded, status: "delivered", isKeepIt: false }
  return {
    ...{ lines: [line as ReturnLine], received: null, wanted: null, accepted: null },
    ...{ dismissed: null, is_waiting: false, error_code: null, ...changes },
  }
}

const units = (count: number) => ({ "1": count })
const byReceipt = (count: number) => ({ wanted: units(count), by: "received" })

describe("a dismissal", () => {
  it("is of the refund that waits, and not of what was received since", () => {
    const waiting = decided({ wanted: units(1), received: units(2), is_waiting: true })
    expect(dismissedReturn(waiting)).toEqual({ wanted: units(1), dismissed: units(1) })
  })

  it("is of what was received, where that is to be decided on", () => {
    const asked = decided({ received: units(2) })
    expect(dismissedReturn(asked)).toEqual({ wanted: units(2), dismissed: units(2) })
  })

  it("is of no unit that Walmart shows as refunded or said yes to", () => {
    const waiting = { wanted: units(3), is_waiting: true }
    expect(dismissedReturn(decided(waiting, 2)).dismissed).toEqual(units(1))
    expect(dismissedReturn(decided({ ...waiting, accepted: units(3) })).dismissed).toEqual({})
  })
})

describe("what was dismissed", () => {
  const dismissed = { wanted: units(1), dismissed: units(1) }

  it("stays so when more is received", () => {
    const more = wantedReturn(decided(dismissed), byReceipt(2))
    expect(more).toEqual({ wanted: units(2), dismissed: units(1) })
    expect(undismissed(more.wanted, more.dismissed)).toEqual(units(1))
  })

  it("is refunded and not dismissed once Walmart shows it so, as somebody refunded it by hand", () => {
    const more = wantedReturn(decided(dismissed, 1), byReceipt(2))
    expect(undismissed(more.wanted, more.dismissed)).toEqual(units(2))
  })

  it("stays so beside a later unit that was refunded", () => {
    const later = decided({ wanted: units(2), dismissed: units(1) }, 1)
    expect(wantedReturn(later, byReceipt(3)).dismissed).toEqual(units(1))
  })

  it("is wanted again when a person says so, and only on the lines that they mean", () => {
    const other = { ...decided(dismissed), dismissed: { "1": 1, "2": 1 } }
    const row = { ...other, wanted: { "1": 1, "2": 1 } }
    const again = wantedReturn(row, { wanted: units(1), by: "user_1" })
    expect(again.dismissed).toEqual({ "2": 1 })
  })

  it("is said where parts of a line cannot be refunded", () => {
    const wish = { customerOrderId: "1", wanted: units(2) }
    const code = (gone: object) => {
      const next = nextRefund({ ...wish, ...gone }, decided().lines, "receipt")
      return "attention" in next ? next.attention.code : next
    }
    expect(code({})).toBe("return_part_unshown")
    expect(code({ dismissed: units(1) })).toBe("return_part_dismissed")
  })
})
