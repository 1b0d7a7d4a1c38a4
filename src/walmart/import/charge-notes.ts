import { shownMoney } from "../common/money"
import { hasPrice } from "../orders/charges"
import type { Charge, Order, OrderLine } from "../orders/order"
import { type Phrase, phrase } from "../words/phrase"
import { importedUnits } from "./order-money"

/** What of an order's charges Walmart left out, and what was made of it; the order is imported nevertheless. */
export function chargeNotes(order: Pick<Order, "lines" | "orderType">): Phrase[] {
  return importedUnits(order).flatMap(({ line }) => [
    ...unpriced(order, line),
    ...line.charges.flatMap((charge) => incomplete(line, charge)),
  ])
}

/** Only a replacement costs nothing of itself. */
function unpriced({ orderType }: Pick<Order, "orderType">, line: OrderLine): Phrase[] {
  if (orderType === "REPLACEMENT" || hasPrice(line)) return []
  const { lineNumber, sku } = line
  return [phrase("charge_incomplete", "message_price", { line: lineNumber, sku })]
}

function incomplete({ lineNumber: line, sku }: OrderLine, charge: Charge): Phrase[] {
  const { name, amount: hundredths, currency, isUnpriced, isUntyped } = charge
  const about = { line, sku, name }
  if (isUnpriced) return [phrase("charge_incomplete", "message_amount", about)]
  const amount = shownMoney(hundredths, currency)
  return isUntyped ? [phrase("charge_incomplete", "message_type", { ...about, amount })] : []
}
