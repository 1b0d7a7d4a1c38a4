import type { RefundPart } from "./refund-parts"

/** A sum to give back, as Walmart wants it: price and tax for themselves. Hundredths, both 0 or more. */
export interface SplitRefund {
  amount: number
  tax: number
}

/**
 * Whether a sum would be tax alone. Walmart has a tax only within a charge whose own amount is required and negative, so there is no
 * refund of a tax or of a shipping's tax for itself (docs/walmart-api.md, "Refunds"). Pure.
 */
export function isTaxAlone(given: number, part: RefundPart): boolean {
  return splitRefund(given, part).amount === 0
}

/**
 * Splits a sum to give back of a part into price and tax, in proportion to what was charged, so that all refunds of a part together
 * come to its price and its tax to the cent. While some of the price is left some of it is in every sum. Pure.
 * @param given hundredths, tax included, at most what is left of the part
 */
export function splitRefund(given: number, part: RefundPart): SplitRefund {
  const { charged, tax, refunded, refundedTax } = part
  const wanted = Math.round((tax * (refunded + given)) / charged) - refundedTax
  const priceLeft = Math.max(0, charged - tax - (refunded - refundedTax))
  const least = Math.max(0, given - priceLeft)
  const most = priceLeft > 0 ? given - 1 : given
  const share = Math.min(most, Math.max(wanted, least, 0))
  return { amount: given - share, tax: share }
}
