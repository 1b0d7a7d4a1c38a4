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
  title: (count: number) => string
  /** What to do now. */
  todo: string
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
    title: (count) => `${orders(count)} with an update that needs a person`,
    todo: "Open Walmart in the admin and choose Needs attention.",
  },
  orders_differ: {
    ...calm,
    title: (count) => `${orders(count)} that Medusa and Walmart show differently`,
    todo: "Open the orders; each says which side shows what.",
  },
  import_failed: {
    ...calm,
    title: (count) => `${orders(count)} that could not be imported`,
    todo: "Open Walmart in the admin; each of these orders says what it lacks.",
  },
  acknowledge_near: {
    ...hourly,
    inQuietHours: true,
    title: (count) => `${orders(count)} to acknowledge soon`,
    todo: "Open the orders and see why the acknowledgment has not been sent.",
  },
  ship_near: {
    ...hourly,
    title: (count) => `${orders(count)} to ship soon`,
    todo: "Fulfill and ship them in Medusa before the ship-by date.",
  },
  auto_cancel_near: {
    ...hourly,
    inQuietHours: true,
    title: (count) => `${orders(count)} that Walmart cancels soon`,
    todo: "Ship them with a valid tracking number now, or Walmart cancels them and counts that against you.",
  },
  cancel_requested: {
    ...calm,
    title: (count) => `${orders(count)} that the customer asked to cancel`,
    todo: "Cancel them, or ship them anyway.",
  },
  refund_near: {
    ...hourly,
    title: (count) => `${returns(count)} that Walmart refunds soon`,
    todo: "Receive them in Medusa, or refund them on the Returns page, before Walmart refunds them at your cost.",
  },
  return_failed: {
    ...calm,
    title: (count) => `${returns(count)} that a person must decide about`,
    todo: "Open Walmart, Returns in the admin; each of these says what it waits for.",
  },
  canceled_at_walmart: {
    ...calm,
    title: (count) => `${orders(count)} canceled at Walmart`,
    todo: "Do not ship them any more.",
  },
  account_blocked: {
    ...hourly,
    title: () => "Walmart refuses the account's keys",
    todo: "Check the keys with Settings → Walmart → Test connection. Nothing is sent until they work.",
  },
  polls_silent: {
    ...hourly,
    title: () => "Orders are no longer fetched from Walmart",
    todo: "See Settings → Walmart for the cause. New orders are not in Medusa until it is gone.",
  },
  second_writer: {
    ...hourly,
    title: () => "Another program writes to the same Walmart account",
    todo: "Stop the other program, or pause the account in Settings → Walmart.",
  },
  listing_at_zero: {
    ...hourly,
    title: (count) => `${count === 1 ? "1 listing" : `${count} listings`} left at zero`,
    todo: "Count the shelf, then correct the level in Medusa, or push the figure in Walmart → Stock.",
  },
}

function orders(count: number): string {
  return count === 1 ? "1 order" : `${count} orders`
}

function returns(count: number): string {
  return count === 1 ? "1 return" : `${count} returns`
}
