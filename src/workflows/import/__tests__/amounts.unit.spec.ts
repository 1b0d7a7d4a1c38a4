import { planOrder } from "../../../walmart/import/import-order"
import { settings, store } from "../../../walmart/import/__tests__/plan-fixtures"
import { wireLine, wireOrder } from "../../../walmart/api/schemas/__tests__/walmart-documents"
import { parseOrder } from "../../../walmart/api/schemas/schemas"
import { majorUnits } from "../medusa/order-input"
import { money } from "../../../admin/words/money"

/** An order of one unit as Walmart writes it, its planned, and what becomes of its total. */
function totals(currency: string, amount: number | string, country: string) {
  const chargeAmount = { currency, amount }
  const line = wireLine({
    charges: { charge: [{ chargeType: "PRODUCT", chargeName: "ItemPrice", chargeAmount }] },
  })
  const orderSummary = { totalAmount: { currencyAmount: amount, currencyUnit: currency } }
  const order = parseOrder(wireOrder({ orderLines: { orderLine: [line] }, orderSummary }))
  const regions = [{ id: "reg", name: country, currencyCode: currency.toLowerCase() }]
  const { planned } = planOrder(order, store({ regions }), settings())
  if (!planned) throw new Error("no order was planned")
  return {
    medusa: Number(majorUnits(planned.total)),
    screen: money(planned.total, planned.currencyCode, "en-US"),
  }
}

describe("an amount on its way from Walmart to Medusa and to the screen", () => {
  it.each([
    ["USD", 19.99, 19.99, "$19.99"],
    ["CAD", "19.99", 19.99, "CA$19.99"],
    ["MXN", 1999.5, 1999.5, "MX$1,999.50"],
    ["CLP", 1999, 1999, "CLP 1,999"],
    ["CLP", "24990.00", 24990, "CLP 24,990"],
    ["CLP", 30_000_000, 30_000_000, "CLP 30,000,000"],
    ["USD", 30_000_000, 30_000_000, "$30,000,000.00"],
    ["USD", 0, 0, "$0.00"],
  ])("stays the same: %s %s", (currency, amount, medusa, screen) => {
    const shown = totals(currency, amount, "somewhere")
    expect(shown.medusa).toBe(medusa)
    expect(shown.screen.replaceAll("\u00a0", " ")).toBe(screen)
  })
})
