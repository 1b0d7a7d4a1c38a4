import { HALF_CENT } from "./changed-price"
import {
  type PresentReservation,
  type ReservationChanges,
  reservationChanges,
  type WantedReservation,
} from "./reservations"

/** A refund that was made to settle an order edit. */
export interface SettlementRefund {
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
  refunds: SettlementRefund[]
}

/** What is missing for an edit to be settled; all empty when nothing is. */
export interface EditSettlement {
  reservations: ReservationChanges
  /** Refunds whose transaction is missing. */
  book: SettlementRefund[]
  refund: { paymentId: string; amount: number } | null
}

/**
 * Says what an order edit leaves undone: reservations follow what is still to be sent, and what is canceled at Walmart
 * is refunded in Medusa's books, since Walmart does not charge the buyer for it. Any other difference, as of a changed price, stays
 * open: Walmart charges what it charges. Repeating it after the changes gives none.
 */
export function settlementOf(order: EditedOrder): EditSettlement {
  const book = order.refunds.filter(({ isBooked }) => !isBooked)
  const owed = -order.pendingDifference - sumOf(book)
  const share = order.canceledShare - sumOf(order.refunds)
  return {
    reservations: reservationChanges(order.wanted, order.present),
    book,
    refund: refundOf(Math.min(owed, share), order.payments),
  }
}

/** True when nothing is left to do. */
export function isSettled({ reservations, book, refund }: EditSettlement): boolean {
  const { update, remove, create } = reservations
  return update.length + remove.length + create.length + book.length === 0 && refund === null
}

/** Decimals of a refund. */
const FINE = 1e8

/**
 * Nearly the exact difference instead of whole cents: line totals after an edit are divided and have long tails, and a rounded
 * refund would leave the rest of them in the total of a later cancellation. Never more than is owed, because core answers
 * every excess with a credit line.
 */
function refundOf(owed: number, payments: RecordedPayment[]): EditSettlement["refund"] {
  const left = payments.map(({ id, captured, refunded }) => ({ id, most: captured - refunded }))
  const payment = left.sort((a, b) => b.most - a.most).at(0)
  const amount = Math.floor(Math.min(owed, payment?.most ?? 0) * FINE) / FINE
  return payment && amount >= HALF_CENT ? { paymentId: payment.id, amount } : null
}

function sumOf(refunds: SettlementRefund[]): number {
  return refunds.reduce((sum, { amount }) => sum + amount, 0)
}
