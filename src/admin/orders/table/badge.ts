import type { AdminWalmartOrder, WalmartOrderBadge } from "../../../types/http"
import type { Spoken } from "../../data/spoken"
import { type Look, ORDER_BADGE, ORDER_STATUS, orderBadge } from "../../data/looks"

/** What holds an order up says more than how far it is. */
const HELD: WalmartOrderBadge[] = [
  ...(["not_sent", "paused", "dry_run", "waiting_for_walmart", "left_different"] as const),
]

/** The one state of an order that matters most to whoever looks at the list. */
export function badgeOf(order: AdminWalmartOrder): Look {
  const isOpen = order.status === "open" || order.status === "partially_shipped"
  if (order.ship_node_type !== "SellerFulfilled") return ORDER_BADGE.shipped_by_walmart
  if (order.import_status === "failed") return { color: "red", label: "importStatus.failed" }
  if (order.badge === "needs_attention") return ORDER_BADGE.needs_attention
  const isToShip = isOpen && order.units_to_ship > 0
  if (order.customer_asked_to_cancel && isToShip) return { color: "red", label: "badge.asked" }
  if (order.badge === "not_imported" && order.status !== "canceled") return orderBadge(order)
  if (HELD.includes(order.badge)) return ORDER_BADGE[order.badge]
  if (isOpen && order.units_to_ship === 0) return { color: "blue", label: "badge.shippedHere" }
  if (order.sync_status === "syncing") return ORDER_BADGE.sending
  return ORDER_STATUS[order.status]
}

/** Why an order waits for a person; null when it does not. */
export function causeOf(order: AdminWalmartOrder): Spoken | null {
  const { import_error: message, import_remedy: remedy, import_words: words } = order
  const cause =
    order.import_status === "failed"
      ? { message, remedy, words }
      : (order.attention ?? order.discrepancies.at(0))
  return cause?.message ? cause : null
}
