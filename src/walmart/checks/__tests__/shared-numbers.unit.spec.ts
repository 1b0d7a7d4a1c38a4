import { sharedConcerns, sharedWarnings } from "../shared-numbers"

const SHARED = [
  { trackingNumber: "1Z1", purchaseOrderIds: ["100", "200"] },
  { trackingNumber: "1Z2", purchaseOrderIds: ["300"] },
]

describe("a number that other orders have", () => {
  it("is asked about with all of them, and anew when another one has it", () => {
    const [first, second] = sharedConcerns(SHARED)
    expect(first.message).toMatch(/1Z1 is also the number of Walmart order 100, 200\./)
    expect(second.message).toMatch(/one parcel to the same customer/)
    const more = sharedConcerns([{ trackingNumber: "1Z2", purchaseOrderIds: ["300", "400"] }])
    expect(new Set([first.key, second.key, more[0].key]).size).toBe(3)
  })

  it("is a warning that names number and orders where nobody could be asked", () => {
    expect(sharedWarnings(SHARED).map(({ text }) => text)).toEqual([
      expect.stringMatching(/1Z1 is also the number of Walmart order 100, 200\..*Seller Center/),
      expect.stringMatching(/1Z2 is also the number of Walmart order 300\./),
    ])
    expect(sharedWarnings([])).toEqual([])
  })
})
