import type { PlannedUpdate } from "../../model/update"
import { usedReasons } from "../used-reasons"

function planned(reason: string, changes: Partial<PlannedUpdate> = {}): PlannedUpdate {
  const lines = [{ lineNumber: "1", quantity: 1, total: 1 }]
  const payload = { kind: "cancellation" as const, reason, lines }
  return { uniqueKey: reason, payload, attention: null, warnings: [], happenedAt: 1, ...changes }
}

describe("the reasons that a plan uses up", () => {
  it("are those of its cancellations, once each", () => {
    expect(usedReasons([planned("A"), planned("B"), planned("A")])).toEqual(["A", "B"])
  })

  it("leave out what is no reason", () => {
    expect(
      usedReasons([planned(""), planned("", { payload: { kind: "acknowledgment" } })])
    ).toEqual([])
  })

  it("leave alone what is chosen now when a cancellation keeps the reason of one before", () => {
    expect(usedReasons([planned("A", { keepsReason: true }), planned("B")])).toEqual(["B"])
  })
})
