import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Fault, type Simulator, startSimulator } from "../../../simulator"
import { ensureAccounts } from "../../../src/modules/walmart/accounts/account-sql"
import { enqueue } from "../../../src/modules/walmart/queue/enqueue-sql"
import { loadUpdates } from "../../../src/modules/walmart/queue/update-sql"
import {
  parseOptions,
  type WalmartOptions,
  type WalmartPluginOptions,
} from "../../../src/modules/walmart/config/options"
import { databaseNow, saveOrder } from "../../../src/modules/walmart/orders/order-sql"
import type { SenderDeps } from "../../../src/modules/walmart/queue/senders/sender"
import type { PlannedUpdate } from "../../../src/walmart/updates/model/update"
import { waitingForALock } from "../../../testing/connect"
import { createDatabase, type FaultDatabase } from "./database"
import { type Asked, type Finding, judge } from "./oracle"
import { TcpProxy } from "./proxy"
import { judgeShelf } from "./stock/shelf-oracle"
import { createSender, type Sender } from "./sender"

/** The account every fault test sends for. */
export const ACCOUNT = "main"

/** How long a held call waits in the simulator: for `release()`, or for the end of the test. */
export const HELD_MS = 3_600_000

/** A Walmart order that the module knows. */
export interface KnownOrder {
  id: string
  po: string
}

/** The hot row of an order, as the tests look at it. */
export interface QueueRow {
  state: string
  next_due_at: Date | null
  leased: boolean
  fence: number
  in_doubt: boolean
  attempts: number
  refusals: number
  last_error_code: string | null
}

/** A simulated Walmart, a database with the module's tables, and what happened on them. */
export class Stage {
  readonly asked: Asked[] = []

  private constructor(
    readonly simulator: Simulator,
    readonly database: FaultDatabase,
    readonly pluginOptions: WalmartPluginOptions,
    readonly options: WalmartOptions,
    /** Between this process and Walmart. */
    readonly proxy: TcpProxy
  ) {}

  /** Starts both. Times are the shipped defaults unless `options` says otherwise. */
  static async start(options: WalmartPluginOptions = {}): Promise<Stage> {
    const [simulator, database] = await Promise.all([
      startSimulator({ port: 0, ownRules: true }),
      createDatabase(),
    ])
    simulator.control.run("POST", "rate-limits", { off: true })
    const account = { id: ACCOUNT, clientId: "demo-client", clientSecret: "demo-secret" }
    const proxy = await TcpProxy.start({ host: "127.0.0.1", port: simulator.port })
    const baseUrl = `http://127.0.0.1:${proxy.port}`
    const all = { ...options, accounts: [{ ...account, baseUrl }] }
    const stage = new Stage(simulator, database, all, parseOptions(all), proxy)
    await ensureAccounts(database.db, [{ id: ACCOUNT }])
    return stage
  }

  async close(): Promise<void> {
    await this.proxy.close()
    await this.simulator.close()
    await this.database.drop()
  }

  get db(): Knex {
    return this.database.db
  }

  /** A sender in this process. */
  sender(change?: (deps: SenderDeps) => SenderDeps): Sender {
    return createSender(this.db, this.options, change)
  }

  /** A sender with other options, such as wrong keys. */
  senderWith(options: WalmartOptions): Sender {
    return createSender(this.db, options)
  }

  /** An order at Walmart that the module has read, one line per quantity. */
  async anOrder(quantities: number[] = [2], status = "Acknowledged"): Promise<KnownOrder> {
    const lines = quantities.map((quantity, index) => ({
      sku: `MUG-${index + 1}`,
      quantity,
      price: 10 * quantity,
    }))
    const { purchaseOrderId: po } = this.simulator.control.createOrder({ lines, status })
    const { client, market } = this.sender().deps
    const readAt = await databaseNow(this.db)
    const order = await client.getOrder(po)
    const { id } = await saveOrder(this.db, { accountId: ACCOUNT, order, market, readAt })
    return { id, po }
  }

  /** Queues updates of an order, in a transaction of the caller's when one is given. @returns ids of new updates */
  async enqueue(order: KnownOrder, updates: PlannedUpdate[], db = this.db): Promise<string[]> {
    this.remember(order, updates)
    const target = { id: order.id, accountId: ACCOUNT, deadlineAt: new Date() }
    return enqueue(db, target, updates, "test")
  }

  /** Writes down what is asked for, outside the database, for the judgment at the end. */
  remember(order: KnownOrder, updates: PlannedUpdate[]): void {
    for (const update of updates) {
      const isSame = (one: Asked) =>
        one.walmartOrderId === order.id && one.update.uniqueKey === update.uniqueKey
      if (!this.asked.some(isSame))
        this.asked.push({ purchaseOrderId: order.po, walmartOrderId: order.id, update })
    }
  }

  /** Resolves when another connection to this database waits for a lock. */
  async isWaitingForLock(): Promise<void> {
    while ((await waitingForALock(this.db)) === 0);
  }

