import type { AdminWalmartReason } from "../../../../types/http"
import {
  cancelBody,
  type ChoosableLine,
  chosenLines,
  isPossible,
  percentOf,
  rateInWords,
  reasonsForLines,
  theRest,
} from "../line-choice"

function line(changes: Partial<ChoosableLine> = {}): ChoosableLine {
  return {
    ...{ line_number: "1", open: 3, left: 3, cancelable: 3 },
    ...{ sku: "MUG-1", name: "Mug", customerAsked: false },
    ...changes,
  }
}

const PACKED = line({ line_number: "2", sku: "SHIRT-S", cancelable: 1 })
const REASON = "SELLER_CANCEL_OUT_OF_STOCK"

describe("units to cancel", () => {
  it.each([
    ["", true],
    ["0", true],
    ["3", true],
    ["4", false],
    ["1.5", false],
    ["-1", false],
    ["two", false],
  ])("are possible up to what is open and not packed: %j", (typed, expected) => {
    expect(isPossible({ 1: typed }, line())).toBe(expected)
  })

  it("are all that is left with one button", () => {
    expect(theRest([line(), PACKED, line({ line_number: "3", cancelable: 0 })])).toEqual({
      ...{ 1: "3", 2: "1" },
    })
  })

  it("are sent by line, without those that stay", () => {
    const lines = [line(), PACKED]
    const body = cancelBody(lines, { 1: "2", 2: "" }, REASON, lines)
    expect(body).toEqual({ reason: REASON, lines: [{ line_number: "1", quantity: 2 }] })
  })

  it("are the whole order when nothing would be left of it", () => {
    expect(cancelBody([line()], { 1: "3" }, REASON, [line()])).toEqual({ reason: REASON })
    const shipped = { line_number: "2", open: 0, left: 1, cancelable: 0 }
    expect(cancelBody([line()], { 1: "3" }, REASON, [line(), shipped])?.lines).toHaveLength(1)
  })

  it.each([
    ["no reason", { 1: "1" }, ""],
    ["no units", { 1: "" }, REASON],
    ["too many", { 1: "4" }, REASON],
  ])("are not sent with %s", (_what, chosen, reason) => {
    expect(cancelBody([line()], chosen, reason, [line()])).toBeNull()
  })
})

describe("the reasons", () => {
  const reasons = [
    { code: "CUSTOMER", only_when_customer_asked: true },
    { code: REASON, only_when_customer_asked: false },
  ] as AdminWalmartReason[]
  const codes = (lines: ChoosableLine[]) => reasonsForLines(reasons, lines).map((one) => one.code)

  it("have the customer's own only where the customer asked for every chosen line", () => {
    const asked = line({ customerAsked: true })
    expect(codes(chosenLines([asked, PACKED], { 1: "1" }))).toEqual(["CUSTOMER", REASON])
    expect(codes(chosenLines([asked, PACKED], { 1: "1", 2: "1" }))).toEqual([REASON])
    expect(codes([])).toEqual([REASON])
  })
})

it("counts the rate in percent, and none without orders", () => {
  expect(percentOf({ orders: 300, canceled: 7 })).toBe(2.3)
  expect(percentOf({ orders: 0, canceled: 0 })).toBeNull()
})

it("writes the rate as the reader writes numbers", () => {
  const german = (value: number) => new Intl.NumberFormat("de").format(value)
  expect(rateInWords({ orders: 300, canceled: 7 }, german)).toMatchObject({ percent: "2,3" })
})
