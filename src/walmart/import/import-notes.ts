import type { Named, PlannedItem } from "./planned-order"
import { addressNotes } from "./plan-address"
import { chargeNotes } from "./charge-notes"
import { discountNotes } from "../orders/discounts"
import { shipNodeNotes, stockNotes } from "./plan-checks"
import { unitNotes } from "./plan-units"
import type { Order } from "../orders/order"
import { remainingUnits } from "./order-money"
import { type Phrase, phrase, type Text, textIn } from "../words/phrase"

/** What an import is said of. */
interface Noted {
  /** None for a reading that is certain. */
  reading: Phrase[]
  items: PlannedItem[]
  location: Named
  isCanceled: boolean
}

/** What a person should know of an order that is imported. Pure. */
export function notesOf(order: Order, { reading, items, location, isCanceled }: Noted): Text[] {
  const notes = [
    ...(order.summaryTotal === null ? discountNotes(order) : []),
    ...replacementNotes(order),
    ...shipNodeNotes(order),
    ...addressNotes(order),
    ...(isCanceled
      ? [phrase("canceled_before_import", "message", {})]
      : [
          ...chargeNotes(order),
          ...canceledNotes(order),
          ...unitNotes(order),
          ...stockNotes(items, location),
        ]),
  ]
  return [...(reading.length > 0 ? [reading] : []), ...notes.map((note) => [note])].map(textIn)
}

function replacementNotes({ orderType, originalCustomerOrderId: original }: Order): Phrase[] {
  if (orderType !== "REPLACEMENT") return []
  return [
    phrase("replacement", original ? "message" : "message_unnamed", { order: original ?? "" }),
  ]
}

function canceledNotes({ lines }: Order): Phrase[] {
  return lines.flatMap((line) => {
    const { quantity: ordered, sku, lineNumber } = line
    const canceled = ordered - remainingUnits(line)
    if (canceled === 0) return []
    const about = { canceled, ordered, sku, line: lineNumber }
    return [phrase("canceled_before_import", "message_units", about)]
  })
}
