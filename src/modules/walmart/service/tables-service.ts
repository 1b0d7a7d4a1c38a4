import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import { KeyRing } from "../accounts/key-ring"
import { ACCOUNT_KEYS, WEBHOOK_SECRETS } from "../accounts/vaults"
import { withStoredKeys } from "../config/stored-keys"
import { WalmartAccount } from "../models/walmart-account"
import { WalmartAccountKey } from "../models/walmart-account-key"
import { WalmartAttempt } from "../models/walmart-attempt"
import { WalmartCarrierChoice } from "../models/walmart-carrier-choice"
import { WalmartNotification } from "../models/walmart-notification"
import { WalmartQueue } from "../models/walmart-queue"
import { WalmartOrder, WalmartOrderLine } from "../models/walmart-order"
import { WalmartRateLimit } from "../models/walmart-rate-limit"
import { WalmartReadRequest } from "../models/walmart-read-request"
import { WalmartReturn } from "../models/walmart-return"
import { WalmartStock } from "../models/walmart-stock"
import { WalmartStockFeed } from "../models/walmart-stock-feed"
import { WalmartUpdate } from "../models/walmart-update"
import { WalmartWebhookCount } from "../models/walmart-webhook-count"
import { WalmartWebhookEvent } from "../models/walmart-webhook-event"
import { WalmartWebhookSecret } from "../models/walmart-webhook-secret"
import { parseOptions, type WalmartOptions } from "../config/options"
import { Tables } from "../maintenance/tables"

/** What Medusa gives the module. */
export interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  logger: Logger
}

/** The plugin's tables with their generated reads and writes, its options, and whether the database is migrated. */
export class TablesService extends MedusaService({
  WalmartAccount,
  WalmartAccountKey,
  WalmartAttempt,
  WalmartCarrierChoice,
  WalmartNotification,
  WalmartQueue,
  WalmartOrder,
  WalmartOrderLine,
  WalmartRateLimit,
  WalmartReadRequest,
  WalmartReturn,
  WalmartStock,
  WalmartStockFeed,
  WalmartUpdate,
  WalmartWebhookCount,
  WalmartWebhookEvent,
  WalmartWebhookSecret,
}) {
  /** The plugin's options with every default filled in, and with the keys that are in force now. */
  readonly options: WalmartOptions
  /** Keys that were set in the settings. */
  readonly keys: KeyRing
  /** Secrets of webhooks that were set in the settings. */
  readonly webhookSecrets: KeyRing
  /** Whether the database is migrated. */
  readonly tables: Tables
  protected readonly db: Knex
  protected readonly logger: Logger

  /** @throws Error that names every wrong option */
  constructor(dependencies: Dependencies, options?: Record<string, unknown>) {
    super(dependencies, options)
    this.db = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.logger = dependencies.logger
    const parsed = parseOptions(options)
    this.keys = new KeyRing(this.db, ACCOUNT_KEYS, parsed, this.logger)
    this.webhookSecrets = new KeyRing(this.db, WEBHOOK_SECRETS, parsed, this.logger)
    this.options = withStoredKeys(parsed, this.keys.inForce)
    this.tables = new Tables(() => this.readTables(), this.logger)
  }

  /** Reads every column of every table; one row of each is enough. */
  private async readTables(): Promise<void> {
    const one = { take: 1 }
    await Promise.all([
      this.listWalmartAccounts({}, one),
      this.listWalmartAccountKeys({}, one),
      this.listWalmartAttempts({}, one),
      this.listWalmartCarrierChoices({}, one),
      this.listWalmartNotifications({}, one),
      this.listWalmartQueues({}, one),
      this.listWalmartOrders({}, one),
      this.listWalmartOrderLines({}, one),
      this.listWalmartRateLimits({}, one),
      this.listWalmartReadRequests({}, one),
      this.listWalmartReturns({}, one),
      this.listWalmartStocks({}, one),
      this.listWalmartStockFeeds({}, one),
      this.listWalmartUpdates({}, one),
      this.listWalmartWebhookCounts({}, one),
      this.listWalmartWebhookEvents({}, one),
      this.listWalmartWebhookSecrets({}, one),
    ])
  }
}
