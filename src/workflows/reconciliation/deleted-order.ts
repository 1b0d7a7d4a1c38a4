import type { OrderSide } from "../../modules/walmart/orders/side-sql"
import { isFulfilledByOthers, openQuantity } from "../../walmart/orders/order"
import { isUnfinished } from "../../walmart/updates/model/update-status"
import type { KnownUpdate } from "../../walmart/updates/model/update"
import { hasNoItem, quantitiesOf } from "./walmart-side"

/** There is no Medusa order to compare with any more. */
export class OrderDeletedError extends Error {
  /** @param units that Walmart waits for, and that nobody here ships any more */
  constructor(readonly units: number) {
    super("The Medusa order was deleted.")
  }
}

/** Of an imported order that is gone from Medusa. While something is still to be sent for it, that decides what is left open. */
export function deletedOrder(row: OrderSide, known: KnownUpdate[]): OrderDeletedError {
  const isOthers = isFulfilledByOthers({ shipNode: { type: row.ship_node_type } })
  if (isOthers || known.some(isUnfinished)) return new OrderDeletedError(0)
  const open = row.lines
    .filter((line) => !hasNoItem(line))
    .map((line) => openQuantity(quantitiesOf(line)))
  return new OrderDeletedError(open.reduce((sum, units) => sum + units, 0))
}
