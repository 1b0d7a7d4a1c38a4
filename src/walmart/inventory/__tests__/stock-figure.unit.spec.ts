import fc from "fast-check"
import { stockFigure, type StockPart } from "../stock-figure"
import { stockRulesFor, walmartSkusOf } from "../stock-rules"

const RULES = { buffer: 0, cap: null, addBackOpenOrders: false }

function part(changes: Partial<StockPart> = {}): StockPart {
  const stock = { stocked: 10, reserved: 0, reservedForWalmart: 0 }
  return { inventoryItemId: "iitem_1", requiredQuantity: 1, ...stock, ...changes }
}

describe("the figure that Walmart is sent", () => {
  it("is what is stocked and not reserved", () => {
    expect(stockFigure([part({ reserved: 3 })], RULES)).toEqual({ amount: 7, available: 7 })
  })

  it("keeps the buffer back, and is never below 0", () => {
    expect(stockFigure([part()], { ...RULES, buffer: 4 })?.amount).toBe(6)
    expect(stockFigure([part()], { ...RULES, buffer: 40 })?.amount).toBe(0)
    expect(stockFigure([part({ reserved: 12 })], RULES)?.amount).toBe(0)
  })

  it("stays under the cap", () => {
    expect(stockFigure([part()], { ...RULES, cap: 5 })).toEqual({ amount: 5, available: 10 })
  })

  it("is as much as a count can hold where more is there, or where the cap is more", () => {
    const endless = [part({ stocked: 9_999_999_999 })]
    expect(stockFigure(endless, RULES)).toEqual({ amount: 2_147_483_647, available: 2_147_483_647 })
    expect(stockFigure(endless, { ...RULES, cap: 5 })?.amount).toBe(5)
    expect(stockFigure(null, { ...RULES, cap: 9_999_999_999 })?.amount).toBe(2_147_483_647)
  })

  it("of a kit is what its scarcest part allows", () => {
    const kit = [part({ stocked: 11, requiredQuantity: 2 }), part({ stocked: 7 })]
    expect(stockFigure(kit, RULES)?.amount).toBe(5)
  })

  it("counts units of Walmart's own open orders only where the store says so, and never more than are held", () => {
    const held = part({ reserved: 4, reservedForWalmart: 3 })
    expect(stockFigure([held], RULES)?.amount).toBe(6)
    expect(stockFigure([held], { ...RULES, addBackOpenOrders: true })?.amount).toBe(9)
    const wrong = part({ reserved: 1, reservedForWalmart: 30 })
    expect(stockFigure([wrong], { ...RULES, addBackOpenOrders: true })?.amount).toBe(10)
  })

  it("of a variant without counted stock is the cap, and without a cap there is none", () => {
    expect(stockFigure(null, { ...RULES, cap: 50 })).toEqual({ amount: 50, available: null })
    expect(stockFigure(null, RULES)).toBeNull()
  })

  it("is 0 of a variant whose stock is counted and that has no inventory item, as in the store", () => {
    expect(stockFigure([], RULES)).toEqual({ amount: 0, available: 0 })
    expect(stockFigure([], { ...RULES, cap: 50 })).toEqual({ amount: 0, available: 0 })
  })

  it("is a whole number from 0 that no part and no rule forbids", () => {
    const whole = fc.integer({ min: 0, max: 500 })
    const parts = fc.array(
      fc.record({
        inventoryItemId: fc.constant("iitem"),
        requiredQuantity: fc.integer({ min: 1, max: 9 }),
        stocked: fc.double({ min: 0, max: 500, noNaN: true }),
        reserved: whole,
        reservedForWalmart: whole,
      }),
      { minLength: 1, maxLength: 4 }
    )
    const rules = fc.record({
      buffer: whole,
      cap: fc.option(whole),
      addBackOpenOrders: fc.boolean(),
    })
    fc.assert(
      fc.property(parts, rules, (all, given) => {
        const amount = stockFigure(all, given)?.amount ?? -1
        expect(Number.isInteger(amount) && amount >= 0).toBe(true)
        expect(amount).toBeLessThanOrEqual(given.cap ?? Infinity)
        for (const { stocked, reserved, reservedForWalmart: ours, requiredQuantity } of all) {
          const others = given.addBackOpenOrders ? Math.max(0, reserved - ours) : reserved
          expect(amount * requiredQuantity).toBeLessThanOrEqual(Math.max(0, stocked - others))
        }
      })
    )
  })
})

describe("an account's rules", () => {
  const settings = {
    ...{ stockBuffer: 2, stockCap: 100, stockAddBackOpenOrders: false },
    stockSkus: { "MUG-1": { buffer: 0 }, "MUG-2": { cap: 3 } },
    skuMap: { "W-MUG": "MUG-1", "W-MUG-OLD": "MUG-1", SWAPPED: "MUG-9" },
  }

  it("hold where a SKU has none of its own", () => {
    expect(stockRulesFor("MUG-1", settings)).toMatchObject({ buffer: 0, cap: 100 })
    expect(stockRulesFor("MUG-2", settings)).toMatchObject({ buffer: 2, cap: 3 })
    expect(stockRulesFor("constructor", settings)).toMatchObject({ buffer: 2, cap: 100 })
  })

  it("say under which names Walmart sells a SKU of the store", () => {
    expect(walmartSkusOf("MUG-1", settings)).toEqual(["W-MUG", "W-MUG-OLD"])
    expect(walmartSkusOf("SHIRT-S", settings)).toEqual(["SHIRT-S"])
    expect(walmartSkusOf("SWAPPED", settings)).toEqual([])
  })
})
