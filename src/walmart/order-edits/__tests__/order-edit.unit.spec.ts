import { type EditedOrder, isReconciled, reconciliationOf } from "../order-edit"

const order: EditedOrder = {
  wanted: [],
  present: [],
  pendingDifference: 0,
  canceledShare: 32.5,
  payments: [{ id: "pay_1", captured: 32.5, refunded: 0 }],
  refunds: [],
  paidBack: 0,
  asked: [],
}

describe("the money of an order edit", () => {
  it("is refunded as far as too much was paid, and never the least bit more", () => {
    const { refund } = reconciliationOf({ ...order, pendingDifference: -10.833333333333334 })
    expect(refund).toEqual({ paymentId: "pay_1", amount: 10.83333333 })
  })

  it("is never refunded beyond what was captured", () => {
    const payments = [{ id: "pay_1", captured: 32.5, refunded: 30 }]
    const { refund } = reconciliationOf({ ...order, payments, pendingDifference: -10 })
    expect(refund).toEqual({ paymentId: "pay_1", amount: 2.5 })
  })

  it("is never refunded beyond the share of what is canceled at Walmart, all refunds together", () => {
    const owing = { ...order, pendingDifference: -13 }
    expect(reconciliationOf({ ...owing, canceledShare: 0 }).refund).toBeNull()
    expect(reconciliationOf({ ...owing, canceledShare: 10.5 }).refund?.amount).toBe(10.5)
    const refunds = [{ id: "ref_1", amount: 10, isBooked: true }]
    expect(reconciliationOf({ ...owing, canceledShare: 10.5, refunds }).refund?.amount).toBe(0.5)
    expect(reconciliationOf({ ...owing, canceledShare: 10, refunds }).refund).toBeNull()
  })

  it("is left alone when nothing is owed, less than a cent is, or nobody paid", () => {
    for (const change of [
      { pendingDifference: 5 },
      { pendingDifference: -0.004 },
      { pendingDifference: -5, payments: [] },
    ]) {
      expect(reconciliationOf({ ...order, ...change }).refund).toBeNull()
    }
  })

  it("is booked instead of refunded again when the process died in between", () => {
    const refunds = [{ id: "ref_1", amount: 10, isBooked: false }]
    const payments = [{ id: "pay_1", captured: 32.5, refunded: 10 }]
    const reconciliation = reconciliationOf({ ...order, payments, refunds, pendingDifference: -10 })
    expect(reconciliation).toMatchObject({ book: refunds, refund: null })
    expect(isReconciled(reconciliation)).toBe(false)
  })

  it("is paid when what was put back is asked for, and asked for no more when nothing is owed", () => {
    const asked = [
      { id: "old", amount: 7 },
      { id: "new", amount: 10 },
    ]
    const refunds = [{ id: "ref_1", amount: 10, isBooked: true }]
    const reconciled = (pendingDifference: number, canceledShare = 0) =>
      reconciliationOf({ ...order, asked, refunds, canceledShare, pendingDifference })
    expect(reconciled(10.001)).toMatchObject({ paid: asked[1], dropped: asked[0], refund: null })
    expect(reconciled(0)).toMatchObject({ paid: null, dropped: asked[0] })
    expect(reconciled(-5, 15)).toMatchObject({
      paid: null,
      dropped: asked[0],
      refund: { amount: 5 },
    })
    expect(reconciled(10, 10)).toMatchObject({ paid: null, dropped: null })
    expect(reconciled(3)).toMatchObject({ paid: null, dropped: null })
    expect(isReconciled(reconciled(0))).toBe(false)
  })

  it("is reconciled when nothing is left to do", () => {
    expect(isReconciled(reconciliationOf(order))).toBe(true)
  })
})
