import { type ChangedPrice, changedPrice, priceDifference, type UnitPrice } from "../changed-price"

const TAXED: UnitPrice = { amount: 10, taxRate: 8 }
const MUGS = { lineNumber: "1", title: "Mug", quantity: 3, present: 9 }

describe("a price that was changed in Medusa", () => {
  it("is named with both prices, the difference with its tax, and what to do", () => {
    const changed = changedPrice(MUGS, TAXED)
    expect(changed).toMatchObject({ charged: 10, present: 9, difference: expect.closeTo(-3.24) })
    const { message, remedy } = priceDifference(changed as ChangedPrice, "usd")
    expect(message).toMatch(/Line 1.*“Mug”.*from 10\.00 to 9\.00.*3\.24 lower/)
    expect(remedy).toMatch(/cannot be changed here.*back to 10\.00.*Seller Center/)
  })

  it("is named when it was raised, too", () => {
    const raised = changedPrice({ ...MUGS, quantity: 1, present: 12 }, { ...TAXED, taxRate: 0 })
    expect(priceDifference(raised as ChangedPrice, "usd").message).toMatch(
      /to 12\.00.*2\.00 higher/
    )
  })

  it("is no difference below a cent", () => {
    expect(changedPrice({ ...MUGS, present: 10.0001 }, TAXED)).toBeNull()
  })
})
