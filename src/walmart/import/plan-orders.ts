import type { Order } from "../orders/order"
import { type ImportDecision, planOrder } from "./import-order"
import type { ImportSettings, PlannedOrder, StoreSide, Variant } from "./planned-order"
import { storeSku } from "./plan-checks"
import type { InventoryItemId, StockLocationId } from "../common/ids"

/**
 * Plans orders that are imported together, one after the other: each sees the stock that those before it leave, as it would if they had
 * been imported before. Pure.
 * @param store with the variants of all of them
 */
export function planOrders(
  orders: Order[],
  store: StoreSide,
  settings: ImportSettings
): ImportDecision[] {
  const taken = new Map<string, number>()
  return orders.map((order) => {
    const skus = new Set(order.lines.map(({ sku }) => storeSku(sku, settings.skuMap)))
    const own = store.variants.filter(({ sku }) => skus.has(sku))
    const variants = own.map((variant) => without(variant, taken))
    const decision = planOrder(order, { ...store, variants }, settings)
    if (decision.planned) take(decision.planned, taken)
    return decision
  })
}

/** Adds what an order will have reserved to what was taken, by inventory item and location. */
function take(planned: PlannedOrder, taken: Map<string, number>): void {
  if (planned.canceled) return
  for (const { variant, quantity, shipped } of planned.items) {
    for (const { inventoryItemId, requiredQuantity } of variant.parts) {
      const key = keyOf(inventoryItemId, planned.locationId)
      taken.set(key, (taken.get(key) ?? 0) + (quantity - shipped) * requiredQuantity)
    }
  }
}

function without(variant: Variant, taken: Map<string, number>): Variant {
  const parts = variant.parts.map((part) => ({
    ...part,
    available: Object.fromEntries(
      Object.entries(part.available).map(([location, amount]) => [
        location,
        amount - (taken.get(keyOf(part.inventoryItemId, location)) ?? 0),
      ])
    ),
  }))
  return { ...variant, parts }
}

function keyOf(inventoryItemId: InventoryItemId, locationId: StockLocationId): string {
  return `${inventoryItemId} ${locationId}`
}
