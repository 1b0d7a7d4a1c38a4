import { PROVIDER } from "../../shared/walmart-payments"
import { dealtRefund, type PaidPayment } from "../dealt-refund"

function payment(id: string, captured: number, more: Partial<PaidPayment> = {}): PaidPayment {
  return { id, provider_id: PROVIDER, captures: [{ amount: captured }], refunds: [], ...more }
}

describe("a return's refund in Medusa's books", () => {
  it("is of one payment while that holds enough", () => {
    const payments = [payment("pay_1", 30), payment("pay_2", 10)]
    expect(dealtRefund(2200, payments)).toEqual([{ paymentId: "pay_1", amount: 2200 }])
  })

  it("is of several payments when the first does not hold all of it", () => {
    const payments = [
      payment("pay_1", 30, { refunds: [{ amount: 19.9 }] }),
      payment("pay_2", 20),
      payment("pay_3", 20),
    ]
    expect(dealtRefund(2200, payments)).toEqual([
      { paymentId: "pay_1", amount: 1010 },
      { paymentId: "pay_2", amount: 1190 },
    ])
  })

  it("is never of a payment that another provider would pay back to the buyer", () => {
    const card = payment("pay_card", 50, { provider_id: "pp_stripe_stripe" })
    expect(dealtRefund(2200, [card])).toEqual([])
    expect(dealtRefund(2200, [card, payment("pay_1", 30)])).toEqual([
      { paymentId: "pay_1", amount: 2200 },
    ])
  })

  it("is never more than the payments hold", () => {
    const payments = [payment("pay_1", 10), payment("pay_2", 5, { refunds: [{ amount: 5 }] })]
    expect(dealtRefund(2200, payments)).toEqual([{ paymentId: "pay_1", amount: 1000 }])
  })

  it("is never the part of a cent more that an order edit has refunded", () => {
    const payments = [payment("pay_1", 32.5, { refunds: [{ amount: 10.83333333 }] })]
    expect(dealtRefund(2167, payments)).toEqual([{ paymentId: "pay_1", amount: 2166 }])
  })
})
