import type { CreateReservationItemInput, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { reservationId } from "./ids"
import type { ImportedOrder } from "./imported-order"

const LOCK_SECONDS = 10

/**
 * Reserves stock for the units that are still to be sent, one reservation per inventory item of each line item. An oversold unit
 * is reserved too, because Fulfil refuses an item without a reservation. Units that had left before the import are not in the
 * stock any more, so they are left alone. The lock is Medusa's own against lost updates of a stock level; that nothing is reserved
 * twice is decided by the ids.
 */
export async function reserveItems(
  container: MedusaContainer,
  order: ImportedOrder
): Promise<void> {
  const wanted = order.isCanceled ? [] : wantedReservations(order)
  if (wanted.length === 0) return
  const items = [...new Set(wanted.map(({ inventory_item_id }) => inventory_item_id))].sort()
  await container
    .resolve(Modules.LOCKING)
    .execute(items, () => createMissing(container, wanted), { timeout: LOCK_SECONDS })
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

/** Creates those that are not there yet, also when another run creates some of them meanwhile. */
async function createMissing(container: MedusaContainer, wanted: Wanted[]): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const missing = async () => {
    const id = wanted.map((one) => one.id)
    const found = await inventory.listReservationItems({ id }, { take: null, withDeleted: true })
    const known = new Set(found.map((one) => one.id))
    return wanted.filter((one) => !known.has(one.id))
  }
  let left = await missing()
  while (left.length > 0) left = await createOrLookAgain(left)

  async function createOrLookAgain(batch: Wanted[]): Promise<Wanted[]> {
    try {
      await inventory.createReservationItems(batch)
      return []
    } catch (error) {
      const after = await missing()
      if (after.length >= batch.length) throw error
      return after
    }
  }
}
