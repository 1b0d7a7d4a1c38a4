import type {
  AskedPayment,
  EditedOrder,
  ReconciliationRefund,
} from "../../walmart/order-edits/order-edit"
import { paymentIds } from "../import/medusa/ids"
import { isMadeAtWalmart } from "../reconciliation/medusa-side/medusa-refunds"
import { PROVIDER, SETTLED_BY, sumOfRows } from "../shared/walmart-payments"

/**
 * Fields of a {@link PaymentsRow}, for a query of orders. Core counts what a buyer wants to return as money owed only where the total is
 * asked for as well, as its own screen and its refunds do.
 */
export const EDIT_PAYMENT_FIELDS = [
  "summary",
  "total",
  "transactions.reference",
  "transactions.reference_id",
  "payment_collections.id",
  "payment_collections.status",
  "payment_collections.amount",
  "payment_collections.payments.id",
  "payment_collections.payments.provider_id",
  "payment_collections.payments.captures.amount",
  "payment_collections.payments.captures.created_by",
  "payment_collections.payments.refunds.id",
  "payment_collections.payments.refunds.amount",
  "payment_collections.payments.refunds.created_by",
  "payment_collections.payments.refunds.metadata",
]

/** The money of a Medusa order as the query answers it. */
export interface PaymentsRow {
  id: string
  summary: { pending_difference: unknown }
  transactions?: { reference: string | null; reference_id: string | null }[]
  payment_collections?: { id: string; status: string; amount: unknown; payments?: PaymentRow[] }[]
}

interface PaymentRow {
  id: string
  provider_id: string
  captures?: { amount: unknown; created_by: string | null }[]
  refunds?: RefundRow[]
}

interface RefundRow {
  id: string
  amount: unknown
  created_by: string | null
  metadata: Record<string, unknown> | null
}

type EditPayments = Pick<
  EditedOrder,
  "pendingDifference" | "payments" | "refunds" | "paidBack" | "asked"
>

/** @param isOurs false when another flow of Medusa reconciles the order's money, so that nothing of it is ours to do */
export function editPayments(row: PaymentsRow, isOurs: boolean): EditPayments {
  const all = (row.payment_collections ?? []).flatMap(({ payments = [] }) => payments)
  const payments = all.filter(({ provider_id: provider }) => provider === PROVIDER)
  return {
    pendingDifference: isOurs ? Number(row.summary.pending_difference) : 0,
    payments: payments.map(({ id, captures = [], refunds = [] }) => ({
      id,
      captured: sumOfRows(captures),
      refunded: sumOfRows(refunds),
    })),
    refunds: isOurs ? payments.flatMap((payment) => ownRefunds(row, payment)) : [],
    paidBack: sumOfRows(payments.flatMap((payment) => paidBackBy(row, payment))),
    asked: isOurs ? askedPayments(row) : [],
  }
}

/** Walmart's own payment is recorded by the import. */
function paidBackBy({ id }: PaymentsRow, payment: PaymentRow) {
  if (payment.id === paymentIds(id).payment) return []
  return (payment.captures ?? []).filter(({ created_by: by }) => by === SETTLED_BY)
}

/** One of nothing asks for nothing: core lowers to 0 what an edit made unnecessary, and counts it as captured. */
function askedPayments({ payment_collections: all = [] }: PaymentsRow): AskedPayment[] {
  return all
    .filter(({ status, payments = [] }) => status === "not_paid" && payments.length === 0)
    .map(({ id, amount }) => ({ id, amount: Number(amount) }))
    .filter(({ amount }) => amount > 0)
}

/** What Walmart gave back for a return is written down by the plugin too, and is no part of what an edit owes. */
function ownRefunds(
  { transactions = [] }: PaymentsRow,
  payment: PaymentRow
): ReconciliationRefund[] {
  return (payment.refunds ?? [])
    .filter((refund) => refund.created_by === SETTLED_BY && !isMadeAtWalmart(refund))
    .map(({ id, amount }) => ({
      id,
      amount: Number(amount),
      isBooked: transactions.some((t) => t.reference === "refund" && t.reference_id === id),
    }))
}
