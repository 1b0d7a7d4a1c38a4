import { reconciliationOf } from "../../../walmart/order-edits/order-edit"
import { SETTLED_BY } from "../../shared/walmart-payments"
import { editPayments, type PaymentsRow } from "../edit-payments"

const MADE_AT_WALMART = { walmart_refund: { made_at_walmart: true } }

type Refund = NonNullable<
  NonNullable<
    NonNullable<PaymentsRow["payment_collections"]>[number]["payments"]
  >[number]["refunds"]
>[number]

/** An order of three units at 10.00, of which one was canceled at Walmart and taken out. */
function order(refunds: Partial<Refund>[], pending_difference: number): PaymentsRow {
  const rows = refunds.map((one, at) => ({
    ...{ id: `ref_${at}`, amount: 10, created_by: SETTLED_BY, metadata: null },
    ...one,
  }))
  const payment = {
    ...{ id: "pay_1", provider_id: "pp_system_default" },
    ...{ captures: [{ amount: 30, created_by: SETTLED_BY }], refunds: rows },
  }
  return {
    ...{ id: "order_1", summary: { pending_difference } },
    transactions: rows.map(({ id }) => ({ reference: "refund", reference_id: id })),
    payment_collections: [{ id: "pc_1", status: "completed", amount: 30, payments: [payment] }],
  }
}

function refundOf(row: PaymentsRow) {
  const edited = { wanted: [], present: [], canceledShare: 10, ...editPayments(row, true) }
  return reconciliationOf(edited).refund
}

describe("the books of an order whose units are canceled", () => {
  it("have the refund of the canceled unit once", () => {
    expect(refundOf(order([], -10))).toEqual({ paymentId: "pay_1", amount: 10 })
    expect(refundOf(order([{}], 0))).toBeNull()
  })

  it("have it beside what Walmart gave back for a unit that the buyer keeps", () => {
    const kept = { metadata: MADE_AT_WALMART }
    expect(refundOf(order([kept], -10))).toEqual({ paymentId: "pay_1", amount: 10 })
    expect(refundOf(order([kept, {}], 0))).toBeNull()
  })
})
