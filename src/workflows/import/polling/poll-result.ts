import type { PollError } from "../../shared/poll-error"

/** What a poll of one account did. */
export interface PollResult extends PollError {
  account_id: string
  /** Orders Walmart answered with. */
  seen: number
  /** Medusa orders made. */
  imported: number
  /** Orders whose import did not succeed. */
  failed: number
}
