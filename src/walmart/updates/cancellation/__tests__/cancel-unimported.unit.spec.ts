import type { KnownUpdate } from "../../model/update"
import { isBeingCanceled, unimportedCancellation } from "../cancel-unimported"

const NONE = { created: 0, acknowledged: 0, shipped: 0, delivered: 0, canceled: 0, refunded: 0 }
const CHOSEN = { reason: "SELLER_CANCEL_OUT_OF_STOCK", at: 1_000 }

const known = (status: KnownUpdate["status"], uniqueKey = "cancellation:1=2"): KnownUpdate => ({
  ...{ id: "wmu_1", sequence: 1, uniqueKey, status, payloadVersion: 1 },
  payload: {
    kind: "cancellation",
    reason: CHOSEN.reason,
    lines: [{ lineNumber: "1", quantity: 2, total: 2 }],
  },
})

describe("the cancellation of an order that could not be imported", () => {
  it("names what is open of each line, beside what was canceled before", () => {
    const lines = [
      { lineNumber: "1", quantities: { ...NONE, created: 2, canceled: 1 } },
      { lineNumber: "2", quantities: { ...NONE, shipped: 1 } },
      { lineNumber: "3", quantities: { ...NONE, acknowledged: 4, shipped: 1 } },
    ]
    expect(unimportedCancellation(lines, [], CHOSEN)).toMatchObject({
      uniqueKey: "cancellation:1=3,3=4",
      happenedAt: 1_000,
      payload: {
        reason: CHOSEN.reason,
        lines: [
          { lineNumber: "1", quantity: 2, total: 3 },
          { lineNumber: "3", quantity: 4, total: 4 },
        ],
      },
    })
  })

  it("is none when nothing is open", () => {
    const lines = [{ lineNumber: "1", quantities: { ...NONE, canceled: 2 } }]
    expect(unimportedCancellation(lines, [], CHOSEN)).toBeNull()
  })

  it("can be wanted again after it was dismissed", () => {
    const lines = [{ lineNumber: "1", quantities: { ...NONE, created: 2 } }]
    const again = unimportedCancellation(lines, [known("dismissed")], CHOSEN)
    expect(again?.uniqueKey).toBe("cancellation:1=2#2")
  })

  it("is on its way until it is sent or given up", () => {
    expect(isBeingCanceled([known("pending")])).toBe(true)
    expect(isBeingCanceled([known("needs_attention")])).toBe(true)
    expect(isBeingCanceled([known("sent")])).toBe(false)
    expect(isBeingCanceled([known("dismissed")])).toBe(false)
  })
})
