/** Chosen rows by id, as the table keeps them. */
export type Selection = Record<string, boolean>

/**
 * The chosen orders, also those of pages that were left; of one that is known twice, what this page shows is newer.
 * @param page orders of the page in view
 * @param chosen orders that were chosen before
 */
export function chosenOrders<Order extends { id: string }>(
  selection: Selection,
  page: Order[],
  chosen: Order[]
): Order[] {
  const newest = new Map([...chosen, ...page].map((order) => [order.id, order]))
  return [...newest.values()].filter(({ id }) => selection[id])
}

/** What the table is told is chosen. */
export function selectionOf(orders: { id: string }[]): Selection {
  return Object.fromEntries(orders.map(({ id }) => [id, true]))
}
