import type { AdminWalmartOrder } from "../../../types/http"
import { type Look, ORDER_STATUS, SYNC_STATUS } from "../../data/looks"

/** The one state of an order that matters most to whoever looks at the list. */
export function badgeOf(order: AdminWalmartOrder): Look {
  const isOpen = order.status === "open" || order.status === "partially_shipped"
  if (order.ship_node_type !== "SellerFulfilled") return BY_OTHERS
  if (order.import_status === "failed") return { color: "red", label: "importStatus.failed" }
  if (order.sync_status === "needs_attention") return SYNC_STATUS.needs_attention
  if (order.customer_asked_to_cancel && isOpen) return { color: "red", label: "badge.asked" }
  if (order.import_status === "pending") return { color: "grey", label: "importStatus.pending" }
  if (isOpen && order.units_to_ship === 0) return { color: "blue", label: "badge.shippedHere" }
  if (order.sync_status === "syncing") return SYNC_STATUS.syncing
  return ORDER_STATUS[order.status]
}

const BY_OTHERS: Look = { color: "grey", label: "badge.byOthers" }

/** Why an order waits for a person, in one sentence; null when it does not. */
export function causeOf(order: AdminWalmartOrder): { cause: string; remedy: string } | null {
  const cause =
    order.import_status === "failed"
      ? { cause: order.import_error, remedy: order.import_remedy }
      : order.attention
        ? { cause: order.attention.message, remedy: order.attention.remedy }
        : { cause: order.discrepancies[0]?.message, remedy: order.discrepancies[0]?.remedy }
  return cause.cause ? { cause: cause.cause, remedy: cause.remedy ?? "" } : null
}
