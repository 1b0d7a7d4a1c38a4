import type { CreateReservationItemInput, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createOnce } from "./create-once"
import { reservationId } from "./ids"
import { type ImportedOrder, loadImportedOrder } from "./imported-order"

const LOCK_SECONDS = 10

/**
 * Reserves stock for the units that are still to be sent, one reservation per inventory item of each line item. An oversold unit
 * is reserved too, because Fulfil refuses an item without a reservation. Units that had left before the import are not in the
 * stock any more, so they are left alone.
 */
export async function reserveItems(container: MedusaContainer, orderId: string): Promise<void> {
  const order = await loadImportedOrder(container, orderId)
  if (!order || order.isCanceled) return
  for (const wanted of wantedReservations(order)) await reserve(container, wanted)
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

/** The lock is Medusa's own against lost updates of a stock level; that nothing is reserved twice is decided by the id. */
async function reserve(container: MedusaContainer, wanted: Wanted): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const exists = async () => {
    const found = await inventory.listReservationItems({ id: wanted.id }, { withDeleted: true })
    return found.length > 0
  }
  const create = () => inventory.createReservationItems([wanted])
  await container
    .resolve(Modules.LOCKING)
    .execute(wanted.inventory_item_id, () => createOnce(exists, create), { timeout: LOCK_SECONDS })
}
