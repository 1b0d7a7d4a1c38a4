import { decorateCartTotals } from "@medusajs/framework/utils"
import fc from "fast-check"
import {
  charge,
  line,
  order,
  settings,
  status,
  store,
} from "../../../walmart/import/__tests__/plan-fixtures"
import { planOrder } from "../../../walmart/import/import-order"
import type { Charge, OrderLine } from "../../../walmart/orders/order"
import { toOrderInput } from "../medusa/order-input"

const cents = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 999 }),
  fc.integer({ min: 1, max: 5_000_000 })
)

/** Charges of a line that Medusa can show: discounts stay within the price. */
const charges: fc.Arbitrary<Charge[]> = fc
  .record({
    price: cents,
    tax: cents,
    discount: fc.double({ min: 0, max: 1, noNaN: true }),
    shipping: cents,
    shippingTax: cents,
    fee: fc.option(cents, { nil: 0 }),
  })
  .map((c) => [
    charge("PRODUCT", c.price, c.tax),
    charge("PRODUCT", -Math.floor(c.price * c.discount) || 0, 0),
    charge("SHIPPING", c.shipping, c.shippingTax),
    charge("NEW_FEE", c.fee, 0),
  ])

const lines: fc.Arbitrary<OrderLine[]> = fc
  .array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 99 }),
      charges,
      canceled: fc.nat({ max: 40 }),
    }),
    { minLength: 1, maxLength: 6 }
  )
  .map((all) =>
    all.map(({ quantity, charges: own, canceled }, index) => {
      const gone = Math.max(0, Math.min(quantity, canceled - 30))
      const statuses = [status("Cancelled", gone), status("Created", quantity - gone)]
      return line({ lineNumber: String(index + 1), quantity, charges: own, statuses })
    })
  )

function medusaTotal(input: ReturnType<typeof toOrderInput>): number {
  const { items = [], shipping_methods = [] } = input
  const cart = decorateCartTotals({ ...input, items, shipping_methods } as Parameters<
    typeof decorateCartTotals
  >[0])
  return Number((cart as unknown as { total: unknown }).total)
}

it("Medusa's own arithmetic ends at Walmart's total to the cent, in 1000 random orders", () => {
  fc.assert(
    fc.property(lines, fc.constantFrom("line" as const, "unit" as const), (own, chargesPer) => {
      const { planned } = planOrder(order({ lines: own }), store(), settings({ chargesPer }))
      if (!planned) throw new Error("no order was planned")
      const input = toOrderInput(
        { ...planned, canceled: false },
        { orderId: "order_1", lineItemIds: {} }
      )
      const isWhole = own.every(({ statuses }) => statuses[0].quantity === 0)
      if (isWhole) expect(planned.total).toBe(walmartTotal(own, chargesPer))
      expect(medusaTotal(input)).toBeCloseTo(planned.total / 100, 6)
      expect(Math.round(medusaTotal(input) * 100)).toBe(planned.total)
    }),
    { numRuns: 1000 }
  )
})

function walmartTotal(own: OrderLine[], per: "line" | "unit"): number {
  const ofLine = ({ charges: all, quantity }: OrderLine) =>
    all.reduce((sum, { amount, tax }) => sum + amount + tax, 0) * (per === "unit" ? quantity : 1)
  return own.reduce((sum, one) => sum + ofLine(one), 0)
}
