import type { AxiosInstance } from "axios"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { AdminClient, type Label, type Units } from "../../testing/admin-client"
import { LATELY } from "../../testing/recent"
import { ADMIN, type SeededStore } from "../../testing/seed"
import { waitFor as wait, type WaitOptions } from "../../testing/wait-for"
import { templateStore } from "../../scripts/template-store"
import { type LedgerEntry, type Simulator, startSimulator } from "../../simulator"
import { WALMART_MODULE } from "../../src/modules/walmart"
import { JOBS, TICK_MS } from "../../src/modules/walmart/scheduler/clock"
import type WalmartModuleService from "../../src/modules/walmart/service"
import type { PollResult } from "../../src/workflows/import/polling/poll-result"
import type { WalmartPluginOptions } from "../../src/modules/walmart/config/options"
import { startClock } from "../../src/recurring/start-clock"
import { withBootedStore, withMigratedStore } from "./booted-store"
import { HeardEvents } from "./heard-events"

export { AdminRefusal } from "../../testing/admin-client"

let fileStore: TestStore | null = null

/**
 * Waits as in a running store: what a wake-up could not send, such as a call that took too long on a busy machine, goes with the
 * next tick. Nothing ticks as long as nobody waits.
 * @throws Error naming `what` when the time is over
 */
export async function waitFor<T>(what: string, look: () => T | Promise<T>, options?: WaitOptions) {
  const ticks = setInterval(() => fileStore?.tick(), TICK_MS)
  try {
    return await wait(what, look, options)
  } finally {
    clearInterval(ticks)
  }
}

/** What a suite changes in the store that it boots. */
export interface StoreSuiteOptions {
  /** Plugin options; laid over {@link testOptions}. */
  plugin?: WalmartPluginOptions
  /** It has a feature flag of Medusa whose modules have tables of their own. */
  hasFlag?: boolean
  /** Fields of the suite's account, such as `shipNodes`. */
  account?: Partial<AccountOptions>
  /** More accounts, each with an id and a key pair of its own, or without keys. */
  moreAccounts?: Pick<
    AccountOptions,
    "id" | "market" | "clientId" | "clientSecret" | "webhooks" | "importFrom"
  >[]
}

type AccountOptions = NonNullable<WalmartPluginOptions["accounts"]>[number]

/** A Walmart order and the Medusa order made of it. */
export interface ImportedOrder {
  purchaseOrderId: string
  customerOrderId: string
  orderId: string
}

/** Interval of a job that looks in once after boot and then never. */
export const NEVER_MS = 86_400_000

const MAIN = { id: "main", clientId: "demo-client", clientSecret: "demo-secret" }

/** An empty Walmart that knows the suite's key pairs. A refused one would be held against the store's next calls for two seconds. */
function openWalmart({ control }: Simulator, { account, moreAccounts = [] }: StoreSuiteOptions) {
  control.run("POST", "reset")
  for (const { clientId, clientSecret } of [{ ...MAIN, ...account }, ...moreAccounts]) {
    if (clientId === undefined) continue
    control.run("POST", "credentials", { clientId, clientSecret })
  }
}

/** A test runs the jobs itself. Short times, so that nothing is waited for. */
function testOptions(
  baseUrl: string,
  { plugin, account, moreAccounts = [] }: StoreSuiteOptions
): WalmartPluginOptions {
  // A suite that is about differences keeps those that Walmart makes; `mirror.spec.ts` has them made in Medusa, as a store has.
  const mirror = { cancellations: "report", shipments: "report", deliveries: "report" } as const
  const every = { baseUrl, importFrom: LATELY, mirror }
  return {
    accounts: [
      { ...MAIN, ...every, ...account },
      ...moreAccounts.map((one) => ({ ...every, ...one })),
    ],
    schedules: {
      sendEveryMs: NEVER_MS,
      pollEveryMs: NEVER_MS,
      sweepEveryMs: NEVER_MS,
      pruneEveryMs: NEVER_MS,
      readEveryMs: NEVER_MS,
      returnsEveryMs: NEVER_MS,
    },
    // No test of a store waits for it: it is long enough for a machine that has much else to do.
    callTimeoutMs: 20_000,
    settleMs: 300,
    leaseMarginMs: 5_000,
    leaseMs: 30_000,
    ...plugin,
  }
}

