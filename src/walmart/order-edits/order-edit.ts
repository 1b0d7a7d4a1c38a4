import { HALF_CENT } from "../reconciliation/figures/changed-price"
import {
  type PresentReservation,
  type ReservationChanges,
  reservationChanges,
  type WantedReservation,
} from "./reservations"
import { finely, sumOfAmounts } from "../common/sums"

/** A refund that was made to reconcile an order edit. */
export interface ReconciliationRefund {
  id: string
  /** Major units. */
  amount: number
  /** The order knows it as a transaction; false when the process died between the two. */
  isBooked: boolean
}

/** Walmart's payment as Medusa recorded it. Amounts in major units. */
export interface RecordedPayment {
  id: string
  captured: number
  refunded: number
}

/** A payment that Medusa asks for because an edit made the order dearer; nobody has paid it. Amounts in major units. */
export interface AskedPayment {
  /** Id of its payment collection. */
  id: string
  amount: number
}

/** What an edited order looks like in Medusa. */
export interface EditedOrder {
  wanted: WantedReservation[]
  present: PresentReservation[]
  /** What is still to be paid, in major units; negative when too much was paid. */
  pendingDifference: number
  /** What Walmart does not charge the buyer of what was imported, in major units. */
  canceledShare: number
  /** Payments that were recorded without an external provider. */
  payments: RecordedPayment[]
  refunds: ReconciliationRefund[]
  /** What of the refunds was paid again, because its units were put back. */
  paidBack: number
  /** Payments asked for, none of 0. */
  asked: AskedPayment[]
}

/** What is missing for an edit to be reconciled; all empty when nothing is. */
export interface EditReconciliation {
  reservations: ReservationChanges
  /** Refunds whose transaction is missing. */
  book: ReconciliationRefund[]
  refund: { paymentId: string; amount: number } | null
  /** Payment asked for that Walmart has taken already, for units that were put back. */
  paid: AskedPayment | null
  /** Payment asked for that is owed no more. */
  dropped: AskedPayment | null
}

/**
 * Says what an order edit leaves undone: reservations follow what is still to be sent, and what is canceled at Walmart
 * is refunded in Medusa's books, since Walmart does not charge the buyer for it; what was put back before Walmart canceled it is
 * paid again. Any other difference, as of a changed price, stays open: Walmart charges what it charges. Repeating it after the
 * changes gives none.
 */
export function reconciliationOf(order: EditedOrder): EditReconciliation {
  const book = order.refunds.filter(({ isBooked }) => !isBooked)
  const owed = -order.pendingDifference - sumOfAmounts(book)
  const share = order.canceledShare - sumOfAmounts(order.refunds) + order.paidBack
  return {
    reservations: reservationChanges(order.wanted, order.present),
    book,
    refund: refundOf(Math.min(owed, share), order.payments),
    ...askedOf(order.asked, owed, share),
  }
}

/** True when nothing is left to do. */
export function isReconciled({ reservations, book, ...money }: EditReconciliation): boolean {
  const { update, remove, create } = reservations
  const isMoneyDone = Object.values(money).every((one) => one === null)
  return update.length + remove.length + create.length + book.length === 0 && isMoneyDone
}

/** @param share what is still to be refunded of what is canceled at Walmart; negative when too much was */
function askedOf(asked: AskedPayment[], owed: number, share: number) {
  const most = -share + HALF_CENT
  const isPaid = ({ amount }: AskedPayment) => Math.abs(amount + owed) < HALF_CENT && amount < most
  const paid = asked.find(isPaid) ?? null
  const isOwed = owed <= -HALF_CENT && !paid
  const dropped = isOwed ? null : (asked.find((one) => one !== paid) ?? null)
  return { paid, dropped }
}

/**
 * Nearly the exact difference instead of whole cents: line totals after an edit are divided and have long tails, and a rounded
 * refund would leave the rest of them in the total of a later cancellation. Never more than is owed, because core answers
 * every excess with a credit line.
 */
function refundOf(owed: number, payments: RecordedPayment[]): EditReconciliation["refund"] {
  const left = payments.map(({ id, captured, refunded }) => ({ id, most: captured - refunded }))
  const payment = left.sort((a, b) => b.most - a.most).at(0)
  const amount = finely(Math.min(owed, payment?.most ?? 0))
  return payment && amount >= HALF_CENT ? { paymentId: payment.id, amount } : null
}
