import type { Charge, Order } from "./order"

/** What Walmart says beside a charge; both are new, null in its sample, and their sign is published nowhere. */
export interface DiscountMarks {
  isDiscount: boolean
  discountType: string | null
}

const DISCOUNT_WORD = /discount|promo|coupon|rebate|voucher/i

/** A price as such, with and without the space of one example (docs/walmart-api.md, "Money and charges"). */
const PRICES = new Set(["itemprice", "shipping"])

/**
 * A charge with the sign it has for the buyer: a discount lowers the total, however Walmart writes its amount. What is only
 * called a discount is one too, because a total that is too low is noticed when it is held against Walmart's, and never collected.
 */
export function withDiscountSign(marks: DiscountMarks, charge: Charge): Charge {
  const { amount, tax } = charge
  if (amount === 0 || !isDiscount(marks, charge)) return charge
  const lowered = { ...charge, amount: -Math.abs(amount), tax: tax === 0 ? 0 : -Math.abs(tax) }
  return amount > 0 ? { ...lowered, isTurned: true } : lowered
}

function isDiscount({ isDiscount: isMarked, discountType }: DiscountMarks, { type, name }: Charge) {
  if (isMarked || DISCOUNT_WORD.test(type) || DISCOUNT_WORD.test(name)) return true
  return discountType !== null && !PRICES.has(name.replaceAll(" ", "").toLowerCase())
}

/** What a person should compare when no total of Walmart confirms that a charge lowers the price. */
export function discountNotes({ lines }: Pick<Order, "lines">): string[] {
  return lines.flatMap(({ lineNumber, sku, charges }) =>
    charges
      .filter(({ isTurned }) => isTurned)
      .map(
        ({ name, amount }) =>
          `Line ${lineNumber} (${sku}): "${name}" of ${(-amount / 100).toFixed(2)} was read as a discount, and Walmart sent no total that confirms it; compare the order's total with Seller Center.`
      )
  )
}
