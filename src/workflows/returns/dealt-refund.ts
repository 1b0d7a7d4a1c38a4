import { PROVIDER, sumOfRows } from "../shared/walmart-payments"

/** A payment of an order, as far as its money is looked at. Major units. */
export interface PaidPayment {
  id: string
  provider_id: string
  captures?: { amount: unknown }[]
  refunds?: { amount: unknown }[]
}

/** What one payment gives back, in hundredths. */
export interface DealtRefund {
  paymentId: string
  amount: number
}

/**
 * Deals what Walmart gave back out to the payments that hold Walmart's money, each as far as it goes. A payment of another provider is
 * never touched, because its refund would pay the buyer a second time. Pure.
 * @param amount hundredths
 */
export function dealtRefund(amount: number, payments: PaidPayment[]): DealtRefund[] {
  let left = amount
  return payments.filter(isWalmarts).flatMap((payment) => {
    const share = Math.min(left, heldBy(payment))
    if (share <= 0) return []
    left -= share
    return [{ paymentId: payment.id, amount: share }]
  })
}

function isWalmarts({ provider_id: provider }: PaidPayment): boolean {
  return provider === PROVIDER
}

/** Whole hundredths only: an order edit may have refunded parts of one, and Medusa refuses the least bit more than is left. */
function heldBy({ captures = [], refunds = [] }: PaidPayment): number {
  return Math.floor((sumOfRows(captures) - sumOfRows(refunds)) * 100 + 1e-6)
}

/** Sum of amounts in major units, in hundredths. */
export function centsOf(rows: { amount: unknown }[]): number {
  return Math.round(sumOfRows(rows) * 100)
}
