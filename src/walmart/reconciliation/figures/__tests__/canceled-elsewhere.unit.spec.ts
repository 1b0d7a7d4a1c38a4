import type { PlanInput } from "../../../updates/model/sides"
import { canceledElsewhere } from "../canceled-elsewhere"

const NOTHING = { created: 0, acknowledged: 0, shipped: 0, delivered: 0, canceled: 0, refunded: 0 }

/** An order of two lines with three units each; what of them Medusa has, and what Walmart canceled. */
function order(present: number[], canceled: number[], canceledAt: number | null = null) {
  const lineNumbers = ["1", "2"]
  return {
    medusa: {
      canceledAt,
      items: lineNumbers.map((lineNumber, i) => ({ lineNumber, quantity: present[i] })),
    },
    walmart: {
      lines: lineNumbers.map((lineNumber, i) => ({
        lineNumber,
        quantity: 3,
        quantities: { ...NOTHING, canceled: canceled[i] },
        customerAskedToCancel: false,
      })),
    },
  } as Pick<PlanInput, "medusa" | "walmart">
}

describe("units canceled elsewhere", () => {
  it("are those that Medusa still means to ship, line by line", () => {
    expect(canceledElsewhere(order([3, 3], [3, 3]))).toHaveLength(2)
    expect(canceledElsewhere(order([3, 3], [0, 2]))).toEqual([{ lineNumber: "2", quantity: 2 }])
  })

  it("are not those that an edit in Medusa took out, but those beyond them", () => {
    expect(canceledElsewhere(order([1, 3], [2, 0]))).toEqual([])
    expect(canceledElsewhere(order([1, 3], [3, 0]))).toEqual([{ lineNumber: "1", quantity: 1 }])
  })

  it("are none once the order is canceled in Medusa too", () => {
    expect(canceledElsewhere(order([3, 3], [3, 3], 1))).toEqual([])
  })

  it("are none while Medusa's cancellation is still on its way", () => {
    expect(canceledElsewhere(order([1, 3], [0, 0]))).toEqual([])
  })
})
