import type { KnownUpdate, PlannedUpdate } from "../../walmart/updates/model/update"
import { JobClock } from "./scheduler/clock"
import { blockAccount, tickAccounts } from "./accounts/account-sql"
import { warnOfClaimIndex } from "./queue/claim-index"
import {
  runWorkers,
  type SendRunDeps,
  type SendRequest,
  type SendResult,
  together,
} from "./queue/worker/run-workers"
import { logCall } from "./queue/log-outcome"
import { enqueueAll, type NewUpdate } from "./queue/enqueue-sql"
import { intervene, type Intervention, type InterventionOutcome } from "./queue/intervene-sql"
import { type PlanToSave, savePlan } from "./queue/save-plan-sql"
import { prune } from "./maintenance/prune-sql"
import { ReturnDesk } from "./queue/returns/return-desk"
import { StockDesk } from "./queue/stock/stock-desk"
import { loadUpdates, loadUpdatesOf } from "./queue/update-sql"
import { Kick } from "./scheduler/kick"
import { WakeUps } from "./scheduler/wake-ups"
import { traced } from "./common/tracing"
import { within } from "./common/within"
import { pruneEvents } from "./webhooks/event-sql"
import { Webhooks } from "./webhooks/webhooks"
import type { Dependencies } from "./service/tables-service"
import { ReportsService } from "./service/reports-service"

/** What writing down the answer of a call may take. */
const RECORDING_MS = 2_000

/**
 * The module's service: generated reads and writes of its tables, and the few things that must be said in SQL; here, its queue and what
 * it runs.
 */
export default class WalmartModuleService extends ReportsService {
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
  /** Figures of stock that Walmart shall have. */
  readonly stock: StockDesk
  /** Return orders, and the refunds that Walmart shall make of them. */
  readonly returns: ReturnDesk
  private stopping = false
  private running = new Set<Promise<unknown>>()

  /** @throws Error that names every wrong option */
  constructor(dependencies: Dependencies, options?: Record<string, unknown>) {
    super(dependencies, options)
    this.clock = new JobClock(this.options.schedules, Date.now)
    this.wakeUps = new WakeUps(this.options.concurrency, () => this.clock.start("send"))
    this.webhooks = new Webhooks(this.db, this.options, {
      logger: this.logger,
      secrets: this.webhookSecrets.inForce,
    })
    this.stock = new StockDesk(this.db)
    this.returns = new ReturnDesk(this.db)
  }

  /**
   * At the start: says when the database is not migrated or an account was renamed, and warns when the index that is claimed from is
   * not usable. On SIGTERM: claims nothing more and lets running calls end, so that their outcome is known; what hangs on something
   * else is left after the time that a call may take.
   */
  __hooks = {
    onApplicationStart: async (): Promise<void> => {
      await Promise.all([this.keys.go(), this.webhookSecrets.go()])
      if (!(await this.tables.ready())) return
      await warnOfClaimIndex(this.db, this.logger)
      await this.checkAccounts()
    },
    onApplicationPrepareShutdown: async (): Promise<void> => {
      this.stopping = true
      this.keys.stop()
      this.webhookSecrets.stop()
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

  /** The process is about to end: what takes long stops soon, and continues in another process. */
  get isStopping(): boolean {
    return this.stopping
  }

  /** Queues updates of a Walmart order. Repeating it adds nothing. @returns ids of new updates */
  async enqueue(
    walmartOrderId: string,
    updates: PlannedUpdate[],
    requestedBy: string
  ): Promise<string[]> {
    const added = await this.enqueueAll(new Map([[walmartOrderId, updates]]), requestedBy)
    return added.map(({ id }) => id)
  }

  /** The same for several Walmart orders at once. @param updates by order @returns the new updates */
  async enqueueAll(
    updates: Map<string, PlannedUpdate[]>,
    requestedBy: string
  ): Promise<NewUpdate[]> {
    const some = [...updates].filter(([, ofOrder]) => ofOrder.length > 0)
    if (some.length === 0) return []
    const targets = await this.sendTargetsOf(some.map(([id]) => id))
    const wanted = targets.map((order, place) => ({ order, updates: some[place][1] }))
    return enqueueAll(this.db, wanted, requestedBy)
  }

  /** Writes what the planner wants of a Walmart order's updates. @returns ids of new updates */
  async savePlan(walmartOrderId: string, plan: Omit<PlanToSave, "order">): Promise<string[]> {
    const [order] = await this.sendTargetsOf([walmartOrderId])
    return savePlan(this.db, { ...plan, order })
  }

  /** All updates of an order in their sequence, as planner and sender see them. */
  async knownUpdates(walmartOrderId: string): Promise<KnownUpdate[]> {
    return loadUpdates(this.db, walmartOrderId)
  }

  /** All updates of the Walmart orders of these Medusa orders, by Walmart order. */
  async updatesOfOrders(orderIds: string[]): Promise<Map<string, KnownUpdate[]>> {
    return loadUpdatesOf(this.db, orderIds)
  }

  /** Applies what a person decided about an update. */
  async intervene(updateId: string, intervention: Intervention): Promise<InterventionOutcome> {
    return intervene(this.db, updateId, intervention)
  }

  /** Deletes what is older than the retention, never unfinished work. @returns rows deleted */
  async prune(): Promise<number> {
    const { retentionDays, webhookWindowHours } = this.options
    // An event that may still be taken must be known, so that its repetition causes nothing.
    const eventDays = Math.max(retentionDays, webhookWindowHours / 24)
    return (await prune(this.db, retentionDays)) + (await pruneEvents(this.db, eventDays))
  }

  /**
   * One send run: claims due queues, most urgent first, and sends for them, several at a time. Safe to run in none,
   * one or many processes at once. An account that is paused, in dry run or blocked is left alone.
   */
  async sendDue(request: SendRequest = {}): Promise<SendResult> {
    if (this.options.accounts.length === 0) return { finished: [], claimed: 0 }
    const isWakeUp = request.subjectId !== undefined
    // Whoever is on the way to Walmart does not wait for what every scheduled run does.
    if (!isWakeUp) await this.ensureAccounts()
    const accounts = await tickAccounts(this.db, this.options.accounts, isWakeUp)
    const runs = accounts.map((id) =>
      this.track(
        traced("walmart send run", { "walmart.account": id }, () =>
          runWorkers(this.sendRunDeps(id, request), request)
        )
      )
    )
    return together(runs, this.logger)
  }

  private async track<T>(work: Promise<T>): Promise<T> {
    this.running.add(work)
    return work.finally(() => this.running.delete(work))
  }

  private sendRunDeps(accountId: string, { readStock }: SendRequest): SendRunDeps {
    const { stock, stockFeedFrom, dryRun } = this.account(accountId)
    const sendsStock = stock !== "off"
    return {
      ...{ accountId, stockFeedFrom, dryRun },
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
        onCall: (call) => logCall(this.logger, accountId, call),
        onAccountTrouble: (failure) => blockAccount(this.db, accountId, failure),
        failpoint: () => {},
      },
    }
  }
}
