import { shownMoney } from "../common/money"
import type { Charge, Order } from "./order"
import { type Phrase, phrase } from "../words/phrase"

/** What Walmart says beside a charge; both are new, null in its sample, and their sign is published nowhere. */
export interface DiscountMarks {
  isDiscount: boolean
  discountType: string | null
}

const DISCOUNT_WORD = /discount|promo|coupon|rebate|voucher/i

/** How "no discount" may be written where its type stands. */
const NO_TYPE = /^(none|no|false|n\/?a|0|-)$/i

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
  const isTyped = discountType !== null && !NO_TYPE.test(discountType)
  return isTyped && !PRICES.has(name.replaceAll(" ", "").toLowerCase())
}

/** What a person should compare when no total of Walmart confirms that a charge lowers the price. */
export function discountNotes({ lines }: Pick<Order, "lines">): Phrase[] {
  return lines.flatMap(({ lineNumber: line, sku, charges }) =>
    charges
      .filter(({ isTurned }) => isTurned)
      .map(({ name, amount: hundredths, currency }) => {
        const amount = shownMoney(-hundredths, currency)
        return phrase("discount_unconfirmed", "message", { line, sku, name, amount })
      })
  )
}
