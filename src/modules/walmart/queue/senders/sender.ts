import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { WalmartClient } from "../../../../walmart/api/client"
import type { Market } from "../../../../walmart/markets/market"
import type { Classification } from "../../../../walmart/updates/outcome"
import type { DoubtTimes } from "../attempt-sql"
import type { LoggedCall } from "../log-outcome"
import type { Claim } from "../claim-sql"
import type { ReadStock } from "../stock/reading"
import type { FinishedUpdate } from "../update-sql"
import { TICK_MS } from "../../scheduler/clock"
import type { WalmartOptions } from "../../config/options"

/** What sending for one account needs; time and chance are arguments. */
export interface SenderDeps {
  db: Knex
  client: WalmartClient
  market: Market
  options: Pick<
    WalmartOptions,
    "leaseMs" | "leaseMarginMs" | "settleMs" | "refusedAttempts" | "giveUpAfterMs" | "schedules"
  >
  /** Reads the store's figures; left out where no stock is sent. */
  readStock?: ReadStock
  /** A confirmed cancellation has the stock of its items sent. */
  sendsStock?: boolean
  now: () => number
  random: () => number
  /** The process is about to end: no further call is begun; one under way is waited for. */
  isStopping: () => boolean
  /** Hears of each call that changes an order at Walmart. */
  onCall?: (call: LoggedCall) => void
  /** Hears that Walmart said yes to a call that finishes no update, as one of stock does. */
  onApplied?: () => void
  /** The account's keys or permissions failed; sends of the whole account wait. */
  onAccountTrouble: (failure: Classification) => Promise<void>
  /** Named points at which tests stop the process; does nothing in production. */
  failpoint: (point: SendingPoint) => Promise<void> | void
}

/** Where a crash matters. */
export type SendingPoint =
  "claimed" | "order_read" | "call_begun" | "call_answered" | "updates_finished"

/** The times that decide when a call in doubt may be repeated. */
export function doubtTimes({ options: { leaseMs, settleMs, schedules } }: SenderDeps): DoubtTimes {
  return { leaseMs, settleMs, sendEveryMs: Math.max(schedules.sendEveryMs, TICK_MS) }
}

/** Sends what waits for one claimed subject and gives its queue back. @returns the updates that were finished */
export type Sender = (deps: SenderDeps, owned: Claim) => Promise<FinishedUpdate[]>
