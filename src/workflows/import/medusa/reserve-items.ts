import type { CreateReservationItemInput, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { reservationId } from "./ids"
import type { ImportedOrder } from "./imported-order"

const LOCK_SECONDS = 10

/**
 * Reserves stock for the units that are still to be sent, one reservation per inventory item of each line item. An oversold unit
 * is reserved too, because Fulfil refuses an item without a reservation. Units that had left before the import are not in the
 * stock any more, so they are left alone. The locks are Medusa's own against lost updates of a stock level, one at a time: Redis
 * takes several in any order, so that two who want the same ones would wait for each other. That nothing is reserved twice is
 * decided by the ids.
 */
export async function reserveItems(
  container: MedusaContainer,
  order: ImportedOrder
): Promise<void> {
  const wanted = order.isCanceled ? [] : wantedReservations(order)
  const missing = wanted.length === 0 ? [] : await notThere(container, wanted)
  const locks = container.resolve(Modules.LOCKING)
  for (const item of new Set(missing.map(({ inventory_item_id: id }) => id))) {
    const ofItem = missing.filter(({ inventory_item_id: id }) => id === item)
    await locks.execute(item, () => createAll(container, ofItem), { timeout: LOCK_SECONDS })
  }
}

type Wanted = CreateReservationItemInput & { id: string }

/** Always in the same order, so that two runs at once meet at the first id and not in the middle. */
function wantedReservations(order: ImportedOrder): Wanted[] {
  const wanted = order.items.flatMap((item) => {
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
  return wanted.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Those of the reservations that do not exist, not even as deleted ones. */
async function notThere(container: MedusaContainer, wanted: Wanted[]): Promise<Wanted[]> {
  const id = wanted.map((one) => one.id)
  const found = await container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ id }, { take: null, withDeleted: true })
  const known = new Set(found.map((one) => one.id))
  return wanted.filter((one) => !known.has(one.id))
}

/** Creates all at once; when another run has created some of them meanwhile, those that are left. */
async function createAll(container: MedusaContainer, wanted: Wanted[]): Promise<void> {
  try {
    await container.resolve(Modules.INVENTORY).createReservationItems(wanted)
  } catch (error) {
    const left = await notThere(container, wanted)
    if (left.length === wanted.length) throw error
    if (left.length > 0) await createAll(container, left)
  }
}
