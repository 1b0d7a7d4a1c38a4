import type { Charge, Order, OrderLine } from "../../../orders/order"
import { marketOf } from "../../../markets/markets"
import { refundParts } from "../../../refunds/refund-parts"
import type { MedusaRefund, PlanInput } from "../../model/sides"
import type { KnownUpdate } from "../../model/update"

/** A charge of a line. */
export const charge = (type: string, amount: number, tax: number): Charge => ({
  ...{ type, name: type === "SHIPPING" ? "Shipping" : "ItemPrice", currency: "USD" },
  ...{ amount, tax },
})

/** A line to which refunds are added. */
export type TestLine = Omit<OrderLine, "refunds"> & { refunds: Charge[] }

/** An order to whose lines refunds are added. */
export type TestOrder = Omit<Order, "lines"> & { lines: TestLine[] }

/** The body of a refund. */
export interface Wire {
  orderRefund: {
    orderLines: {
      orderLine: {
        lineNumber: string
        isFullRefund: boolean
        refunds: { refund: { refundCharges: { refundCharge: { charge: WireCharge }[] } }[] }
      }[]
    }
  }
}

interface WireCharge {
  chargeType: string
  chargeName: string
  chargeAmount: { amount: number; currency: string }
  tax?: { taxAmount: { amount: number } }
}

/** Walmart's side of a refund: it adds up what it is given. */
export function apply(order: { lines: TestLine[] }, body: Wire): void {
  const { orderLine } = body.orderRefund.orderLines
  expect(new Set(orderLine.map(({ isFullRefund }) => isFullRefund)).size).toBe(1)
  for (const given of orderLine) {
    const target = order.lines.find(({ lineNumber }) => lineNumber === given.lineNumber)
    for (const { charge: one } of given.refunds.refund[0].refundCharges.refundCharge) {
      const amount = Math.round(-one.chargeAmount.amount * 100)
      const tax = Math.round(-(one.tax?.taxAmount.amount ?? 0) * 100)
      expect(amount).toBeGreaterThan(0)
      expect(tax).toBeGreaterThanOrEqual(0)
      target?.refunds.push(charge(one.chargeType, amount, tax))
    }
  }
}

/** What the planner is asked. */
export function question(order: Order, refunds: MedusaRefund[], known: KnownUpdate[]): PlanInput {
  return {
    medusa: {
      ...{ displayId: "1", canceledAt: null, updatedAt: 1, items: [], fulfillments: [] },
      ...{ reason: null, reasonBy: null, defaultReason: null, refunds },
    },
    walmart: {
      ...{
        purchaseOrderId: "1",
        customerOrderId: "2",
        orderedAt: 1,
        readOnly: false,
        currency: "usd",
      },
      chargesPer: "line",
      lines: order.lines.map((one) => ({
        ...{ lineNumber: one.lineNumber, quantity: one.quantity, customerAskedToCancel: false },
        quantities: {
          ...{ created: 0, acknowledged: 0, shipped: one.quantity, delivered: 0 },
          ...{ canceled: 0, refunded: 0 },
        },
        refundParts: refundParts(one, "line"),
      })),
    },
    ...{ known, market: marketOf("us"), strictness: "strict", now: 1 },
  }
}
