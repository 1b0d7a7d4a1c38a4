import type { NotificationKind } from "../walmart/notifications/notification-kinds"
import type { WalmartPhrase } from "./common"

/** What the event `walmart.notification.raised` carries: one message to people, grouped by account and kind. */
export interface WalmartNotificationRaised {
  /** The message; what is handed to Medusa's Notification module has it in its idempotency key. */
  id: string
  account_id: string
  kind: NotificationKind
  /** How many orders or listings it is about; 1 for what is about the account. */
  count: number
  title: string
  description: string
  /** Both for a translation, by the codes of the server's texts. */
  words: { title: WalmartPhrase[]; description: WalmartPhrase[] }
  /** The ten most urgent of them. */
  causes: WalmartNotificationCause[]
}

/** One thing that has happened to an order or an account. */
export interface WalmartNotificationCause {
  /** Null when it is about no order. */
  walmart_order_id: string | null
  /** Purchase order number, SKU, or the account's id. */
  about: string
  /** Machine-readable reason, where the kind does not say all. */
  code: string | null
  message: string | null
  /** When it is due, ISO 8601; null when there is no deadline. */
  due_at: string | null
}

/** What `walmart.account.second_writer` has to say. */
export interface WalmartSecondWriter {
  account_id: string
  /** The order by which it gave itself away; left out when it is about none. */
  walmart_order_id?: string
  /** Walmart's number of that order. */
  purchase_order_id?: string
  /** What was seen, for a person. */
  message?: string
}
