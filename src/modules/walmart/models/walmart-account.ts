import { model } from "@medusajs/framework/utils"
import type { UnreadableReturns } from "../../../walmart/returns/unreadable-returns"
import type { Words } from "../../../walmart/words/phrase"
import { REFUND_WAYS } from "../../../walmart/refunds/refund-ways"

/** What the plugin remembers of one account of its options. Credentials are never here. */
export const WalmartAccount = model.define("walmart_account", {
  /** Account id from the options. */
  id: model.id().primaryKey(),
  /** Fingerprint of the seller behind its keys; null until they were first used, and while they are another account's. */
  seller: model.text().nullable(),
  /** Sends are held while true; orders are still fetched and imported. */
  paused: model.boolean().default(false),
  paused_by: model.text().nullable(),
  paused_at: model.dateTime().nullable(),
  /** Everything modified at Walmart before this moment has been taken over; moves only after a whole poll succeeded. */
  polled_until: model.dateTime().nullable(),
  /** When that poll ended. */
  last_poll_at: model.dateTime().nullable(),
  last_poll_error: model.text().nullable(),
  /** The same in words. */
  last_poll_error_words: model.json<Words>().nullable(),
  /** End of the last poll in which Walmart showed orders or said that there are none, whatever became of them. */
  last_answered_at: model.dateTime().nullable(),
  /** The same of return orders. */
  returns_polled_until: model.dateTime().nullable(),
  last_returns_poll_at: model.dateTime().nullable(),
  last_returns_poll_error: model.text().nullable(),
  last_returns_poll_error_words: model.json<Words>().nullable(),
  /** Return orders that could not be read, each with why, by its number; each poll asks for them again. */
  unreadable_returns: model.json<UnreadableReturns>().nullable(),
  /** Credential or permission problem; while set, sends wait until `blocked_until`. */
  last_error_code: model.text().nullable(),
  last_error: model.text().nullable(),
  last_error_words: model.json<Words>().nullable(),
  blocked_until: model.dateTime().nullable(),
  /** Consecutive account-level failures, for back-off. */
  failures: model.number().default(0),
  /** Editable settings: carrier map, ship-method map, default reason, dry run. */
  settings: model.json().nullable(),
  /** The option `refunds` as it was last seen; null until it was. */
  refunds: model.enum([...REFUND_WAYS]).nullable(),
  /** When that option became `send` after it was not; null where it always was, or is not. */
  refunds_sent_from: model.dateTime().nullable(),
  /** Last tick of the clock that looked at this account; a wake-up does not count. */
  last_tick_at: model.dateTime().nullable(),
  last_sent_at: model.dateTime().nullable(),
})
