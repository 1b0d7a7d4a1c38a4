import {
  type KnownUpdate,
  type LineCancellation,
  PAYLOAD_VERSION,
} from "../../updates/model/update"
import { MIRRORED_BY } from "../../updates/model/sides"
import type { Sides } from "../../reconciliation/figures/line-figures"
import { freedByHand } from "../freed-by-hand"

const ORDERED = 3

interface World {
  /** Units that Medusa's order has. */
  present?: number
  canceledAt?: number | null
  /** Units that Walmart shows as canceled. */
  canceled: number
  told?: number
  mirrored?: number
  beforeImport?: number
}

function told(total: number): KnownUpdate[] {
  if (total === 0) return []
  return [
    {
      ...{ id: "wmup_1", sequence: 1, uniqueKey: "cancellation:1", status: "pending" as const },
      payloadVersion: PAYLOAD_VERSION,
      payload: {
        ...{ kind: "cancellation" as const, reason: "" },
        lines: [{ lineNumber: "1", quantity: total, total }],
      },
    },
  ]
}

function mirrored(total: number): LineCancellation[] {
  if (total === 0) return []
  return [{ id: "ordch_1", reason: "", by: MIRRORED_BY, lines: [{ lineNumber: "1", total }] }]
}

function freed({ present = ORDERED, canceledAt = null, canceled, ...more }: World) {
  const left = ORDERED - canceled
  const sides: Sides = {
    known: told(more.told ?? 0),
    medusa: {
      ...{ displayId: "1", updatedAt: 1, reason: null, reasonBy: null, defaultReason: null },
      ...{ canceledAt, fulfillments: [], items: [{ lineNumber: "1", quantity: present }] },
      lineCancellations: mirrored(more.mirrored ?? 0),
    },
    walmart: {
      ...{ purchaseOrderId: "1799", customerOrderId: "2799", orderedAt: 1, readOnly: false },
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
  const never = [{ lineNumber: "1", quantity: more.beforeImport ?? 0 }]
  return freedByHand(sides, never).map(({ quantity }) => quantity)
}

describe("stock that a person freed of what Walmart had canceled already", () => {
  it("is that of a whole order, or of the units that were taken out", () => {
    expect(freed({ canceledAt: 1, canceled: 3 })).toEqual([3])
    expect(freed({ canceledAt: 1, canceled: 2 })).toEqual([2])
    expect(freed({ present: 2, canceled: 3 })).toEqual([1])
  })

  it("is none while Medusa still means to ship it, or Walmart still waits for it", () => {
    expect(freed({ canceled: 3 })).toEqual([])
    expect(freed({ canceledAt: 1, canceled: 0 })).toEqual([])
  })

  it("is none where a cancellation of this plugin or the mirror sends it", () => {
    expect(freed({ canceledAt: 1, canceled: 3, told: 3 })).toEqual([])
    expect(freed({ canceledAt: 1, canceled: 3, told: 1 })).toEqual([2])
    expect(freed({ canceledAt: 1, canceled: 3, mirrored: 3 })).toEqual([])
  })

  it("is none of what was canceled before the order came", () => {
    expect(freed({ present: 2, canceled: 1, beforeImport: 1 })).toEqual([])
    expect(freed({ present: 2, canceledAt: 1, canceled: 3, beforeImport: 1 })).toEqual([2])
  })
})