/** The store under test, from an admin user's and from Walmart's side. */
export class TestStore extends AdminClient {
  /** Ids of the seeded region, location, shipping options and variants. */
  readonly seeded: SeededStore = templateStore().seeded
  /** What the plugin has emitted for a store's subscribers since the boot. */
  readonly heard = new HeardEvents()

  constructor(
    http: AxiosInstance,
    readonly container: () => MedusaContainer,
    readonly simulator: () => Simulator
  ) {
    super(http)
  }

  /** Logs an admin user in; once per suite, before Medusa's runner takes its snapshot. */
  async prepare(): Promise<void> {
    await this.login(ADMIN)
    this.heard.listen(this.container())
    await this.firstRoundsEnd()
    await this.forgetFirstPoll()
  }

  /** A job looks in once behind the boot; later, in the middle of a test, it would take the test's faults and see its orders. */
  private async firstRoundsEnd(): Promise<void> {
    const clock = startClock(this.container())
    for (const job of JOBS) clock.look(job)
    await clock.runsEnd()
  }

  /** Sends what is due, without waiting for it. */
  tick(): void {
    startClock(this.container()).start("send")
  }

  private get walmart(): WalmartModuleService {
    return this.container().resolve<WalmartModuleService>(WALMART_MODULE)
  }

  /** A test's own poll is its store's first one. */
  private async forgetFirstPoll(): Promise<void> {
    const { walmart } = this
    const accounts = await walmart.listWalmartAccounts({}, { take: null })
    await walmart.deleteWalmartAccounts(accounts.map(({ id }) => id))
    await walmart.ensureAccounts()
  }

  /** Makes an order at Walmart; the body is that of `POST /v1/simulations/orders`. */
  simulateOrder(body: object): { purchaseOrderId: string; customerOrderId: string } {
    return this.simulator().control.createOrder(body)
  }

  /** Imports everything new at Walmart. @returns why an account could not be polled, if so */
  async importAll(): Promise<string | null> {
    const polls = await this.run<PollResult[]>("poll-walmart-orders", {})
    return polls.find(({ error }) => error !== null)?.error ?? null
  }

  /** Makes an order at Walmart and imports it. */
  async importOrder(body: object): Promise<ImportedOrder> {
    const order = this.simulateOrder(body)
    const error = await this.importAll()
    if (error) throw new Error(`Walmart could not be polled: ${error}`)
    return { ...order, orderId: await this.orderIdOf(order.purchaseOrderId) }
  }

  /** The Medusa order of a purchase order. */
  async orderIdOf(purchaseOrderId: string): Promise<string> {
    const row = await this.walmartOrder(purchaseOrderId)
    if (row.order_id) return row.order_id
    throw new Error(`Purchase order ${purchaseOrderId} has no Medusa order: ${row.import_error}`)
  }

