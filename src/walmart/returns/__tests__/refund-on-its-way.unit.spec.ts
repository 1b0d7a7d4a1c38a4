import type { ReturnLine } from "../../orders/return-order"
import { type RefundedReturn, refundOnItsWay } from "../refund-on-its-way"

const line = (lineNumber: string, refunded: number) =>
  ({ returnLineNumber: Number(lineNumber), lineNumber, quantity: 2, refunded }) as ReturnLine

const made = (changes: Partial<RefundedReturn>): RefundedReturn => ({
  ...{ returnOrderId: "rma-1", lines: [line("1", 0), line("2", 0)], wanted: { "1": 1 } },
  ...{ isWaiting: true, isUnbooked: false, ...changes },
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
    ["is none where nothing was decided", { wanted: {} }, ["1"], null],
  ])("%s", (_what, changes, lines, found) => {
    expect(refundOnItsWay([made(changes)], lines)).toBe(found)
  })
})
