import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import axios from "axios"
import { Client } from "pg"
import { AdminClient } from "../../testing/admin-client"
import { LATELY } from "../../testing/recent"
import { ADMIN } from "../../testing/seed"
import { type RunningStore, startStore } from "../../testing/store-process"
import { createDatabase, dropDatabase } from "../../scripts/database"
import { freePort } from "../../scripts/postgres"
import { templateStore } from "../../scripts/template-store"
import { type SeenRequest, type Simulator, startSimulator } from "../../simulator"
import type { WalmartPluginOptions } from "../../src/modules/walmart/config/options"
import { databaseUrlOf } from "../helpers/database-url"

/** The processes of the store, named after Medusa's worker modes. */
export type ProcessName = "server-1" | "server-2" | "worker-1" | "worker-2"

const PROCESSES: ProcessName[] = ["server-1", "server-2", "worker-1", "worker-2"]

/** A tenth of the shipped times for everything that a kill has to wait out, in proportion. */
export const TIMES = {
  callTimeoutMs: 3_000,
  settleMs: 6_000,
  leaseMarginMs: 3_000,
  leaseMs: 12_000,
}

/** Walmart's limit here lets twice the burst through at once, so that two processes with a bucket each would meet it. */
const SHIPPING_LIMIT = { perMinute: 60, burst: 5 }

function pluginOptions(name: ProcessName, baseUrl: string): WalmartPluginOptions {
  return {
    accounts: [
      {
        id: "main",
        clientId: "demo-client",
        clientSecret: "demo-secret",
        baseUrl,
        importFrom: LATELY,
        // By this the simulated Walmart knows the processes apart.
        headers: { "WM_CONSUMER.CHANNEL.TYPE": name },
      },
    ],
    schedules: { sendEveryMs: 5_000, pollEveryMs: 5_000, sweepEveryMs: 5_000 },
    rateLimits: { "orders.shipping": SHIPPING_LIMIT },
    ...TIMES,
  }
}

/** A store of several processes on one database and one Redis, that sells at one simulated Walmart. */
export class Fleet {
  private readonly running = new Map<ProcessName, RunningStore>()
  private readonly admins = new Map<ProcessName, AdminClient>()
  readonly logs = mkdtempSync(join(tmpdir(), "walmart-instances-"))

  private constructor(
    readonly simulator: Simulator,
    private readonly databaseUrl: string,
    private readonly db: Client,
    private readonly redisUrl: string
  ) {}

  /** Boots all processes at once on a database that is migrated and seeded. */
  static async start(redisUrl: string): Promise<Fleet> {
    const simulator = await startSimulator({ port: 0, ownRules: true })
    const { perMinute, burst } = SHIPPING_LIMIT
    const limit = { capacity: 2 * burst, perMinute }
    simulator.control.run("POST", "rate-limits", { "orders.shipping": limit })
    const databaseUrl = databaseUrlOf("walmart_instances")
    await createDatabase(databaseUrl, templateStore().database)
    const db = new Client({ connectionString: databaseUrl })
    await db.connect()
    const fleet = new Fleet(simulator, databaseUrl, db, redisUrl)
    await Promise.all(PROCESSES.map((name) => fleet.boot(name)))
    return fleet
  }

  /** Starts one process, and logs in when it is a server. */
  async boot(name: ProcessName): Promise<void> {
    const store = await startStore(await freePort(), this.surroundings(name))
    this.running.set(name, store)
    process.once("exit", () => store.signal("SIGKILL"))
    if (name.startsWith("worker")) return
    const admin = new AdminClient(axios.create({ baseURL: store.url }))
    await admin.login(ADMIN)
    this.admins.set(name, admin)
  }

  /** Ends a process as a power cut would. */
  kill(name: ProcessName): void {
    this.signal(name, "SIGKILL")
    this.running.delete(name)
  }

  /** `SIGSTOP` and `SIGCONT` let a process stand still for a while. */
  signal(name: ProcessName, signal: NodeJS.Signals): void {
    this.running.get(name)?.signal(signal)
  }

  /** Processes of a mode that run. */
  alive(mode: "server" | "worker"): ProcessName[] {
    return [...this.running.keys()].filter((name) => name.startsWith(mode))
  }

  /** A person at the admin of one server. */
  admin(name: ProcessName): AdminClient {
    const admin = this.admins.get(name)
    if (admin) return admin
    throw new Error(`${name} serves no admin.`)
  }

  /** Calls that Walmart saw to paths like this; `channelType` names the process. */
  calls(path: RegExp): SeenRequest[] {
    const all = this.simulator.control.requests("/v3/")
    return all.filter((call) => path.test(call.path.split("?")[0]))
  }

  /** Holds all sends, as the admin's button does, at a moment when no server may be asked. */
  async pause(): Promise<void> {
    await this.db.query("UPDATE walmart_account SET paused = true")
  }

  /** Ends the pause. No event tells, so that only the clock can notice. */
  async resume(): Promise<void> {
    await this.db.query("UPDATE walmart_account SET paused = false")
  }

  /** The Medusa order of a purchase order, null before it is imported. */
  async orderIdOf(po: string): Promise<string | null> {
    const { rows } = await this.db.query(
      "SELECT order_id FROM walmart_order WHERE purchase_order_id = $1 AND imported_at IS NOT NULL",
      [po]
    )
    return rows[0]?.order_id ?? null
  }

  /** Every purchase order that the store knows. */
  async purchaseOrders(): Promise<string[]> {
    const { rows } = await this.db.query("SELECT purchase_order_id AS po FROM walmart_order")
    return rows.map(({ po }) => po)
  }

  /** Whether an order's shipment waits to be sent. */
  isQueued(po: string): Promise<boolean> {
    return this.hasShipment(po, "pending")
  }

  /** Whether an order's shipment is finished as sent. */
  isSent(po: string): Promise<boolean> {
    return this.hasShipment(po, "sent")
  }

  private async hasShipment(po: string, status: string): Promise<boolean> {
    const { rows } = await this.db.query(
      `SELECT 1 FROM walmart_update u JOIN walmart_order o ON o.id = u.walmart_order_id
       WHERE o.purchase_order_id = $1 AND u.kind = 'shipment' AND u.status = $2`,
      [po, status]
    )
    return rows.length > 0
  }

  /** How many Medusa orders there are. */
  async countOrders(): Promise<number> {
    const { rows } = await this.db.query(`SELECT count(*)::int AS n FROM "order"`)
    return rows[0].n
  }

  /** Ends everything and forgets it. */
  async close(): Promise<void> {
    for (const store of this.running.values()) store.signal("SIGKILL")
    await this.simulator.close()
    await this.db.end()
    await dropDatabase(this.databaseUrl)
    if (process.env.LOG_LEVEL === "info") console.info(`The processes' logs are in ${this.logs}`)
    else rmSync(this.logs, { recursive: true })
  }

  private surroundings(name: ProcessName) {
    const options = pluginOptions(name, this.simulator.url)
    const env = {
      DATABASE_URL: this.databaseUrl,
      REDIS_URL: this.redisUrl,
      MEDUSA_WORKER_MODE: name.split("-")[0],
      DISABLE_ADMIN: "true",
      LOG_LEVEL: "info",
      NODE_OPTIONS: "",
      WALMART_OPTIONS_JSON: JSON.stringify(options),
    }
    return { env, logFile: join(this.logs, `${name}.log`) }
  }
}
