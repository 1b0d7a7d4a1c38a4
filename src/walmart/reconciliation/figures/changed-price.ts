import { type Discrepancy, difference } from "./discrepancy"
import { shownAmount } from "../../common/money"
import { shownValue } from "../../common/problem"
import { say } from "../../words/phrase"

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
export function priceDifference(price: ChangedPrice, currency: string): Discrepancy {
  const { lineNumber, title, charged, present, difference: more } = price
  const about = {
    ...{ line: lineNumber, title: shownValue(title) },
    ...{ charged: shownAmount(charged, currency), present: shownAmount(present, currency) },
    difference: shownAmount(Math.abs(more), currency),
  }
  return difference(say("price_changed", about, more < 0 ? "lower" : "higher"), { lineNumber })
}
