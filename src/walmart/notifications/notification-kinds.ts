import { type Phrase, phrase } from "../words/phrase"

/** Everything that people are notified of. */
export const NOTIFICATION_KINDS = [
  "update_failed",
  "orders_differ",
  "import_failed",
  "acknowledge_near",
  "ship_near",
  "auto_cancel_near",
  "cancel_requested",
  "refund_near",
  "return_failed",
  "canceled_at_walmart",
  "account_blocked",
  "polls_silent",
  "second_writer",
  "listing_at_zero",
  "stock_failed",
] as const

/** One of {@link NOTIFICATION_KINDS}. */
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

/** What holds for a kind until a store says otherwise, and how it is said. */
export interface KindRule {
  /** Least milliseconds between two messages of the kind for one account. */
  everyMs: number
  /** Whether it is sent in quiet hours too. */
  inQuietHours: boolean
  /** What has happened to so many orders or listings; a kind that is about the account has no number in it. */
  title: (count: number) => Phrase
  /** What to do now. */
  todo: Phrase
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const calm = { everyMs: 15 * MINUTE_MS, inQuietHours: false }
const hourly = { everyMs: HOUR_MS, inQuietHours: false }

/**
 * The rules of each kind. What has hours only until Walmart acts breaks quiet hours: the acknowledgment, due within four hours,
 * and Walmart's own cancellation (docs/walmart-api.md, "Deadlines").
 */
export const KIND_RULES: Record<NotificationKind, KindRule> = {
  update_failed: {
    ...calm,
    title: (count) => phrase("notify_update_failed", "title", { count }),
    todo: phrase("notify_update_failed", "todo", {}),
  },
  orders_differ: {
    ...calm,
    title: (count) => phrase("notify_orders_differ", "title", { count }),
    todo: phrase("notify_orders_differ", "todo", {}),
  },
  import_failed: {
    ...calm,
    title: (count) => phrase("notify_import_failed", "title", { count }),
    todo: phrase("notify_import_failed", "todo", {}),
  },
  acknowledge_near: {
    ...hourly,
    inQuietHours: true,
    title: (count) => phrase("notify_acknowledge_near", "title", { count }),
    todo: phrase("notify_acknowledge_near", "todo", {}),
  },
  ship_near: {
    ...hourly,
    title: (count) => phrase("notify_ship_near", "title", { count }),
    todo: phrase("notify_ship_near", "todo", {}),
  },
  auto_cancel_near: {
    ...hourly,
    inQuietHours: true,
    title: (count) => phrase("notify_auto_cancel_near", "title", { count }),
    todo: phrase("notify_auto_cancel_near", "todo", {}),
  },
  cancel_requested: {
    ...calm,
    title: (count) => phrase("notify_cancel_requested", "title", { count }),
    todo: phrase("notify_cancel_requested", "todo", {}),
  },
  refund_near: {
    ...hourly,
    title: (count) => phrase("notify_refund_near", "title", { count }),
    todo: phrase("notify_refund_near", "todo", {}),
  },
  return_failed: {
    ...calm,
    title: (count) => phrase("notify_return_failed", "title", { count }),
    todo: phrase("notify_return_failed", "todo", {}),
  },
  canceled_at_walmart: {
    ...calm,
    title: (count) => phrase("notify_canceled_at_walmart", "title", { count }),
    todo: phrase("notify_canceled_at_walmart", "todo", {}),
  },
  account_blocked: {
    ...hourly,
    title: (count) => phrase("notify_account_blocked", "title", { count }),
    todo: phrase("notify_account_blocked", "todo", {}),
  },
  polls_silent: {
    ...hourly,
    title: () => phrase("notify_polls_silent", "title", {}),
    todo: phrase("notify_polls_silent", "todo", {}),
  },
  second_writer: {
    ...hourly,
    title: (count) => phrase("notify_second_writer", "title", { count }),
    todo: phrase("notify_second_writer", "todo", {}),
  },
  listing_at_zero: {
    ...hourly,
    title: (count) => phrase("notify_listing_at_zero", "title", { count }),
    todo: phrase("notify_listing_at_zero", "todo", {}),
  },
  stock_failed: {
    ...hourly,
    title: (count) => phrase("notify_stock_failed", "title", { count }),
    todo: phrase("notify_stock_failed", "todo", {}),
  },
}
