import type { MirrorAction } from "../walmart/mirror/action"
import type { WalmartUpdateKind } from "./common"
import type { WalmartNotificationRaised, WalmartSecondWriter } from "./notification"

/** Payload of each event that the plugin emits for a store's subscribers, by the event's name. */
export interface WalmartEvents {
  "walmart.order.imported": WalmartOrderImported
  "walmart.order.attention_needed": WalmartOrderAttentionNeeded
  "walmart.order.changed_at_walmart": WalmartOrderChangedAtWalmart
  "walmart.update.sent": WalmartUpdateSent
  "walmart.update.failed": WalmartUpdateFailed
  "walmart.notification.raised": WalmartNotificationRaised
  "walmart.account.second_writer": WalmartSecondWriter
}

/** The Medusa order, its reservations and payment record are in place. */
export interface WalmartOrderImported {
  /** Id of the Walmart order. */
  id: string
  /** Medusa order. */
  order_id: string
}

/** Something of an order needs a person. */
export interface WalmartOrderAttentionNeeded {
  /** Id of the Walmart order. */
  id: string
  /** Machine-readable cause; null when what failed has none. */
  code: string | null
  /** What is wrong, for a person; only of an order that could not be imported. */
  reason?: string | null
}

/** What was made in Medusa because it was made at Walmart by other hands. */
export interface WalmartOrderChangedAtWalmart {
  /** Id of the Walmart order. */
  id: string
  order_id: string
  /** In turn. */
  changes: MirrorAction[]
}

/** Walmart shows an update. */
export interface WalmartUpdateSent {
  /** Id of the update. */
  id: string
  walmart_order_id: string
  account_id: string
  kind: WalmartUpdateKind
  status: "sent"
  error_code: null
}

/** An update cannot continue without a person. */
export interface WalmartUpdateFailed extends Omit<WalmartUpdateSent, "status" | "error_code"> {
  status: "needs_attention"
  /** Machine-readable cause. */
  error_code: string | null
}