  /** The plugin's row of a purchase order, with its lines. */
  async walmartOrder(purchaseOrderId: string) {
    const query = this.container().resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "walmart_order",
      fields: ["*", "lines.*"],
      filters: { purchase_order_id: purchaseOrderId },
    })
    if (data[0]) return data[0]
    throw new Error(`Purchase order ${purchaseOrderId} is not in walmart_order.`)
  }

  /** Fulfills and ships in one go; everything that is left when no units are named. */
  async fulfillAndShip(orderId: string, labels: Label[], units?: Units): Promise<string> {
    const fulfillmentId = await this.fulfill(orderId, units)
    await this.ship(orderId, fulfillmentId, labels)
    return fulfillmentId
  }

  /** Fulfills and ships what is left as Medusa does, but nobody hears of it. @returns the fulfillment's id */
  async shipWithoutEvent(orderId: string, trackingNumber: string): Promise<string> {
    const fulfillmentId = await this.fulfill(orderId)
    await this.markShipped(fulfillmentId, trackingNumber)
    return fulfillmentId
  }

  /** Ships a fulfillment, but nobody hears of it: as if the process had died before the event went out. */
  async markShipped(fulfillmentId: string, trackingNumber: string): Promise<void> {
    const fulfillments = this.container().resolve(Modules.FULFILLMENT)
    await fulfillments.updateFulfillment(fulfillmentId, {
      shipped_at: new Date(),
      labels: [{ tracking_number: trackingNumber, tracking_url: "#", label_url: "#" }],
    })
  }

  /** Sends everything that is due, round by round, until nothing is. */
  async sendDue(): Promise<void> {
    let claimed = 1
    while (claimed > 0) {
      const result = await this.run<{ claimed: number }>("send-walmart-updates", {})
      claimed = result.claimed
    }
  }

  /**
   * Sends what is left until nothing is, and until nobody sends any more: who still does when the database is taken back to its
   * seed would fail for no reason. What a wake-up could not send waits for the next tick, which comes only while a test waits.
   */
  async sendingEnds(): Promise<void> {
    const { walmart } = this
    const isOver = async () => {
      await this.sendDue()
      const boxes = await walmart.listWalmartQueues({ state: "ok" })
      return boxes.every(({ leased, next_due_at }) => !leased && next_due_at === null)
    }
    // What Walmart refuses is tried several times, seconds apart.
    await waitFor("sending to end", isOver)
    await walmart.notifying.ends()
  }

  /** Waits for what the plugin runs of its own accord: what it still writes would turn up in the next test. */
  async workEnds(): Promise<void> {
    const { clock, wakeUps, reads, notifying } = this.walmart
    await Promise.all([clock.runsEnd(), wakeUps.ends(), reads.ends(), notifying.ends()])
  }

  /** What Walmart accepted, in order; of all purchase orders when none is named. */
  ledger(purchaseOrderId?: string): LedgerEntry[] {
    return this.simulator().control.ledger(purchaseOrderId)
  }

  /** Runs a workflow of the plugin to its end and returns its result. */
  async run<T = unknown>(workflowId: string, input: object): Promise<T> {
    const engine = this.container().resolve(Modules.WORKFLOW_ENGINE)
    const { result } = await engine.run(workflowId, { input })
    return result as T
  }
}

const ONE_PER_FILE = "Medusa loads its configuration once per spec file, so a file has one store."
let suiteName: string | null = null

/**
 * A suite on a booted and seeded store that sells at a simulated Walmart of its own.
 * Each test starts from the seeded database and an empty Walmart.
 */
export function storeSuite(
  name: string,
  tests: (store: TestStore) => void,
  options: StoreSuiteOptions = {}
): void {
  if (suiteName) throw new Error(`"${suiteName}" is in this file already; ${ONE_PER_FILE}`)
  suiteName = name
  let simulator: Simulator
  describe(name, () => {
    beforeAll(async () => {
      simulator = await startSimulator({ port: 0, ownRules: true })
      openWalmart(simulator, options)
      process.env.WALMART_OPTIONS_JSON = JSON.stringify(testOptions(simulator.url, options))
      // Specs that run at the same time on one Redis must not take each other's events.
      process.env.QUEUE_PREFIX = `test-${process.pid}-${Date.now()}`
    })
    afterAll(async () => simulator.close())

    const withStore = options.hasFlag ? withMigratedStore : withBootedStore
    withStore((booted) => {
      const store = new TestStore(booted.http, booted.container, () => simulator)
      fileStore = store
      beforeAll(async () => store.prepare())
      beforeEach(() => openWalmart(simulator, options))
      tests(store)
      afterEach(() => store.workEnds())
      afterAll(() => expect(store.heard.misfits).toEqual([]))
    })
  })
}
