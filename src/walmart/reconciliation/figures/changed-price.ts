import type { Discrepancy } from "./discrepancy"
import { shownValue } from "../../common/problem"

/** What one unit costs. */
export interface UnitPrice {
  /** Major units, without tax. */
  amount: number
  /** In percent. */
  taxRate: number
}

/** What one unit costs with its tax, in major units. */
export function taxed({ amount, taxRate }: UnitPrice): number {
  return amount * (1 + taxRate / 100)
}

/** A line whose price was changed in Medusa. Amounts in major units. */
export interface ChangedPrice {
  lineNumber: string
  title: string
  /** One unit as Walmart charges it and as it is in Medusa, without tax. */
  charged: number
  present: number
  /** How much more all units cost in Medusa, taxes included; negative when they cost less. */
  difference: number
}

/** Below this two amounts are the same. */
export const HALF_CENT = 0.005

/** Compares a line's present price with the one it was imported with; null when they agree. */
export function changedPrice(
  line: { lineNumber: string; title: string; quantity: number; present: number },
  imported: UnitPrice
): ChangedPrice | null {
  const { lineNumber, title, quantity, present } = line
  const difference = (taxed({ ...imported, amount: present }) - taxed(imported)) * quantity
  if (Math.abs(difference) < HALF_CENT) return null
  return { lineNumber, title, charged: imported.amount, present, difference }
}

/** Says that a price was changed which Walmart does not follow. */
export function priceDifference(price: ChangedPrice): Discrepancy {
  const { lineNumber, title, charged, present, difference } = price
  const way = difference < 0 ? "lower" : "higher"
  const message =
    `Line ${lineNumber}: the price of “${shownValue(title)}” was changed here from ${charged.toFixed(2)} to ${present.toFixed(2)}, ` +
    `so the order's total is ${Math.abs(difference).toFixed(2)} ${way} here than what Walmart charges.`
  return {
    ...{ key: `price_changed ${message}`, code: "price_changed", lineNumber, message },
    remedy:
      `Prices of Walmart orders cannot be changed here, and the difference is not booked. Set the price back to ${charged.toFixed(2)} by an order edit. ` +
      "If the buyer shall get a part back, refund it in Seller Center and dismiss the difference with a note.",
    isOpen: false,
  }
}
