import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, MedusaService } from "@medusajs/framework/utils"
import type { WalmartClient } from "../../walmart/api/client"
import { type Market, marketOf } from "../../walmart/markets/markets"
import type { Discrepancy } from "../../walmart/reconciliation/figures/discrepancy"
import type { Order } from "../../walmart/orders/order"
import type { KeptConcern } from "../../walmart/checks/shipment-concerns"
import type { SharedNumber } from "../../walmart/checks/shared-numbers"
import type {
  KnownUpdate,
  LineCancellation,
  PlannedUpdate,
  UpdateKind,
  UpdateStatus,
} from "../../walmart/updates/model/update"
import { JobClock } from "./scheduler/clock"
import {
  type Absence,
  absenceOf,
  absenceTexts,
  type MissingAccount,
  sentences,
} from "./config/absent-account"
import { blockAccount, ensureAccounts, tickAccounts, unblockAccount } from "./accounts/account-sql"
import { warnOfClaimIndex } from "./queue/claim-index"
import { clientFor } from "./accounts/clients"
import {
  runWorkers,
  type SendRunDeps,
  type SendRequest,
  type SendResult,
  together,
} from "./queue/worker/run-workers"
import { CountCache } from "./common/count-cache"
import {
  type DismissedDiscrepancy,
  dismissDiscrepancies,
  saveDiscrepancies,
} from "./orders/discrepancy-sql"
import { enqueue } from "./queue/enqueue-sql"
import { findOrders, type FoundOrders, type PageSearch } from "./reports/find-orders-sql"
import { logLine, oneLine } from "./common/failure"
import { intervene, type Intervention, type InterventionOutcome } from "./queue/intervene-sql"
import { prune } from "./maintenance/prune-sql"
import { StockDesk } from "./queue/stock/stock-desk"
import { loadUpdates, loadUpdatesOf } from "./queue/update-sql"
import { WalmartAccount } from "./models/walmart-account"
import { WalmartAttempt } from "./models/walmart-attempt"
import { WalmartCarrierChoice } from "./models/walmart-carrier-choice"
import { WalmartNotification } from "./models/walmart-notification"
import { WalmartQueue } from "./models/walmart-queue"
import { WalmartOrder } from "./models/walmart-order"
import { WalmartOrderLine } from "./models/walmart-order-line"
import { WalmartRateLimit } from "./models/walmart-rate-limit"
import { WalmartReadRequest } from "./models/walmart-read-request"
import { WalmartStock } from "./models/walmart-stock"
import { WalmartUpdate } from "./models/walmart-update"
import { WalmartWebhookCount } from "./models/walmart-webhook-count"
import { WalmartWebhookEvent } from "./models/walmart-webhook-event"
import { lensOf } from "./config/lens"
import { Kick } from "./scheduler/kick"
import { WakeUps } from "./scheduler/wake-ups"
import { type AccountOptions, parseOptions, type WalmartOptions } from "./config/options"
import { type CancellationRate, cancellationRate } from "./reports/cancellation-rate-sql"
import { orderFacts, type OrderFacts } from "./reports/order-facts-sql"
import { databaseNow, orderIdsNamed, saveOrder, type SavedOrder } from "./orders/order-sql"
import { orderCounts, type OrderCounts } from "./reports/report-sql"
import {
  chooseReason,
  forgetLineCancellation,
  type FormerChoice,
  keepLineCancellation,
  restoreReason,
  takeReasonBack,
} from "./orders/reason-sql"
import { type EffectiveSettings, effectiveSettings } from "./config/settings"
import {
  type ChangedOrder,
  changedOrders,
  type Looked,
  noteLooked,
  unfinishedOrders,
} from "./orders/sweep-sql"
import { renamedText, sellerOf } from "./config/seller"
import { formerAccountOf, missingAccounts } from "./accounts/seller-sql"
import { sharedNumbers } from "./orders/shared-numbers-sql"
import { Tables } from "./maintenance/tables"
import { refreshUnchanged } from "./orders/unchanged-sql"
import { within } from "./common/within"
import { pruneEvents } from "./webhooks/event-sql"
import { Webhooks } from "./webhooks/webhooks"
import {
  type AccountReport,
  accountReports,
  attemptCounts,
  attemptIds,
  type BacklogReport,
  backlogReports,
} from "./reports/status-sql"

