import type { PlanInput } from "../../../updates/model/sides"
import { canceledElsewhere, unitsToStop } from "../canceled-elsewhere"
import type { LineFigures } from "../line-figures"

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

describe("units to stop", () => {
  it("are those that Medusa still means to ship, line by line", () => {
    expect(unitsToStop(order([3, 3], [3, 3]))).toHaveLength(2)
    expect(unitsToStop(order([3, 3], [0, 2]))).toEqual([{ lineNumber: "2", quantity: 2 }])
  })

  it("are not those that an edit in Medusa took out, but those beyond them", () => {
    expect(unitsToStop(order([1, 3], [2, 0]))).toEqual([])
    expect(unitsToStop(order([1, 3], [3, 0]))).toEqual([{ lineNumber: "1", quantity: 1 }])
  })

  it("are none once the order is canceled in Medusa too", () => {
    expect(unitsToStop(order([3, 3], [3, 3], 1))).toEqual([])
  })

  it("are none while Medusa's cancellation is still on its way", () => {
    expect(unitsToStop(order([1, 3], [0, 0]))).toEqual([])
  })
})

describe("units canceled elsewhere", () => {
  const figures = (medusa: { canceled: number; open: number }, canceled: number) =>
    canceledElsewhere({ medusa, walmart: { canceled } } as LineFigures)

  it("are those that Medusa has neither canceled nor shipped", () => {
    expect(figures({ canceled: 0, open: 3 }, 2)).toBe(2)
    expect(figures({ canceled: 1, open: 2 }, 2)).toBe(1)
    expect(figures({ canceled: 0, open: 1 }, 3)).toBe(1)
  })

  it("are none where Medusa canceled as many or more", () => {
    expect(figures({ canceled: 2, open: 1 }, 2)).toBe(0)
    expect(figures({ canceled: 3, open: 0 }, 0)).toBe(0)
  })
})
