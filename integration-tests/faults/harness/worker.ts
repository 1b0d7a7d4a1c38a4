import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  parseOptions,
  type WalmartPluginOptions,
} from "../../../src/modules/walmart/config/options"
import { enqueue } from "../../../src/modules/walmart/queue/enqueue-sql"
import type { SendingPoint } from "../../../src/modules/walmart/queue/senders/sender"
import type { PlannedUpdate } from "../../../src/walmart/updates/model/update"
import { connect, WORKER } from "../../../testing/connect"
import { createSender, type Sender } from "./sender"
import { shelfReader } from "./stock/shelf"
import { ofEarlierVersion, type Variant, withoutSafeguard } from "./variants"

/** What a worker process is told in its environment. */
export interface WorkerOrders {
  databaseUrl: string
  options: WalmartPluginOptions
  lanes: number
  tickMs: number
  /** Kills itself at this point. */
  crashAt?: SendingPoint
  /** Stops itself (SIGSTOP) at this point; somebody must continue it. */
  stopAt?: SendingPoint
  /** A part of the mechanism that is switched off, for the mutation check. */
  variant?: Variant
  /** Sends as an earlier version, which knows fewer columns. */
  isEarlierVersion?: boolean
  /** Sends stock too, as the table `shelf` has it. */
  hasShelf?: boolean
  /** Loads everything, then waits for a message before it sends. */
  standby?: boolean
  /** Queues this and dies, before or after the commit, instead of sending. */
  queue?: QueueOrders
}

/** What a worker queues in its last moment. */
export interface QueueOrders {
  id: string
  accountId: string
  updates: PlannedUpdate[]
  diesAt: "before_commit" | "after_commit"
}

/** What a worker tells its parent. */
export type WorkerNews = {
  at: "ready" | "working" | "sending" | "before_commit" | "after_commit" | SendingPoint
  signal?: "SIGKILL" | "SIGSTOP"
}

const orders: WorkerOrders = JSON.parse(process.env.WORKER_ORDERS ?? "{}")

async function main(): Promise<void> {
  const options = parseOptions(orders.options)
  const db = connect(orders.databaseUrl, orders.lanes + 1, WORKER)
  const sender = createSender(db, options, (deps) => {
    const stocked = orders.hasShelf ? { ...deps, readStock: shelfReader(db) } : deps
    const changed = withoutSafeguard({ ...stocked, failpoint }, orders.variant)
    return orders.isEarlierVersion ? ofEarlierVersion(changed) : changed
  })
  if (orders.standby) await warmUp(db, sender)
  await tell({ at: "ready" })
  if (orders.queue) await queueAndDie(db, orders.queue)
  if (orders.standby) await new Promise((resolve) => process.once("message", resolve))
  await tell({ at: "working" })
  for (;;) {
    // A database that is away ends the round, never the process.
    await sender.round(orders.lanes).catch((error: Error) => log(error))
    await new Promise((resolve) => setTimeout(resolve, orders.tickMs))
  }
}

/** Connects and gets a token, so that there is nothing left to do but send. Whatever fails here will be tried again. */
async function warmUp(db: Knex, { deps }: Sender): Promise<void> {
  await Promise.allSettled([db.raw("SELECT 1"), deps.client.tokenDetail()])
}

async function queueAndDie(db: Knex, { diesAt, updates, ...target }: QueueOrders): Promise<void> {
  await db.transaction(async (trx) => {
    await enqueue(trx, { ...target, deadlineAt: new Date() }, updates, "test")
    if (diesAt === "before_commit") await endAt(diesAt, "SIGKILL")
  })
  await endAt(diesAt, "SIGKILL")
}

let hasSent = false

async function failpoint(at: SendingPoint): Promise<void> {
  if (at === "call_begun" && !hasSent) {
    hasSent = true
    void tell({ at: "sending" })
  }
  if (orders.crashAt === at) await endAt(at, "SIGKILL")
  if (orders.stopAt === at) {
    orders.stopAt = undefined
    await endAt(at, "SIGSTOP")
  }
}

async function endAt(at: WorkerNews["at"], signal: "SIGKILL" | "SIGSTOP"): Promise<void> {
  await tell({ at, signal })
  process.kill(process.pid, signal)
}

function tell(news: WorkerNews): Promise<void> {
  return new Promise((resolve) => {
    if (process.send) process.send(news, () => resolve())
    else resolve()
  })
}

/** What the database said, without the statement that knex puts before it. */
function log(error: Error): void {
  console.error(`worker: ${error.message.split(" - ").at(-1)}`)
}

// Whoever started this worker is gone, so nobody will end it.
process.once("disconnect", () => process.exit(0))

main().catch((error: Error) => {
  console.error(error)
  process.exit(1)
})