/** What was decided beforehand about shipping a fulfillment. */
export interface ShippingChoice {
  carrier: string | null
  tracking_url: string | null
  chosen_by: string | null
  /** Ship although the customer asked Walmart to cancel. */
  ship_anyway: boolean
  ship_anyway_by: string | null
  /** What the Ship screen asked about; null when it asked nothing. */
  concerns: KeptConcern[] | null
}

/** Which updates are meant, by columns and their values; several values of a column are alternatives. */
type UpdateFilters = Partial<
  Record<"account_id" | "walmart_order_id" | "error_code", string[]> & {
    status: UpdateStatus[]
    kind: UpdateKind[]
  }
>

/** Open orders of which nothing has changed that a sweep looks at nevertheless, so that all are looked at within days. */
const LOOKED_AT_AGAIN = 10

/** What writing down the answer of a call may take. */
const RECORDING_MS = 2_000

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  logger: Logger
}

/** The module's service: generated reads and writes of its tables, and the few things that must be said in SQL. */
export default class WalmartModuleService extends MedusaService({
  WalmartAccount,
  WalmartAttempt,
  WalmartCarrierChoice,
  WalmartNotification,
  WalmartQueue,
  WalmartOrder,
  WalmartOrderLine,
  WalmartRateLimit,
  WalmartReadRequest,
  WalmartStock,
  WalmartUpdate,
  WalmartWebhookCount,
  WalmartWebhookEvent,
}) {
  /** The plugin's options with every default filled in. */
  readonly options: WalmartOptions
  /** When the recurring jobs do their work in this process. */
  readonly clock: JobClock
  /** Sends for single orders, at once. */
  readonly wakeUps: WakeUps
  /** Reads orders that webhooks ask for, at once. */
  readonly reads = new Kick()
  /** Walmart's events, and the reads that they ask for. */
  readonly webhooks: Webhooks
  /** Notifying people at once, one run for many events. */
  readonly notifying = new Kick()
  /** Whether the database is migrated. */
  readonly tables: Tables
  /** Figures of stock that Walmart shall have. */
  readonly stock: StockDesk
  private readonly db: Knex
  private readonly logger: Logger
  private readonly clients = new Map<string, WalmartClient>()
  private readonly notes = new Set<string>()
  private readonly counts = new CountCache(Date.now)
  private stopping = false
  private running = new Set<Promise<unknown>>()

  /** @throws Error that names every wrong option */
  constructor(dependencies: Dependencies, options?: Record<string, unknown>) {
    super(dependencies, options)
    this.options = parseOptions(options)
    this.clock = new JobClock(this.options.schedules, Date.now)
    this.wakeUps = new WakeUps(this.options.concurrency, () => this.clock.start("send"))
    this.db = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.logger = dependencies.logger
    this.webhooks = new Webhooks(this.db, this.options, this.logger)
    this.stock = new StockDesk(this.db)
    this.tables = new Tables(() => this.readTables(), this.logger)
  }

  /** Reads every column of every table; one row of each is enough. */
  private async readTables(): Promise<void> {
    const one = { take: 1 }
    await Promise.all([
      this.listWalmartAccounts({}, one),
      this.listWalmartAttempts({}, one),
      this.listWalmartCarrierChoices({}, one),
      this.listWalmartNotifications({}, one),
      this.listWalmartQueues({}, one),
      this.listWalmartOrders({}, one),
      this.listWalmartOrderLines({}, one),
      this.listWalmartRateLimits({}, one),
      this.listWalmartReadRequests({}, one),
      this.listWalmartStocks({}, one),
      this.listWalmartUpdates({}, one),
      this.listWalmartWebhookCounts({}, one),
      this.listWalmartWebhookEvents({}, one),
    ])
  }

  /**
   * At the start: says when the database is not migrated or an account was renamed, and warns when the index that is claimed from is not usable. On SIGTERM: claims nothing more and lets running calls
   * end, so that their outcome is known; what hangs on something else is left after the time that a call may take.
   */
  __hooks = {
    onApplicationStart: async (): Promise<void> => {
      if (!(await this.tables.ready())) return
      await warnOfClaimIndex(this.db, this.logger)
      await this.checkAccounts()
    },
    onApplicationPrepareShutdown: async (): Promise<void> => {
      this.stopping = true
      const running = [
        this.clock.stop(),
        this.wakeUps.stop(),
        this.reads.stop(),
        this.webhooks.tally.flush(),
        this.notifying.stop(),
        ...this.running,
      ]
      const longestMs = this.options.callTimeoutMs + RECORDING_MS
      if (await within(longestMs, Promise.allSettled(running))) return
      this.logger.warn("Walmart: what hangs is left unfinished; another process goes on with it")
    },
  }

  /** The process is about to end: what takes long stops soon, and goes on in another process. */
  get isStopping(): boolean {
    return this.stopping
  }

  /** Whether the options have the account with its keys; one that is taken out of them leaves its orders behind. */
  readonly hasAccount = (accountId: string): boolean =>
    this.options.accounts.some(({ id }) => id === accountId)

  /** Why the options do not have an account, or have it without keys. */
  readonly absence = (accountId: string): Absence => absenceOf(this.options, accountId)

  /** @throws MedusaError NOT_FOUND when the options have no such account, or have it without keys */
  readonly account = (accountId: string): AccountOptions => {
    const account = this.options.accounts.find(({ id }) => id === accountId)
    if (account) return account
    throw new MedusaError(MedusaError.Types.NOT_FOUND, sentences(this.absence(accountId)))
  }

  /** Rules of the account's market, with the store's overrides. */
  readonly market = (accountId: string): Market => {
    const { market, marketOverrides } = this.account(accountId)
    return marketOf(market, marketOverrides)
  }

  /** The account's client; one per process, because it keeps the access token. */
  readonly client = (accountId: string): WalmartClient => {
    const existing = this.clients.get(accountId)
    if (existing) return existing
    const client = clientFor(this.db, this.account(accountId), this.options)
    this.clients.set(accountId, client)
    return client
  }

  /** How many updates meet the filters; a number above ten thousand may be a minute old. */
  countUpdates(filters: UpdateFilters): Promise<number> {
    return this.counts.of(`updates of ${JSON.stringify(filters)}`, async () => {
      const [, count] = await this.listAndCountWalmartUpdates(filters, { take: 1, select: ["id"] })
      return count
    })
  }

  /** The database's clock, the only one that decides anything. */
  async databaseNow(): Promise<Date> {
    return databaseNow(this.db)
  }

  /** Writes what was read from Walmart; an older read never overwrites a newer one. */
  async saveOrder(accountId: string, order: Order, readAt: Date): Promise<SavedOrder> {
    return saveOrder(this.db, { accountId, order, market: this.market(accountId), readAt })
  }

  /** Notes that unchanged orders were read again, all at once. @returns the rows of those, by purchase order number */
  async refreshUnchanged(
    accountId: string,
    orders: Order[],
    readAt: Date
  ): Promise<Map<string, SavedOrder>> {
    const market = this.market(accountId)
    return refreshUnchanged(this.db, { accountId, orders, market, readAt })
  }

  /** Ids of the Walmart orders that an id, the id of a Medusa order or a purchase order number means. */
  async orderIdsNamed(name: string): Promise<string[]> {
    return orderIdsNamed(this.db, name)
  }

  /** Makes sure every account with keys has its row. */
  async ensureAccounts(): Promise<void> {
    const accounts = this.options.accounts.map((one) => ({ id: one.id, seller: sellerOf(one) }))
    await ensureAccounts(this.db, accounts)
  }

  /** Why nothing may be imported for an account, because another one has its seller's orders; null when it may. */
  async sellerMistake(accountId: string): Promise<string | null> {
    const former = await formerAccountOf(this.db, accountId, sellerOf(this.account(accountId)))
    return former === null ? null : renamedText(accountId, former)
  }

  /** Accounts that have open orders, but that the options do not name or name without keys. */
  async missingAccounts(): Promise<MissingAccount[]> {
    const ids = this.options.accounts.map(({ id }) => id)
    return missingAccounts(this.db, ids)
  }

  /** Those of the texts that were not given before in this process, so that each is logged once. */
  readonly newNotes = (texts: string[]): string[] => {
    const fresh = texts.filter((text) => !this.notes.has(text))
    for (const text of fresh) this.notes.add(text)
    return fresh
  }

  /** Says at the start what is wrong between the options and what is in the store. Never throws: the store must start. */
  private async checkAccounts(): Promise<void> {
    try {
      await this.sayWrongAccounts()
    } catch (error) {
      this.logger.warn(logLine("Walmart: the accounts of the options could not be checked", error))
    }
  }

  private async sayWrongAccounts(): Promise<void> {
    await this.ensureAccounts()
    const mistakes = this.options.accounts.map(({ id }) => this.sellerMistake(id))
    for (const text of await Promise.all(mistakes))
      if (text) this.logger.error(oneLine(`Walmart: ${text}`))
    const absences = absenceTexts(this.options, await this.missingAccounts())
    for (const text of absences) this.logger.warn(oneLine(`Walmart: ${text}`))
  }

  /** Queues updates of a Walmart order. Repeating it adds nothing. @returns ids of new updates */
  async enqueue(
    walmartOrderId: string,
    updates: PlannedUpdate[],
    requestedBy: string
  ): Promise<string[]> {
    const order = await this.retrieveWalmartOrder(walmartOrderId)
    const deadlineAt = order.ship_by ?? order.ordered_at
    const target = { id: order.id, accountId: order.account_id, deadlineAt }
    return enqueue(this.db, target, updates, requestedBy)
  }

  /** Settings of every account: what was edited in the admin, else the options. */
  async accountSettings(): Promise<(accountId: string) => EffectiveSettings> {
    const rows = await this.listWalmartAccounts({})
    const edited = new Map(rows.map((row) => [row.id, row.settings]))
    return (accountId) => effectiveSettings(this.account(accountId), edited.get(accountId) ?? null)
  }

  /**
   * Orders that the sweep has to look at, by id: open at Walmart or changed there within a day, and not as they were when they were
   * last compared; also a few that have not been looked at for a day.
   */
  async changedOrders(): Promise<ChangedOrder[]> {
    const settings = await this.accountSettings()
    const lenses = this.options.accounts.map((account) => [
      account.id,
      lensOf(this.options, account, settings(account.id)),
    ])
    return changedOrders(this.db, { lenses: Object.fromEntries(lenses), again: LOOKED_AT_AGAIN })
  }

  /** Remembers what the sweep has looked at. */
  async noteLooked(looked: Looked): Promise<void> {
    await noteLooked(this.db, looked)
  }

  /** Orders that the sweep found changed and has not finished. @returns Medusa order ids */
  async unfinishedOrders(): Promise<string[]> {
    return unfinishedOrders(this.db)
  }

  /** All updates of an order in their sequence, as planner and sender see them. */
  async knownUpdates(walmartOrderId: string): Promise<KnownUpdate[]> {
    return loadUpdates(this.db, walmartOrderId)
  }

  /** All updates of the Walmart orders of these Medusa orders, by Walmart order. */
  async updatesOfOrders(orderIds: string[]): Promise<Map<string, KnownUpdate[]>> {
    return loadUpdatesOf(this.db, orderIds)
  }

  /** Keeps what was found different about an order. @returns what of it is news */
  async saveDiscrepancies(walmartOrderId: string, found: Discrepancy[]): Promise<Discrepancy[]> {
    return saveDiscrepancies(this.db, walmartOrderId, found)
  }

  /** Dismisses differences of an order, until their figures change. @returns how many */
  async dismissDiscrepancies(
    walmartOrderId: string,
    dismissal: Pick<DismissedDiscrepancy, "by" | "note">,
    isMeant: (discrepancy: Discrepancy) => boolean = () => true
  ): Promise<number> {
    return dismissDiscrepancies(this.db, walmartOrderId, dismissal, isMeant)
  }

  /** Applies what a person decided about an update. */
  async intervene(updateId: string, intervention: Intervention): Promise<InterventionOutcome> {
    return intervene(this.db, updateId, intervention)
  }

  /** Keeps a person's reason on an order, or takes it back with null. */
  async chooseReason(
    walmartOrderId: string,
    { reason, by }: { reason: string | null; by: string }
  ): Promise<void> {
    if (reason === null) return takeReasonBack(this.db, walmartOrderId, by)
    return chooseReason(this.db, walmartOrderId, { reason, by })
  }

  /** Puts a person's former choice back. */
  async restoreReason(former: FormerChoice): Promise<void> {
    return restoreReason(this.db, former)
  }

  /** Keeps the reason of units that an order change is about to take out. */
  async keepLineCancellation(walmartOrderId: string, kept: LineCancellation): Promise<void> {
    return keepLineCancellation(this.db, walmartOrderId, kept)
  }

  /** Forgets the reason of an order change that came to nothing. */
  async forgetLineCancellation(walmartOrderId: string, changeId: string): Promise<void> {
    return forgetLineCancellation(this.db, walmartOrderId, changeId)
  }

  /** Which of these tracking numbers other orders have too, by updates that are wanted. */
  async sharedNumbers(walmartOrderId: string, trackingNumbers: string[]): Promise<SharedNumber[]> {
    return sharedNumbers(this.db, walmartOrderId, trackingNumbers)
  }

  /** What was decided about shipping a fulfillment; null when nothing was. */
  async shippingChoice(fulfillmentId: string): Promise<ShippingChoice | null> {
    const [known] = await this.listWalmartCarrierChoices({ fulfillment_id: fulfillmentId })
    if (!known) return null
    const { carrier, tracking_url, chosen_by, ship_anyway, ship_anyway_by } = known
    const concerns = known.concerns as KeptConcern[] | null
    return { carrier, tracking_url, chosen_by, ship_anyway, ship_anyway_by, concerns }
  }

  /** Keeps what was decided about shipping a fulfillment instead of what was decided before; null forgets it. */
  async saveShippingChoice(fulfillmentId: string, choice: ShippingChoice | null): Promise<void> {
    const fulfillment_id = fulfillmentId
    const [known] = await this.listWalmartCarrierChoices({ fulfillment_id })
    const row = choice && { ...choice, concerns: choice.concerns as Record<string, unknown> | null }
    if (!row) await this.deleteWalmartCarrierChoices({ fulfillment_id })
    else if (known) await this.updateWalmartCarrierChoices({ id: known.id, ...row })
    else await this.createWalmartCarrierChoices({ fulfillment_id, ...row })
  }

  /** Deletes what is older than the retention, never unfinished work. @returns rows deleted */
  async prune(): Promise<number> {
    const { retentionDays } = this.options
    return (await prune(this.db, retentionDays)) + (await pruneEvents(this.db, retentionDays))
  }

  /**
   * One send run: claims due queues, most urgent first, and sends for them, several at a time. Safe to run in none,
   * one or many processes at once. An account that is paused, in dry run or blocked is left alone.
   */
  async sendDue(request: SendRequest = {}): Promise<SendResult> {
    if (this.options.accounts.length === 0) return { finished: [], claimed: 0 }
    await this.ensureAccounts()
    const accounts = await tickAccounts(this.db, this.options.accounts)
    const runs = accounts.map((id) =>
      this.track(runWorkers(this.sendRunDeps(id, request), request))
    )
    return together(runs, this.logger)
  }

  private async track<T>(work: Promise<T>): Promise<T> {
    this.running.add(work)
    return work.finally(() => this.running.delete(work))
  }

  private sendRunDeps(accountId: string, { readStock }: SendRequest): SendRunDeps {
    const sendsStock = this.account(accountId).stock !== "off"
    return {
      accountId,
      logger: this.logger,
      sender: {
        db: this.db,
        client: this.client(accountId),
        market: this.market(accountId),
        options: this.options,
        sendsStock,
        readStock: sendsStock ? readStock : undefined,
        now: Date.now,
        random: Math.random,
        isStopping: () => this.stopping,
        onAccountTrouble: (failure) => blockAccount(this.db, accountId, failure),
        failpoint: () => {},
      },
    }
  }

  /** Credentials work again: sends go on at once. */
  async unblockAccount(accountId: string): Promise<void> {
    await unblockAccount(this.db, accountId)
  }

  /** A page of Walmart orders: their ids in order, and how many match. */
  async findOrders(search: PageSearch): Promise<FoundOrders> {
    return findOrders(this.db, search, this.counts)
  }

  /** Sync status, import status, update counts and next deadline of the given Walmart orders. */
  async orderFacts(ids: string[]): Promise<OrderFacts[]> {
    return orderFacts(this.db, ids)
  }

  /** How many orders of an account were canceled in the last 30 days for one of these reasons. */
  async cancellationRate(accountId: string, reasons: string[]): Promise<CancellationRate> {
    return cancellationRate(this.db, accountId, reasons)
  }

  /** Orders by status, need and deadline; null counts those of all accounts. */
  async orderCounts(accountIds: string[] | null): Promise<OrderCounts> {
    return orderCounts(this.db, accountIds, this.counts)
  }

  /** Calls made for each update of the given Walmart orders, by update id. */
  async attemptCounts(walmartOrderIds: string[]): Promise<Map<string, number>> {
    return attemptCounts(this.db, walmartOrderIds)
  }

  /** Calls made for one update, the latest 200, oldest first. */
  async attemptIds(update: { id: string; walmart_order_id: string }): Promise<string[]> {
    return attemptIds(this.db, update)
  }

  /** How sending is doing, by account id. */
  async accountReports(): Promise<(accountId: string) => AccountReport> {
    return accountReports(this.db)
  }

  /** What waits to be sent, by account id. */
  async backlogReports(): Promise<(accountId: string) => BacklogReport> {
    return backlogReports(this.db)
  }
}
