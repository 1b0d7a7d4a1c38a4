import type { ReturnLine } from "../../orders/return-order"
import { type RefundedReturn, refundOnItsWay, refundStillDue } from "../refund-on-its-way"

const line = (lineNumber: string, refunded: number, changes: Partial<ReturnLine> = {}) =>
  ({
    ...{ returnLineNumber: Number(lineNumber), lineNumber, quantity: 2, refunded },
    ...{ status: "initiated", isKeepIt: false, ...changes },
  }) as ReturnLine

const made = (changes: Partial<RefundedReturn>): RefundedReturn => ({
  ...{ returnOrderId: "rma-1", lines: [line("1", 0), line("2", 0)], wanted: { "1": 1 } },
  ...{ received: {}, isWaiting: true, isUnbooked: false, isRefundedAsReturn: true, ...changes },
})

describe("a refund of a line that a return gives back", () => {
  it.each<[string, Partial<RefundedReturn>, string[], string | null]>([
    ["is on its way while Walmart does not show it", {}, ["1"], "rma-1"],
    ["is none of another line", {}, ["2"], null],
    ["is over once Walmart shows it and the books have it", { isWaiting: false }, ["1"], null],
    [
      "is over for a line that is shown while another is not",
      { lines: [line("1", 1)] },
      ["1"],
      null,
    ],
    [
      "is on its way into the books while Walmart shows more than they have",
      { lines: [line("1", 1)], isWaiting: false, isUnbooked: true },
      ["2", "1"],
      "rma-1",
    ],
    ["is not on its way where nothing was decided", { wanted: {} }, ["1"], null],
  ])("%s", (_what, changes, lines, found) => {
    expect(refundOnItsWay([made(changes)], lines)).toBe(found)
  })
})

/** Nothing of the return was received or decided. */
const ASKED = { wanted: {}, isWaiting: false }

/** One unit came back, and nobody has decided on it. */
const CAME_BACK = { ...ASKED, received: { "1": 1 } }

describe("a refund that a return will give back", () => {
  const of = (changes: Partial<ReturnLine>) => ({ ...ASKED, lines: [line("1", 0, changes)] })

  it.each<[string, Partial<RefundedReturn>, "sum" | "lines", string | null]>([
    ["is due where nothing was decided", ASKED, "sum", "coming"],
    ["is due of what came back at Walmart", of({ status: "delivered" }), "sum", "coming"],
    ["is due of the second unit while the first is decided on", {}, "sum", "coming"],
    ["leaves room for goodwill, which names its lines", ASKED, "lines", null],
    ["is due whoever asks once units wait for a decision", CAME_BACK, "lines", "undecided"],
    ["says so too when a sum is asked for", CAME_BACK, "sum", "undecided"],
    ["is due no more once all is decided on", { wanted: { "1": 2 } }, "sum", null],
    [
      "is due no more once Walmart shows all of it",
      { ...CAME_BACK, lines: [line("1", 2)] },
      "sum",
      null,
    ],
    ["is none of a canceled line", of({ status: "canceled" }), "sum", null],
    ["is none of a completed line", of({ status: "completed" }), "sum", null],
    ["is none of what the buyer keeps", of({ isKeepIt: true }), "sum", null],
    [
      "is none of a replacement, and where Walmart takes no refunds of returns",
      { ...CAME_BACK, isRefundedAsReturn: false },
      "sum",
      null,
    ],
  ])("%s", (_what, changes, named, why) => {
    const found = refundStillDue([made(changes)], ["1"], named === "lines")
    expect(found).toEqual(why && { returnOrderId: "rma-1", why })
  })

  it("is none of a line that does not come back", () => {
    expect(refundStillDue([made(ASKED)], ["3"], false)).toBeNull()
  })
})
