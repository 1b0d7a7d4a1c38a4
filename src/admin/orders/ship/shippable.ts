import type { AdminWalmartOrder } from "../../../types/http"

/** What decides whether an order can be shipped from here. */
export type Shippable = Pick<
  AdminWalmartOrder,
  "id" | "order" | "import_status" | "ship_node_type" | "units_to_ship"
>

/** Something of it is left to ship, by the seller. */
export function isShippable({ order, import_status, ship_node_type, units_to_ship }: Shippable) {
  const isOurs = ship_node_type === "SellerFulfilled"
  return order !== undefined && import_status === "imported" && isOurs && units_to_ship > 0
}

/**
 * The order to ship next: the first one below, then from the top.
 * @param orders as they stand in the list
 * @param id the order that is being shipped; the first of all when it is not in the list
 * @param done ids of orders that were shipped a moment ago, which the list may not know yet
 */
export function nextToShip(
  orders: Shippable[],
  id: string | null,
  done: ReadonlySet<string>
): string | null {
  const place = orders.findIndex((order) => order.id === id)
  const others = [...orders.slice(place + 1), ...orders.slice(0, Math.max(0, place))]
  return others.find((order) => isShippable(order) && !done.has(order.id))?.id ?? null
}
