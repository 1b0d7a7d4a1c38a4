import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaOrderId } from "../../walmart/common/ids"
import { creditedRefund } from "../../walmart/returns/credited-refund"
import {
  medusaRefunds,
  REFUND_FIELDS,
  type RefundedOrderRow,
} from "../reconciliation/medusa-side/medusa-refunds"
import { SETTLED_BY } from "../shared/walmart-payments"
import { walmartOf } from "../import/store/load-store"
import { readGraph } from "../shared/read-graph"
import { creditUnowed } from "./credit-unowed"
import { centsOf, type DealtRefund, dealtRefund } from "./dealt-refund"
import { shareOf, type WalmartReturnRow } from "./return-row"

interface PaymentsRow extends RefundedOrderRow {
  id: string
  currency_code: string
  transactions?: { reference: string | null; reference_id: string | null }[]
  payment_collections?: { payments?: PaymentRow[] }[]
}

interface PaymentRow {
  id: string
  provider_id: string
  captures?: { amount: unknown }[]
  refunds?: RefundRow[]
}

interface RefundRow {
  id: string
  amount: unknown
  note: string | null
  created_by: string | null
  created_at: Date | string
}

const FIELDS = [
  "id",
  "currency_code",
  "transactions.reference",
  "transactions.reference_id",
  ...["id", "captures.amount", "refunds.note"].map(
    (field) => `payment_collections.payments.${field}`
  ),
  ...REFUND_FIELDS,
]

/** Says that a refund in Medusa's books only writes down what Walmart has given back, so that nothing is sent for it. */
const MADE_AT_WALMART = { walmart_refund: { made_at_walmart: true } }

/** How a refund in Medusa's books says which return it is for. */
export function refundNote(returnOrderId: string): string {
  return `Walmart return ${returnOrderId}`
}

/**
 * Records in Medusa's books what Walmart has refunded of a return, whoever asked it to: the difference to the refunds that name the
 * return, so that a run that was killed after one adds nothing. A buyer gets no money by it. To be called while no change of the order is
 * open: core would refund the payment and then fail at its credit line, which needs a change of its own.
 */
export async function recordRefund(
  container: MedusaContainer,
  row: WalmartReturnRow,
  orderId: MedusaOrderId
): Promise<void> {
  if (row.recorded_amount >= row.refunded_amount) return
  const order = await readOrder(container, orderId)
  if (!order) return
  const payments = (order.payment_collections ?? []).flatMap((one) => one.payments ?? [])
  const own = refundsFor(order, row)
  await bookForgotten(container, order, own)
  const missing = row.refunded_amount - centsOf(own) - (await creditOf(container, row, order))
  for (const dealt of dealtRefund(missing, payments)) await refund(container, row, dealt)
  await creditUnowed(container, orderId)
  await walmartOf(container).returns.noteRecorded(row.id, row.refunded_amount)
}

/** Whether people have put money into the books for a return themselves, so that a sum which Walmart does not name is there. */
export async function isCredited(
  container: MedusaContainer,
  row: WalmartReturnRow,
  orderId: MedusaOrderId
): Promise<boolean> {
  const order = await readOrder(container, orderId)
  return order !== undefined && (await creditOf(container, row, order)) > 0
}

async function readOrder(
  container: MedusaContainer,
  orderId: MedusaOrderId
): Promise<PaymentsRow | undefined> {
  const question = { entity: "order", fields: FIELDS, filters: { id: orderId } }
  const [order] = await readGraph<PaymentsRow>(container, question)
  return order
}

/**
 * What people have put into the books for a return that the plugin does not refund, less what of it other returns of the order were
 * recorded by.
 */
async function creditOf(
  container: MedusaContainer,
  row: WalmartReturnRow,
  order: PaymentsRow
): Promise<number> {
  const walmart = walmartOf(container)
  const { returnRefund, takesRefunds } = walmart.market(row.account_id)
  if (returnRefund !== null && takesRefunds) return 0
  const refunds = medusaRefunds(order, { canceledAt: null, reasonMap: {}, sentFrom: null })
  const byPeople = refunds.filter(({ by }) => by !== SETTLED_BY)
  const credit = creditedRefund(shareOf(row), byPeople)
  if (credit === 0) return 0
  const { account_id, purchase_order_id } = row
  const others = await walmart.listWalmartReturns({ account_id, purchase_order_id }, { take: null })
  const used = others
    .filter(({ id }) => id !== row.id)
    .map((one) => Math.max(0, one.recorded_amount - centsOf(refundsFor(order, one))))
  return Math.max(0, credit - used.reduce((sum, one) => sum + one, 0))
}

function refundsFor({ payment_collections: all = [] }: PaymentsRow, row: WalmartReturnRow) {
  const payments = all.flatMap((one) => one.payments ?? [])
  return payments.flatMap((one) => one.refunds ?? []).filter(isFor(row))
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
  { paymentId, amount }: DealtRefund
): Promise<void> {
  const input = {
    payment_id: paymentId,
    amount: amount / 100,
    created_by: SETTLED_BY,
    note: refundNote(rma),
    metadata: MADE_AT_WALMART,
  }
  await refundPaymentWorkflow(container).run({ input })
}
