import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import type { WebhookAuth } from "../../../walmart/webhooks/authenticity"
import type { OrderEvent, ReturnEvent } from "../../../walmart/webhooks/event"
import { logLine } from "../common/failure"
import type { WalmartOptions } from "../config/options"
import type { KeyPair } from "../config/key-pair"
import { webhookAuthOf } from "../config/webhook-options"
import { addCounts } from "./count-sql"
import { type StoredEvent, storeEvent, storeReturnEvent } from "./event-sql"
import {
  type ClaimedRead,
  claimReads,
  finishRead,
  postponeRead,
  requestDailyReads,
} from "./read-request-sql"
import { type WebhookReport, webhookReport, webhookSigns } from "./webhook-report-sql"
import { Tally } from "./tally"

/** How an account receives events. */
export interface Receiver {
  auth: WebhookAuth
  /** Public address of the store's server; null when the options do not name it. */
  url: string | null
}

/** Walmart's events: keeping them, and the reads that they ask for. */
export class Webhooks {
  /** What happens to requests that leave no event. */
  readonly tally: Tally

  constructor(
    private readonly db: Knex,
    private readonly options: WalmartOptions,
    private readonly more: {
      logger: Logger
      /** Secrets that are in force over the options' own, by account. */
      secrets: () => ReadonlyMap<string, KeyPair>
    }
  ) {
    this.tally = new Tally(async (counts) => {
      try {
        await addCounts(db, counts)
      } catch (error) {
        more.logger.warn(logLine("Walmart: counts of webhooks could not be kept", error))
      }
    })
  }

  /** How an account receives events; null when the options have no such account, it receives none, or its secret is not set yet. */
  receiver(accountId: string): Receiver | null {
    const account = this.options.accounts.find(({ id }) => id === accountId)
    const auth = account && webhookAuthOf(account, this.more.secrets().get(accountId))
    return auth ? { auth, url: account.webhooks?.url || null } : null
  }

  /** How far back an event's own time may lie, in milliseconds. */
  get windowMs(): number {
    return this.options.webhookWindowHours * 3_600_000
  }

  /** Keeps an event about a return and that returns are to be polled. @returns false for a repetition, which changes nothing */
  storeReturn(accountId: string, event: ReturnEvent): Promise<boolean> {
    return storeReturnEvent(this.db, accountId, event)
  }

  /** Keeps an event and that its order is to be read. */
  store(accountId: string, event: OrderEvent): Promise<StoredEvent> {
    return storeEvent(this.db, accountId, event)
  }

  /** Asks for a read of each open or recent order that Walmart has not shown for a day. @returns how many were asked for */
  requestDailyReads(): Promise<number> {
    const accountIds = this.options.accounts.map(({ id }) => id)
    return requestDailyReads(this.db, accountIds)
  }

  /** Claims some orders whose read is due. */
  claimReads(limit: number): Promise<ClaimedRead[]> {
    const accountIds = this.options.accounts.map(({ id }) => id)
    return claimReads(this.db, { accountIds, limit, leaseMs: this.options.leaseMs })
  }

  /** Ends a read that succeeded. */
  finishRead(claim: ClaimedRead, outcome: string): Promise<void> {
    return finishRead(this.db, claim, outcome)
  }

  /** Ends a read that failed. */
  postponeRead(claim: ClaimedRead, error: string): Promise<void> {
    return postponeRead(this.db, claim, error)
  }

  /** How an account's webhooks are doing. */
  report(accountId: string): Promise<WebhookReport> {
    return webhookReport(this.db, accountId)
  }

  /** What decides how often an account is polled. */
  signs(accountId: string): ReturnType<typeof webhookSigns> {
    return webhookSigns(this.db, accountId)
  }
}