  /** Arms a fault for the next call to a route, or for those of one order. */
  fault(
    route: string,
    fault: Fault,
    more: { times?: number; purchaseOrderId?: string } = {}
  ): void {
    this.simulator.control.run("POST", "faults", { route, fault, ...more })
  }

  /** Lets the calls that a fault holds back go on now. */
  release(): void {
    this.simulator.control.run("POST", "faults/release")
  }

  /** Disarms all faults. */
  calm(): void {
    this.simulator.control.run("DELETE", "faults")
  }

  /**
   * Lets database time pass: every stored time moves into the past by `ms`, which is what a clock that runs on by `ms` looks
   * like. So that tests run with the shipped times of minutes and take milliseconds.
   */
  async pass(ms: number): Promise<void> {
    const back = `- ${ms}::float * interval '1 millisecond'`
    await this.db.raw(
      `UPDATE walmart_queue SET next_due_at = next_due_at ${back}, first_failed_at = first_failed_at ${back}`
    )
    await this.db.raw(
      `UPDATE walmart_rate_limit SET open_until = open_until ${back}, refilled_at = refilled_at ${back}`
    )
    await this.db.raw(
      `UPDATE walmart_attempt SET started_at = started_at ${back}, finished_at = finished_at ${back},
         unseen_at = unseen_at ${back}`
    )
    await this.db.raw(`UPDATE walmart_account SET blocked_until = blocked_until ${back}`)
  }

  /** Lets a call in doubt be repeated: two settle times pass, with a look of a sender behind each. */
  async passTwoReads(change?: (deps: SenderDeps) => SenderDeps): Promise<void> {
    for (let reads = 0; reads < 2; reads++) {
      await this.pass(this.options.settleMs)
      await this.sender(change).round()
    }
  }

  /** Statuses of an order's updates, in sequence. */
  async statuses({ id }: KnownOrder): Promise<string[]> {
    return (await loadUpdates(this.db, id)).map(({ status }) => status)
  }

  async queue({ id }: KnownOrder): Promise<QueueRow> {
    const { rows } = await this.db.raw<{ rows: QueueRow[] }>(
      "SELECT * FROM walmart_queue WHERE subject_id = ?",
      [id]
    )
    return rows[0]
  }

  /** Outcomes of an order's calls, oldest first. */
  async outcomes({ id }: KnownOrder): Promise<string[]> {
    const { rows } = await this.db.raw<{ rows: { outcome: string }[] }>(
      "SELECT outcome FROM walmart_attempt WHERE subject_id = ? ORDER BY started_at",
      [id]
    )
    return rows.map(({ outcome }) => outcome)
  }

  /** Why the first update that waits for a person waits. */
  async attention({
    id,
  }: KnownOrder): Promise<{ error_code: string; error: string; remedy: string }> {
    const { rows } = await this.db.raw(
      `SELECT error_code, error, remedy FROM walmart_update
       WHERE walmart_order_id = ? AND status = 'needs_attention' ORDER BY sequence LIMIT 1`,
      [id]
    )
    return rows[0]
  }

  /** Units that Walmart accepted as shipped from us. */
  shipped({ po }: KnownOrder): number {
    const entries = this.simulator.control.ledger(po)
    return entries
      .filter(({ effect, by }) => effect === "shipped" && by === "seller_api")
      .reduce((sum, { quantity }) => sum + quantity, 0)
  }

  /** Write calls that Walmart saw for an order. */
  posts({ po }: KnownOrder): number {
    const seen = this.simulator.control.requests(`/v3/orders/${po}/`)
    return seen.filter(({ method }) => method === "POST").length
  }

  /** What must not be, judged from Walmart's ledger; with `isOver` also what never arrived. */
  async findings(isOver = false): Promise<Finding[]> {
    const ledger = this.simulator.control.ledger()
    return [
      ...(await judge(this.db, this.asked, ledger, isOver)),
      ...(await judgeShelf(this.db, ledger, isOver)),
      ...(await this.unrecorded()),
    ]
  }

  /** Calls are written down before they are made: Walmart cannot have seen more of an order's than there are records. */
  private async unrecorded(): Promise<Finding[]> {
    const { rows } = await this.db.raw<{ rows: { po: string; calls: number }[] }>(
      `SELECT o.purchase_order_id AS po, count(a.id)::int AS calls FROM walmart_order o
       LEFT JOIN walmart_attempt a ON a.subject_id = o.id GROUP BY 1`
    )
    const recorded = new Map(rows.map(({ po, calls }) => [po, calls]))
    return [...this.postsByOrder()]
      .filter(([po, posts]) => posts > (recorded.get(po) ?? 0))
      .map(([po, posts]) => ({ what: "unrecorded", detail: `${po}: ${posts} calls` }))
  }

  private postsByOrder(): Map<string, number> {
    const counts = new Map<string, number>()
    for (const { method, path } of this.simulator.control.requests("/v3/orders/")) {
      const [, po] = /^\/v3\/orders\/(\w+)\//.exec(path) ?? []
      if (method === "POST" && po) counts.set(po, (counts.get(po) ?? 0) + 1)
    }
    return counts
  }
}
