import { goneUnits, lineQuantities, type Order } from "../orders/order"
import { correctionsIn, shipmentsIn } from "./model/known-payloads"
import type { KnownUpdate } from "./model/update"
import { unitsIn } from "./payloads/units-in"
import { packagesOf } from "./payloads/shipment-payload"
import { unitsShownUnder } from "./shipment/shipment"
import { movesOf } from "./tracking-correction/moves"

/**
 * Whether Walmart shows an order as it was before something that it has shown already: units that left are here again, or have a number
 * again that was replaced. What such a read forbids may be allowed. Pure.
 */
export function isBehind(order: Order, known: KnownUpdate[]): boolean {
  const sent = known.filter(({ status }) => status === "sent")
  return hasUnshipped(order, sent) || hasReplaced(order, sent)
}

function hasUnshipped({ lines }: Order, sent: KnownUpdate[]): boolean {
  const told = shipmentsIn(sent).flatMap(packagesOf)
  return lines.some((line) => {
    const gone = goneUnits(line.quantity, lineQuantities(line))
    return unitsIn(told, line.lineNumber) > gone
  })
}

function hasReplaced(order: Order, sent: KnownUpdate[]): boolean {
  return correctionsIn(sent).some(({ packages }) =>
    movesOf(packages).some(
      ({ lineNumber, replaces, kept }) => unitsShownUnder(order, replaces, lineNumber) > kept
    )
  )
}
