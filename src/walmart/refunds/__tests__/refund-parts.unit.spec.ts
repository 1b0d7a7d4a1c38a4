import { wireLine, wireOrder, wireStatus } from "../../api/schemas/__tests__/walmart-documents"
import { parseOrder } from "../../api/schemas/schemas"
import { refundedOf, refundParts } from "../refund-parts"

/** A charge as Walmart's JSON has it. */
function wireCharge(amount: number, more: Record<string, unknown> = {}) {
  const { currency = "USD", tax, ...others } = more
  const taxed = { taxName: "Tax1", taxAmount: { currency, amount: tax } }
  const named = { chargeType: "PRODUCT", chargeName: "ItemPrice" }
  return { ...named, chargeAmount: { currency, amount }, tax: tax ? taxed : null, ...others }
}

function shippedLine(changes: Record<string, unknown>) {
  const orderLineStatuses = { orderLineStatus: wireStatus("Shipped", "1") }
  const line = wireLine({ orderLineStatuses, ...changes })
  return parseOrder(wireOrder({ orderLines: { orderLine: line } })).lines[0]
}

const DISCOUNT = { chargeName: "SubscriptionDiscount" }

describe("what Walmart shows as given back of a line", () => {
  const charges = { charge: [wireCharge(10, { tax: 0.8 }), wireCharge(-2, DISCOUNT)] }
  const refundOf = (...given: unknown[]) => {
    const refundCharge = given.map((charge) => ({ refundReason: "DamagedItem", charge }))
    const line = shippedLine({ charges, refund: { refundCharges: { refundCharge } } })
    return refundParts(line, "line")
  }

  it.each([
    ["negative, as Walmart documents it", wireCharge(-5, { tax: -0.4 }), wireCharge(1, DISCOUNT)],
    ["positive", wireCharge(5, { tax: 0.4 }), wireCharge(-1, DISCOUNT)],
  ])("counts without the discount that goes with it, written %s", (_, price, discount) => {
    expect(refundOf(price, discount)).toMatchObject([
      { charged: 880, refunded: 440, refundedTax: 40 },
    ])
  })

  it("is everything when price and discount are given back as a whole", () => {
    const parts = refundOf(wireCharge(-10, { tax: -0.8 }), wireCharge(2, DISCOUNT))
    expect(refundedOf(parts)).toBe(880)
  })

  it("makes no more of another charge than that was", () => {
    const shipping = { chargeType: "SHIPPING", chargeName: "Shipping" }
    const refundCharge = [wireCharge(-10), wireCharge(2, shipping)].map((charge) => ({ charge }))
    const line = shippedLine({
      charges: { charge: [wireCharge(10), wireCharge(5, shipping)] },
      refund: { refundCharges: { refundCharge } },
    })
    const parts = refundParts(line, "line")
    expect(refundedOf(parts)).toBe(800)
    expect(parts.every(({ refunded }) => refunded >= 0)).toBe(true)
  })
})

describe("a refund without one of its holders", () => {
  const one = { refundReason: "DamagedItem", charge: wireCharge(-5) }

  it.each([
    ["list", { refundCharges: [one] }],
    ["single charge", { refundCharges: one }],
    ["refund without its charges' holder", { refundCharge: [one] }],
    ["list of refunds in a holder", { refund: [{ refundCharges: { refundCharge: [one] } }] }],
  ])("is seen as a %s, so that nothing is given back twice", (_, refund) => {
    expect(refundedOf(refundParts(shippedLine({ refund }), "line"))).toBe(500)
  })

  it("counts as everything where it cannot be understood", () => {
    const line = shippedLine({ refund: { refundTotal: 5 } })
    expect(line.refunds).toBeNull()
    expect(refundedOf(refundParts(line, "line"))).toBe(1350)
  })
})

describe("what may be given back in Chile", () => {
  const peso = { currency: "CLP" }
  const line = shippedLine({
    orderLineQuantity: { unitOfMeasurement: "EACH", amount: "3" },
    orderLineStatuses: {
      orderLineStatus: [wireStatus("Shipped", "2"), wireStatus("Acknowledged", "1")],
    },
    charges: { charge: [wireCharge(1000, { ...peso, tax: 190 })] },
  })

  it("is whole pesos, because a peso has no decimals, for a part of the units as well", () => {
    expect(refundParts(line, "line")).toMatchObject([{ charged: 79300, tax: 12700 }])
  })

  it("has been given back in whole pesos where Walmart shows units only", () => {
    const statuses = line.statuses.map((entry) => ({ ...entry }))
    statuses[0].quantity = 1
    statuses.push({ ...statuses[0], status: "Refund" })
    const parts = refundParts({ ...line, statuses }, "line")
    expect(parts[0].refunded % 100).toBe(0)
    expect(parts[0].refunded).toBeGreaterThan(0)
  })
})
