import type { LineStatusEntry } from "../../orders/order"
import { type KnownUpdate, PAYLOAD_VERSION } from "../../updates/model/update"
import type { MirrorAction } from "../action"
import { freedStock, type FreedFrom } from "../freed-stock"

const OUT_OF_STOCK = "SELLER_CANCEL_OUT_OF_STOCK"

function canceled(quantity: number, cancellationReason: string | null = null): LineStatusEntry {
  return { status: "Cancelled", quantity, cancellationReason, package: null }
}

function line(lineNumber: string, sku: string, ...statuses: LineStatusEntry[]) {
  return { lineNumber, sku, statuses }
}

function told(reason: string, quantity: number): KnownUpdate {
  return {
    ...{ id: "wmup_1", sequence: 1, uniqueKey: "cancellation:1", status: "sent", sentAt: 1 },
    payloadVersion: PAYLOAD_VERSION,
    payload: {
      ...{ kind: "cancellation", reason },
      lines: [{ lineNumber: "1", quantity, total: quantity }],
    },
  }
}

const takeOut = (...numbers: string[]): MirrorAction => ({
  kind: "take_out",
  lines: numbers.map((lineNumber) => ({ lineNumber, quantity: 1, left: 0 })),
})

function freed(action: MirrorAction, lines: FreedFrom["lines"], known: KnownUpdate[] = []) {
  const found = freedStock(action, { lines, known, zeroingReasons: [OUT_OF_STOCK] })
  return found.map(({ sku, isZeroed }) => [sku, isZeroed])
}

describe("the stock that a cancellation of other hands frees", () => {
  const lines = [
    line("1", "MUG", canceled(1)),
    line("2", "CUP", canceled(1)),
    line("3", "MUG", canceled(1)),
  ]

  it("is that of every SKU of a canceled order, each once", () => {
    expect(freed({ kind: "cancel_order" }, lines)).toEqual([
      ["MUG", false],
      ["CUP", false],
    ])
  })

  it("is that of the lines that lose units, and nothing else frees any", () => {
    expect(freed(takeOut("2"), lines)).toEqual([["CUP", false]])
    expect(freed({ kind: "cancel_fulfillment", fulfillmentId: "ful_1" }, lines)).toEqual([])
    expect(freed({ kind: "deliver", fulfillmentId: "ful_1" }, lines)).toEqual([])
  })

  it("waits for a recount where Walmart has set the listing to 0 for it", () => {
    const zeroed = [...lines, line("4", "CUP", canceled(2, OUT_OF_STOCK))]
    expect(freed({ kind: "cancel_order" }, zeroed)).toEqual([
      ["MUG", false],
      ["CUP", true],
    ])
    expect(freed(takeOut("2"), zeroed)).toEqual([["CUP", false]])
  })

  it("waits for none because of what this plugin canceled as out of stock", () => {
    const ours = [line("1", "MUG", canceled(1, OUT_OF_STOCK), canceled(1, "BY_THE_BUYER"))]
    expect(freed(takeOut("1"), ours, [told(OUT_OF_STOCK, 1)])).toEqual([["MUG", false]])
    const more = [line("1", "MUG", canceled(2, OUT_OF_STOCK))]
    expect(freed(takeOut("1"), more, [told(OUT_OF_STOCK, 1)])).toEqual([["MUG", true]])
  })
})
