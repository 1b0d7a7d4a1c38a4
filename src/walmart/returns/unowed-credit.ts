import { finely } from "../common/sums"
import { HALF_CENT } from "../reconciliation/figures/changed-price"

/** An order's money as Medusa's books have it, in major units. */
export interface OrderBooks {
  /** What Medusa says is still to be paid; less than 0 while money is owed to the buyer, as for what is to come back. */
  pendingDifference: number
  /** What the buyer was given back of Walmart's payment. */
  refunded: number
  /** What of it was credited here before. */
  credited: number
  /** What payments ask for that nobody has paid. */
  asked: number
}

/**
 * What Medusa says the buyer owes only because Walmart gave it back, in major units: money for which nothing has come back and nothing is
 * about to. Core credits a refund by what it owed at that moment, and not at all when its process dies or another change of the order is
 * open; a return that is canceled later is owed no more. What a payment asks for is owed for something else, as for a raised price. Pure.
 */
export function unowedCredit({ pendingDifference, refunded, credited, asked }: OrderBooks): number {
  const amount = finely(Math.min(pendingDifference - asked, refunded - credited))
  return amount >= HALF_CENT ? amount : 0
}
