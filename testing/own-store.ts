import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import axios from "axios"
import { Client } from "pg"
import { AdminClient } from "./admin-client"
import { ADMIN } from "./seed"
import { medusa, type RunningStore, startStore, type Surroundings } from "./store-process"
import { LATELY } from "./recent"
import { type WaitOptions, waitFor } from "./wait-for"
import { createDatabase, dropDatabase } from "../scripts/database"
import { freePort } from "../scripts/postgres"
import { templateStore } from "../scripts/template-store"
import { type LedgerEntry, type Simulator, startSimulator } from "../simulator"
import type { WalmartPluginOptions } from "../src/modules/walmart/config/options"
import { upsNumber } from "./ups-number"

/** A Walmart order and the Medusa order made of it. */
export interface StoreOrder {
  purchaseOrderId: string
  customerOrderId: string
  orderId: string
}

/** What is decided when a store is opened. */
export interface OwnStoreOptions {
  /** Address of a database that does not exist yet. */
  databaseUrl: string
  /** Laid over one account that takes orders of any age. */
  plugin?: WalmartPluginOptions
  env?: Record<string, string>
  /** What is at Walmart before the store boots for the first time. */
  prepare?: (simulator: Simulator) => void
  /** What is done to the seeded database before the store boots for the first time. */
  prepareDatabase?: (db: Client) => Promise<void>
}

/** A store in a process of its own, seeded, with somebody logged in, that sells at a simulated Walmart of its own. */
export class OwnStore {
  /** The admin user behind the native screens. */
  admin!: AdminClient
  private running!: RunningStore

  private constructor(
    readonly simulator: Simulator,
    public db: Client,
    private readonly databaseUrl: string,
    private readonly port: number,
    private readonly surroundings: Surroundings
  ) {}

  /** Boots a seeded store. */
  static async open(options: OwnStoreOptions): Promise<OwnStore> {
    const { databaseUrl, plugin, env, prepare, prepareDatabase } = options
    const simulator = await startSimulator({ port: 0, ownRules: true })
    prepare?.(simulator)
    await createDatabase(databaseUrl, templateStore().database)
    const db = await connected(databaseUrl)
    await prepareDatabase?.(db)
    const surroundings = {
      env: {
        DATABASE_URL: databaseUrl,
        WALMART_OPTIONS_JSON: JSON.stringify({ accounts: [account(simulator.url)], ...plugin }),
        NODE_OPTIONS: "",
        ...env,
      },
      logFile: join(mkdtempSync(join(tmpdir(), "walmart-store-")), "store.log"),
    }
    const store = new OwnStore(simulator, db, databaseUrl, await freePort(), surroundings)
    await store.boot()
    return store
  }

  /** Where the store answers. */
  get url(): string {
    return this.running.url
  }

  /** Number of the store's process. */
  get pid(): number {
    return this.running.pid
  }

  /** Ends the store, and copies its database into a new one that `url` names: nobody may be connected meanwhile. */
  async copyTo(url: string): Promise<void> {
    await this.running.stop()
    await this.db.end()
    await createDatabase(url, decodeURIComponent(new URL(this.databaseUrl).pathname.slice(1)))
    this.db = await connected(this.databaseUrl)
  }

  /** Starts the store's process, again after it was killed, and logs in. */
  async boot(): Promise<void> {
    const store = await startStore(this.port, this.surroundings)
    process.once("exit", () => store.signal("SIGKILL"))
    this.running = store
    this.admin = new AdminClient(axios.create({ baseURL: store.url }))
    await this.admin.login(ADMIN)
  }

  /** Ends the process as a power cut would. */
  kill(): void {
    this.running.signal("SIGKILL")
  }

  /** Ends the process as a deployment does. @returns its exit code and the milliseconds it took */
  async terminate(): Promise<{ code: number | null; ms: number }> {
    const startedAt = Date.now()
    this.running.signal("SIGTERM")
    return { code: await this.running.ended, ms: Date.now() - startedAt }
  }

  /** Runs `medusa <args>` as this store. @throws Error when the command fails */
  async command(...args: string[]): Promise<void> {
    await medusa(args, this.surroundings)
  }

  /** Makes an order at Walmart and waits until the store has imported and acknowledged it. */
  async order(body: object): Promise<StoreOrder> {
    return this.taken(this.simulator.control.createOrder(body))
  }

  /** Waits until the store has imported and acknowledged an order of Walmart's. */
  async taken(made: Omit<StoreOrder, "orderId">): Promise<StoreOrder> {
    const orderId = await this.imported(made.purchaseOrderId)
    await this.ledgerHas(made.purchaseOrderId, "acknowledged")
    return { ...made, orderId }
  }

  /** The Medusa order of a purchase order, once there is one. */
  async imported(purchaseOrderId: string): Promise<string> {
    const find = async () => (await this.admin.searchOrders(purchaseOrderId))[0]?.id
    return waitFor(`Medusa to have order ${purchaseOrderId}`, find, { everyMs: 100 })
  }

  /** Fulfills and ships everything, as the native screens do. */
  async ship(orderId: string, trackingNumber = upsNumber()): Promise<void> {
    const fulfillment = await this.admin.fulfill(orderId)
    await this.admin.ship(orderId, fulfillment, [{ tracking_number: trackingNumber }])
  }

  /** What Walmart accepted for an order, oldest first. */
  ledger(purchaseOrderId: string, effect?: LedgerEntry["effect"]): LedgerEntry[] {
    const entries = this.simulator.control.ledger(purchaseOrderId)
    return entries.filter((entry) => !effect || entry.effect === effect)
  }

  /** Waits until Walmart's ledger has an effect for the order. */
  async ledgerHas(
    purchaseOrderId: string,
    effect: LedgerEntry["effect"],
    options: WaitOptions = { everyMs: 100 }
  ): Promise<void> {
    const what = `Walmart to have ${purchaseOrderId} ${effect}`
    await waitFor(what, () => this.ledger(purchaseOrderId, effect).length > 0, options)
  }

  /** Everything the store's processes have printed, on both channels. */
  printed(): string {
    return readFileSync(this.surroundings.logFile, "utf8")
  }

  /** Ends the store, and forgets its database. */
  async close(): Promise<void> {
    await this.running.stop()
    await this.simulator.close()
    await this.db.end()
    await dropDatabase(this.databaseUrl)
    const { logFile } = this.surroundings
    if (process.env.LOG_LEVEL === "info") console.info(`The store's log is ${logFile}`)
    else rmSync(join(logFile, ".."), { recursive: true })
  }
}

async function connected(connectionString: string): Promise<Client> {
  const db = new Client({ connectionString })
  await db.connect()
  return db
}

function account(baseUrl: string) {
  const keys = { clientId: "demo-client", clientSecret: "demo-secret" }
  // What Walmart canceled stays to be seen: the screens' tests look at what they say of it.
  const mirror = { cancellations: "report" }
  return { id: "main", ...keys, baseUrl, importFrom: LATELY, mirror }
}
