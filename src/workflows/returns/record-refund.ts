import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { SETTLED_BY } from "../shared/walmart-payments"
import { walmartOf } from "../import/store/load-store"
import { readGraph } from "../shared/read-graph"
import type { WalmartReturnRow } from "./return-row"

interface PaymentsRow {
  id: string
  currency_code: string
  transactions?: { reference: string | null; reference_id: string | null }[]
  payment_collections?: { payments?: PaymentRow[] }[]
}

interface PaymentRow {
  id: string
  captures?: { amount: unknown }[]
  refunds?: RefundRow[]
}

interface RefundRow {
  id: string
  amount: unknown
  note: string | null
  created_by: string | null
}

const FIELDS = [
  "id",
  "currency_code",
  "transactions.reference",
  "transactions.reference_id",
  ...["id", "captures.amount", "refunds.id", "refunds.amount"].map(
    (field) => `payment_collections.payments.${field}`
  ),
  "payment_collections.payments.refunds.note",
  "payment_collections.payments.refunds.created_by",
]

/** Says that a refund in Medusa's books only writes down what Walmart has given back, so that nothing is sent for it. */
const MADE_AT_WALMART = { walmart_refund: { made_at_walmart: true } }

/** How a refund in Medusa's books says which return it is for. */
export function refundNote(returnOrderId: string): string {
  return `Walmart return ${returnOrderId}`
}

/**
 * Records in Medusa's books what Walmart has refunded of a return, whoever asked it to: the difference to the refunds that name the
 * return, so that a run that was killed after one adds nothing. A buyer gets no money by it.
 */
export async function recordRefund(
  container: MedusaContainer,
  row: WalmartReturnRow,
  orderId: string
): Promise<void> {
  if (row.recorded_amount >= row.refunded_amount) return
  const [order] = await readGraph<PaymentsRow>(container, {
    entity: "order",
    fields: FIELDS,
    filters: { id: orderId },
  })
  if (!order) return
  const payments = (order.payment_collections ?? []).flatMap((one) => one.payments ?? [])
  const own = payments.flatMap((one) => one.refunds ?? []).filter(isFor(row))
  await bookForgotten(container, order, own)
  const missing = row.refunded_amount - cents(own)
  const payment = payments.find((one) => leftOf(one) > 0)
  if (missing > 0 && payment) await refund(container, row, payment, missing)
  await walmartOf(container).returns.noteRecorded(row.id, row.refunded_amount)
}

function isFor({ return_order_id: rma }: WalmartReturnRow) {
  return ({ note, created_by: by }: RefundRow) => by === SETTLED_BY && note === refundNote(rma)
}

/** A refund whose process died before its transaction was written counts in the payment only. */
async function bookForgotten(
  container: MedusaContainer,
  { id, currency_code, transactions = [] }: PaymentsRow,
  own: RefundRow[]
): Promise<void> {
  const booked = transactions.map(({ reference_id }) => reference_id)
  const missing = own.filter((one) => !booked.includes(one.id))
  if (missing.length === 0) return
  await container.resolve(Modules.ORDER).addOrderTransactions(
    missing.map((one) => ({
      ...{ order_id: id, currency_code, amount: -Number(one.amount) },
      ...{ reference: "refund", reference_id: one.id },
    }))
  )
}

async function refund(
  container: MedusaContainer,
  { return_order_id: rma }: WalmartReturnRow,
  payment: PaymentRow,
  missing: number
): Promise<void> {
  const input = {
    payment_id: payment.id,
    amount: Math.min(missing, leftOf(payment)) / 100,
    created_by: SETTLED_BY,
    note: refundNote(rma),
    metadata: MADE_AT_WALMART,
  }
  await refundPaymentWorkflow(container).run({ input })
}

/** What a payment still holds, hundredths. */
function leftOf({ captures = [], refunds = [] }: PaymentRow): number {
  return cents(captures) - cents(refunds)
}

function cents(rows: { amount: unknown }[]): number {
  return Math.round(rows.reduce((sum, { amount }) => sum + Number(amount), 0) * 100)
}
