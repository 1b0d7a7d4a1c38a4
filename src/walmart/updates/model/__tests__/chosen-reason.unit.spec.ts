import { cancelerOf, reasonOf } from "../chosen-reason"

const CHOICES = {
  reason: "LATE",
  reasonBy: "user_b",
  ownReasons: { user_a: "EARLY", user_b: "LATE" },
}

describe("the reason of a person's cancellation", () => {
  it("is the person's own, else the one chosen last", () => {
    expect(reasonOf(CHOICES, "user_a")).toEqual({ reason: "EARLY", reasonBy: "user_a" })
    for (const other of ["user_c", "constructor", "", null, undefined]) {
      expect(reasonOf(CHOICES, other)).toEqual({ reason: "LATE", reasonBy: "user_b" })
    }
  })
})

describe("who canceled an order", () => {
  it("is who made the last refund at that moment", () => {
    const refunds = [
      { createdBy: "user_b", createdAt: 990_000 },
      { createdBy: "user_a", createdAt: 999_900 },
    ]
    expect(cancelerOf(refunds, 1_000_000)).toBe("user_a")
  })

  it("is not known when nothing was refunded then", () => {
    expect(cancelerOf([{ createdBy: "user_a", createdAt: 0 }], 1_000_000)).toBeNull()
    expect(cancelerOf([], 1_000_000)).toBeNull()
  })
})
