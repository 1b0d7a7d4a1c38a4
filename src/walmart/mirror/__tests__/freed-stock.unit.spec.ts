import type { LineStatusEntry } from "../../orders/order"
import type { Sides } from "../../reconciliation/figures/line-figures"
import { type KnownUpdate, PAYLOAD_VERSION } from "../../updates/model/update"
import { freedLines, freedUnits, type StockedLine } from "../freed-stock"

const ORDERED = 3
const OUT_OF_STOCK = "SELLER_CANCEL_OUT_OF_STOCK"

interface World {
  /** Units that Medusa's order has. */
  present?: number
  canceledAt?: number | null
  /** Units that Walmart shows as canceled. */
  canceled: number
  told?: [KnownUpdate["status"], number]
  readOnly?: boolean
}

function update([status, total]: [KnownUpdate["status"], number]): KnownUpdate {
  return {
    ...{ id: "wmup_1", sequence: 1, uniqueKey: "cancellation:1", status },
    payloadVersion: PAYLOAD_VERSION,
    payload: {
      ...{ kind: "cancellation" as const, reason: "" },
      lines: [{ lineNumber: "1", quantity: total, total }],
    },
  }
}

function freed({ present = ORDERED, canceledAt = null, canceled, told, readOnly = false }: World) {
  const left = ORDERED - canceled
  const sides: Sides = {
    known: told ? [update(told)] : [],
    medusa: {
      ...{ displayId: "1", updatedAt: 1, reason: null, reasonBy: null, defaultReason: null },
      ...{ canceledAt, fulfillments: [], items: [{ lineNumber: "1", quantity: present }] },
    },
    walmart: {
      ...{ purchaseOrderId: "1799", customerOrderId: "2799", orderedAt: 1, readOnly },
      currency: "usd",
      lines: [
        {
          ...{ lineNumber: "1", quantity: ORDERED, customerAskedToCancel: false },
          quantities: {
            ...{ created: 0, acknowledged: left, shipped: 0, delivered: 0 },
            ...{ canceled, refunded: 0 },
          },
        },
      ],
    },
    facts: {
      ...{ closedAs: null, strangers: [], changedPrices: [], fulfillments: [] },
      lines: [{ lineNumber: "1", fulfilled: 0, shippedBefore: 0, returned: 0 }],
    },
    ...{ unknownLines: [], readAt: null },
  }
  return freedUnits(sides).map(({ quantity }) => quantity)
}

describe("units that are free because they are canceled on both sides", () => {
  it("are those of a whole order, or those that were taken out", () => {
    expect(freed({ canceledAt: 1, canceled: 3 })).toEqual([3])
    expect(freed({ canceledAt: 1, canceled: 2 })).toEqual([2])
    expect(freed({ present: 2, canceled: 3 })).toEqual([1])
  })

  it("are none while Medusa still means to ship them, or Walmart still waits for them", () => {
    expect(freed({ canceled: 3 })).toEqual([])
    expect(freed({ canceledAt: 1, canceled: 0 })).toEqual([])
  })

  it("are none that a cancellation on its way still tells", () => {
    expect(freed({ canceledAt: 1, canceled: 3, told: ["pending", 3] })).toEqual([])
    expect(freed({ canceledAt: 1, canceled: 3, told: ["pending", 1] })).toEqual([3])
  })

  it.each(["needs_attention", "dismissed", "superseded"] as const)(
    "are those that Walmart took of a cancellation that is %s",
    (status) => {
      expect(freed({ canceledAt: 1, canceled: 2, told: [status, 3] })).toEqual([2])
    }
  )

  it("are none of an order that Walmart ships itself", () => {
    expect(freed({ canceledAt: 1, canceled: 3, readOnly: true })).toEqual([])
  })
})

function shown(quantity: number, cancellationReason: string | null = null): LineStatusEntry {
  return { status: "Cancelled", quantity, cancellationReason, package: null }
}

function line(lineNumber: string, sku: string, more: Partial<StockedLine> = {}): StockedLine {
  return { ...{ lineNumber, sku, never: 0, freed: 0, statuses: [] }, ...more }
}

/** Lines whose stock is sent when a unit of each of these is free. */
function sent(lines: StockedLine[], ...free: string[]) {
  const units = free.map((lineNumber) => ({ lineNumber, quantity: 1 }))
  return freedLines(units, lines, [OUT_OF_STOCK])
}

describe("the stock of what came free", () => {
  it("is asked for once", () => {
    expect(sent([line("1", "MUG")], "1")).toEqual([{ lineNumber: "1", freed: 1, zeroed: 0 }])
    expect(sent([line("1", "MUG", { freed: 1 })], "1")).toEqual([])
    expect(sent([line("1", "MUG")])).toEqual([])
  })

  it("is none of what was canceled before the order came", () => {
    expect(sent([line("1", "MUG", { never: 1 })], "1")).toEqual([])
  })

  it("knows of every line of its SKU for how many units Walmart has set the listing to 0", () => {
    const lines = [
      line("1", "MUG", { statuses: [shown(1, OUT_OF_STOCK), shown(1, "BY_THE_BUYER")] }),
      line("2", "CUP", { statuses: [shown(1, OUT_OF_STOCK)] }),
      line("3", "MUG", { statuses: [shown(2, OUT_OF_STOCK)] }),
    ]
    expect(sent(lines, "1")).toEqual([
      { lineNumber: "1", freed: 1, zeroed: 1 },
      { lineNumber: "3", freed: 0, zeroed: 2 },
    ])
  })
})
