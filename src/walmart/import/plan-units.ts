import { chargedCents, type ChargesPer } from "../orders/charges"
import {
  goneUnits,
  type LineQuantities,
  lineQuantities,
  openQuantity,
  type Order,
  type OrderLine,
} from "../orders/order"
import type { Attention } from "../updates/model/update"
import { type Phrase, phrase, say } from "../words/phrase"
import { remainingUnits, shownIn } from "./order-money"

/**
 * Lines of which nobody can say how many units are to be sent: Walmart holds some back, or its own figures contradict each other and,
 * imported by one of them, units that Walmart waits for would be left out without a word.
 */
export function unitProblems(order: Pick<Order, "lines">, per: ChargesPer): Attention[] {
  return order.lines.flatMap((line) => unitProblem(line, per, shownIn(order)))
}

function unitProblem(
  line: OrderLine,
  per: ChargesPer,
  shown: (hundredths: number) => string
): Attention[] {
  const { lineNumber, sku, quantity: ordered } = line
  const quantities = lineQuantities(line)
  const about = { line: lineNumber, sku }
  const charged = chargedCents(line, per)
  if (ordered === 0 && quantities.canceled === 0 && charged !== 0) {
    return [say("units_unclear", { ...about, amount: shown(charged) }, "charged")]
  }
  if (line.onHold) return [say("on_hold", { ...about, units: line.onHold })]
  if (!contradicts(line, quantities)) return []
  const [open, gone] = [openQuantity(quantities), parcelUnits(quantities)]
  const figures = { ordered, open, gone, canceled: quantities.canceled }
  return [say("units_unclear", { ...about, ...figures })]
}

/**
 * Walmart shows more units open and sent than it leaves of what was ordered, or none at all. Units that are only sent twice over, such as
 * shipped and delivered, contradict nothing: the whole line has left. Refunds are told beside what became of the units.
 */
function contradicts(line: OrderLine, quantities: LineQuantities): boolean {
  const open = openQuantity(quantities)
  if (open === 0 && quantities.canceled === 0) return line.quantity > 0 && unitsTold(line) === 0
  return open + parcelUnits(quantities) > remainingUnits(line)
}

function parcelUnits({ shipped, delivered }: LineQuantities): number {
  return shipped + delivered
}

/** Units of a line that have any status, each once. */
function unitsTold(line: OrderLine): number {
  const quantities = lineQuantities(line)
  return goneUnits(line.quantity, quantities) + openQuantity(quantities) + quantities.canceled
}

/** Units that were ordered and of which Walmart says nothing; such an order is imported with them. */
export function unitNotes({ lines }: Pick<Order, "lines">): Phrase[] {
  return lines.flatMap((line) => {
    const { lineNumber, sku, quantity: ordered } = line
    const told = unitsTold(line)
    if (told >= ordered) return []
    return [phrase("units_unclear", "message_untold", { line: lineNumber, sku, told, ordered })]
  })
}
