import { canceledShare, type SharedLine } from "../canceled-share"
import { type KnownUpdate, PAYLOAD_VERSION } from "../../model/update"
import type { UpdateStatus } from "../../model/update-status"

const line: SharedLine = {
  ...{ lineNumber: "1", ordered: 3, imported: 3, left: 2 },
  ...{ canceled: 0, price: 10.83 },
}

function cancellation(total: number, status: UpdateStatus = "pending"): KnownUpdate {
  return {
    ...{ id: "wmu_1", sequence: 1, uniqueKey: "c", status, payloadVersion: PAYLOAD_VERSION },
    payload: {
      ...{ kind: "cancellation", reason: "" },
      lines: [{ lineNumber: "1", quantity: total, total }],
    },
  }
}

describe("what Walmart does not charge", () => {
  it("is the imported price of what was taken out and is canceled there, or about to be", () => {
    expect(canceledShare([{ ...line, canceled: 1 }], [])).toBe(10.83)
    for (const status of ["pending", "needs_attention", "sent"] as const) {
      expect(canceledShare([line], [cancellation(1, status)])).toBe(10.83)
    }
  })

  it("is nothing while Walmart is not to cancel it, or no more", () => {
    expect(canceledShare([line], [])).toBe(0)
    expect(canceledShare([line], [cancellation(1, "dismissed")])).toBe(0)
    expect(canceledShare([line], [cancellation(1, "superseded")])).toBe(0)
  })

  it("is nothing for what was never imported, and for what is still in the Medusa order", () => {
    const before = { ...line, ordered: 4, canceled: 1 }
    expect(canceledShare([before], [])).toBe(0)
    expect(canceledShare([{ ...before, canceled: 2 }], [])).toBe(10.83)
    expect(canceledShare([{ ...line, left: 3, canceled: 1 }], [])).toBe(0)
  })

  it("is the sum of all lines", () => {
    const two = { ...line, lineNumber: "2", left: 0, canceled: 3, price: 5 }
    expect(canceledShare([{ ...line, canceled: 1 }, two], [])).toBeCloseTo(25.83, 8)
  })
})
