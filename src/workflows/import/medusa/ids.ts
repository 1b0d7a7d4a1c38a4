import type { InventoryItemId, LineItemId } from "../../../walmart/common/ids"

/*
 * Everything an import creates has an id that follows from the Medusa order's, which was chosen when the Walmart order was
 * first seen. So the database's primary keys, not a lock, decide that a second run or a second process creates nothing again,
 * and a run that was killed between any two steps is resumed where it stopped.
 */

function tail(id: string): string {
  return id.slice(id.indexOf("_") + 1)
}

/** Ids of everything that records the one payment of an order. */
export function paymentIds(orderId: string) {
  const own = tail(orderId)
  return {
    collection: `pay_col_${own}`,
    session: `payses_${own}`,
    payment: `pay_${own}`,
    capture: `capt_${own}`,
    transaction: `ordtrx_${own}`,
  }
}

/** Id of the reservation of one inventory item for one line item. */
export function reservationId(lineItemId: LineItemId, inventoryItemId: InventoryItemId): string {
  return `resitem_${tail(lineItemId)}_${tail(inventoryItemId)}`
}

/** Id of the fulfillment that mirrors a package shipped before the import, by its position among those. */
export function fulfillmentId(orderId: string, index: number): string {
  return `ful_${tail(orderId)}_${index}`
}

/** Id of that fulfillment's label. */
export function labelId(orderId: string, index: number): string {
  return `fulla_${tail(orderId)}_${index}`
}
