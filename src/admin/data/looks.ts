import type {
  AdminWalmartAttempt,
  WalmartDeadline,
  WalmartDeadlineFilter,
  WalmartImportStatus,
  WalmartOrderBadge,
  WalmartOrderStatus,
  WalmartShownStatus,
  WalmartSyncStatus,
} from "../../types/http"

export type Color = "green" | "red" | "blue" | "orange" | "grey" | "purple"

/** How a state is shown: the badge's color and the key of its words. */
export interface Look {
  color: Color
  label: string
}

export const ORDER_STATUS: Record<WalmartOrderStatus, Look> = {
  open: { color: "blue", label: "orderStatus.open" },
  partially_shipped: { color: "purple", label: "orderStatus.partially_shipped" },
  shipped: { color: "green", label: "orderStatus.shipped" },
  canceled: { color: "grey", label: "orderStatus.canceled" },
}

export const SYNC_STATUS: Record<WalmartSyncStatus, Look> = {
  in_sync: { color: "green", label: "syncStatus.in_sync" },
  syncing: { color: "blue", label: "syncStatus.syncing" },
  needs_attention: { color: "red", label: "syncStatus.needs_attention" },
}

/** The one word about an order, as the server found it; green is only what both sides agree about. */
export const ORDER_BADGE: Record<WalmartOrderBadge, Look> = {
  up_to_date: { color: "green", label: "orderBadge.up_to_date" },
  sending: { color: "blue", label: "orderBadge.sending" },
  waiting: { color: "blue", label: "orderBadge.waiting" },
  waiting_for_walmart: { color: "orange", label: "orderBadge.waiting_for_walmart" },
  paused: { color: "orange", label: "orderBadge.paused" },
  dry_run: { color: "purple", label: "orderBadge.dry_run" },
  needs_attention: { color: "red", label: "orderBadge.needs_attention" },
  not_sent: { color: "orange", label: "orderBadge.not_sent" },
  left_different: { color: "grey", label: "orderBadge.left_different" },
  not_imported: { color: "red", label: "orderBadge.not_imported" },
  shipped_by_walmart: { color: "grey", label: "badge.byOthers" },
}

/** The badge of an order; one that is still to be imported, or left out of Medusa, is no failure. */
export function orderBadge(order: {
  badge: WalmartOrderBadge
  import_status: WalmartImportStatus
}): Look {
  const { badge, import_status: status } = order
  const isNoFailure = badge === "not_imported" && (status === "pending" || status === "left_out")
  return isNoFailure ? { color: "grey", label: `importStatus.${status}` } : ORDER_BADGE[badge]
}

export const UPDATE_STATUS: Record<WalmartShownStatus, Look> = {
  pending: { color: "orange", label: "updateStatus.pending" },
  sending: { color: "blue", label: "updateStatus.sending" },
  sent: { color: "green", label: "updateStatus.sent" },
  needs_attention: { color: "red", label: "updateStatus.needs_attention" },
  dismissed: { color: "grey", label: "updateStatus.dismissed" },
  superseded: { color: "grey", label: "updateStatus.superseded" },
}

export const OUTCOME: Record<AdminWalmartAttempt["outcome"], Look> = {
  started: { color: "blue", label: "outcome.started" },
  applied: { color: "green", label: "outcome.applied" },
  refused: { color: "red", label: "outcome.refused" },
  unknown: { color: "orange", label: "outcome.unknown" },
  not_applied: { color: "orange", label: "outcome.not_applied" },
  throttled: { color: "grey", label: "outcome.throttled" },
  account: { color: "red", label: "outcome.account" },
}

export const DEADLINE_KIND: Record<WalmartDeadline["kind"], string> = {
  acknowledge: "deadlineKind.acknowledge",
  ship: "deadlineKind.ship",
  auto_cancel: "deadlineKind.auto_cancel",
}

export const DEADLINE_FILTER: Record<WalmartDeadlineFilter, Look> = {
  ship_overdue: { color: "red", label: "deadlineFilter.ship_overdue" },
  due_today: { color: "orange", label: "deadlineFilter.due_today" },
  due_tomorrow: { color: "grey", label: "deadlineFilter.due_tomorrow" },
  customer_asked: { color: "red", label: "deadlineFilter.customer_asked" },
  auto_cancel_soon: { color: "red", label: "deadlineFilter.auto_cancel_soon" },
  ship_soon: { color: "orange", label: "deadlineFilter.ship_soon" },
  acknowledge_overdue: { color: "red", label: "deadlineFilter.acknowledge_overdue" },
  acknowledge_soon: { color: "orange", label: "deadlineFilter.acknowledge_soon" },
}

/** Those that a person has something to do about, in the order in which a day is worked through. */
export const TASKS: WalmartDeadlineFilter[] = [
  ...(["ship_overdue", "due_today", "due_tomorrow"] as const),
  ...(["customer_asked", "auto_cancel_soon"] as const),
]
