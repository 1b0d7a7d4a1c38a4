import type {
  CreateReservationItemInput,
  IInventoryService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { groupsOf } from "../../../walmart/common/groups"
import { createMissing, missingOf } from "./create-once"
import { reservationId } from "./ids"
import type { ImportedOrder } from "./imported-order"

const LOCK_SECONDS = 10

/**
 * Reserves stock for the units of some orders that are still to be sent, one reservation per inventory item of each line item. An
 * oversold unit is reserved too, because Fulfill refuses an item without a reservation. Units that had left before the import are not
 * in the stock any more, so they are left alone. The locks are Medusa's own against lost updates of a stock level, one at a time:
 * Redis takes several in any order, so that two who want the same ones would wait for each other. That nothing is reserved twice is
 * decided by the ids.
 */
export async function reserveItems(
  container: MedusaContainer,
  orders: ImportedOrder[]
): Promise<void> {
  const wanted = orders.flatMap((order) => (order.isCanceled ? [] : wantedReservations(order)))
  const inventory = container.resolve(Modules.INVENTORY)
  const locks = container.resolve(Modules.LOCKING)
  const existing = (ids: string[]) => existingReservations(inventory, ids)
  const create = (missing: Wanted[]) => inventory.createReservationItems(missing)
  const missing = await missingOf(wanted.sort(byId), existing)
  for (const [item, ofItem] of groupsOf(missing, (one) => one.inventory_item_id)) {
    const timeout = { timeout: LOCK_SECONDS }
    await locks.execute(item, () => createMissing(ofItem, existing, create), timeout)
  }
}

type Wanted = CreateReservationItemInput & { id: string }

/** Always in the same order, so that two runs at once meet at the first id and not in the middle. */
function byId(a: Wanted, b: Wanted): number {
  return a.id < b.id ? -1 : 1
}

function wantedReservations(order: ImportedOrder): Wanted[] {
  return order.items.flatMap((item) => {
    const open = item.quantity - Math.max(item.fulfilled, item.shippedBefore)
    if (open <= 0) return []
    return item.parts.map((part) => ({
      id: reservationId(item.id, part.inventoryItemId),
      line_item_id: item.id,
      inventory_item_id: part.inventoryItemId,
      location_id: order.locationId,
      quantity: open * part.requiredQuantity,
      allow_backorder: true,
      description: "Walmart order",
    }))
  })
}

/** Those that exist, deleted ones included. */
async function existingReservations(inventory: IInventoryService, id: string[]): Promise<string[]> {
  const found = await inventory.listReservationItems({ id }, { take: null, withDeleted: true })
  return found.map((one) => one.id)
}
