import { setTimeout as wait } from "node:timers/promises"
import { NO_LIMIT } from "../../../testing/no-limit"
import { enqueue } from "../../../src/modules/walmart/queue/enqueue-sql"
import type { WalmartPluginOptions } from "../../../src/modules/walmart/config/options"
import { bundleWorker } from "../harness/bundle"
import { WORKER } from "../../../testing/connect"
import type { Finding } from "../harness/oracle"
import { ACCOUNT, type KnownOrder, Stage } from "../harness/stage"
import { shipment } from "../harness/updates"
import type { Variant } from "../harness/variants"
import { Crew } from "./crew"
import { armFaults, refuseForEver, showAsBefore } from "./faults"
import { randomFrom } from "./random"
import { ShelfWishes } from "./shelf-wishes"
import { Wishes } from "./wishes"

/** How long and how to fuzz. */
export interface FuzzSettings {
  seconds: number
  seed: number
  workers: number
  orders: number
  /** A safeguard that is taken away, to see that this is noticed. */
  variant?: Variant
}

/** What happened. Clean means no finding. */
export interface FuzzResult {
  seed: number
  asked: number
  /** Writes while there were faults. */
  writes: number
  /** Share of those writes that met a fault. */
  faulty: number
  kills: number
  stops: number
  /** Times at which all connections to the database were cut. */
  cuts: number
  /** Orders that Walmart was told to show once as they were before. */
  old: number
  /** What others did at Walmart meanwhile. */
  elsewhere: number
  /** Figures of stock that Walmart was asked to show, and feeds of them. */
  figures: number
  feeds: number
  findings: Finding[]
  /** Seconds from the last fault to the last finished update. */
  drainSeconds: number
}

/**
 * Short times, as the boot rule wants them. Not shorter: a call that a busy machine cannot begin or answer in time is no fault of
 * Walmart's, and a run of those proves nothing.
 */
const TIMES = { callTimeoutMs: 1_000, settleMs: 3_000, leaseMarginMs: 1_000, leaseMs: 5_000 }

const OPTIONS: WalmartPluginOptions = {
  ...TIMES,
  schedules: { sendEveryMs: TIMES.settleMs / 4 },
  breaker: { failures: 8, openMs: 200 },
  rateLimits: {
    "orders.get": NO_LIMIT,
    "orders.shipping": NO_LIMIT,
    "orders.cancel": NO_LIMIT,
    "orders.acknowledge": NO_LIMIT,
    "orders.refund": NO_LIMIT,
    inventory: NO_LIMIT,
    feeds: NO_LIMIT,
    "feeds.get": NO_LIMIT,
  },
}

/** Nothing may stand still for longer once the faults have ended: a lease, the settle times of two reads and a back-off, twice. */
const STANDSTILL_MS = 2 * (TIMES.leaseMs + 2 * TIMES.settleMs + 2_000)

/** SKUs on the shelf. */
export const SKUS = 24

/** More is asked for only while fewer updates wait, so that a slow machine has as much to do as it can finish. */
const MOST_WAITING_PER_ORDER = 3

/** Lets processes send, die and be replaced while Walmart misbehaves and more is asked for; then lets it end and judges. */
export async function fuzz(settings: FuzzSettings): Promise<FuzzResult> {
  const stage = await Stage.start(OPTIONS)
  const orders = {
    databaseUrl: stage.database.url,
    options: { ...stage.pluginOptions },
    lanes: 5,
    tickMs: 100,
    variant: settings.variant,
    hasShelf: true,
  }
  const crew = new Crew(bundleWorker(), orders, randomFrom(settings.seed + 1))
  try {
    const wishes = new Wishes(stage, randomFrom(settings.seed))
    const shelf = new ShelfWishes(stage, randomFrom(settings.seed + 5))
    await wishes.prepare(settings.orders)
    await shelf.prepare(SKUS)
    const refused = await anOrderRefusedForEver(stage)
    armFaults(stage, settings.seed)
    await crew.start(settings.workers)
    const blows = await rage({ stage, crew, wishes, shelf }, settings)
    // What the killed ones left behind comes back now, and meets the faults again.
    await wait(TIMES.leaseMs + TIMES.settleMs)
    const met = writesSoFar(stage)
    stage.calm()
    refuseForEver(stage, refused)
    const drainSeconds = await drain(stage, shelf)
    const { kills, stops } = crew
    const findings = [...(await stage.findings(true)), ...(await untold(stage, refused))]
    return {
      seed: settings.seed,
      asked: stage.asked.length,
      ...met,
      kills,
      stops,
      ...blows,
      findings,
      drainSeconds,
    }
  } finally {
    await crew.dismiss()
    await stage.close()
  }
}

/** One that nobody can ship, beside all that can be. */
async function anOrderRefusedForEver(stage: Stage): Promise<KnownOrder> {
  const order = await stage.anOrder([2])
  refuseForEver(stage, order)
  const target = { id: order.id, accountId: ACCOUNT, deadlineAt: new Date(0) }
  await enqueue(stage.db, target, [shipment({ 1: 1 })], "fuzz")
  return order
}

/** It must end with a person, who is told why. */
async function untold(stage: Stage, order: KnownOrder): Promise<Finding[]> {
  const [status] = await stage.statuses(order)
  if (status === "needs_attention") return []
  return [{ what: "silent", detail: `${order.po} is refused for ever and ${status}` }]
}

/** Everybody who takes part. */
interface Cast {
  stage: Stage
  crew: Crew
  wishes: Wishes
  shelf: ShelfWishes
}

async function rage(
  { stage, crew, wishes, shelf }: Cast,
  { seconds, seed, orders }: FuzzSettings
): Promise<Pick<FuzzResult, "cuts" | "old" | "elsewhere" | "figures" | "feeds">> {
  const end = Date.now() + seconds * 1000
  const [pace, blows] = [randomFrom(seed + 2), randomFrom(seed + 3)]
  const others = randomFrom(seed + 4)
  const dealt = { cuts: 0, old: 0, elsewhere: 0 }
  const asking = async () => {
    while (Date.now() < end) {
      if ((await unfinished(stage)) < MOST_WAITING_PER_ORDER * orders) await wishes.ask()
      await wait(pace.between(5, 40))
    }
  }
  const stocking = async () => {
    while (Date.now() < end) {
      await shelf.ask()
      await shelf.hurry()
      await wait(150)
    }
  }
  const disturbing = async () => {
    while (Date.now() < end) {
      await wait(blows.between(300, 900))
      crew.disturb(TIMES.leaseMs + 1_500)
    }
  }
  const misleading = async () => {
    while (Date.now() < end) {
      await wait(200)
      const order = wishes.another()
      if (order) showAsBefore(stage, order)
      if (order) dealt.old++
    }
  }
  const cutting = async () => {
    while (Date.now() < end) {
      await wait(3_000)
      await cutWorkersOff(stage)
      dealt.cuts++
    }
  }
  const interfering = async () => {
    while (Date.now() < end) {
      await wait(100)
      if (wishes.elsewhere(others)) dealt.elsewhere++
    }
  }
  const all = [asking, stocking, disturbing, misleading, cutting, interfering]
  await Promise.all(all.map((one) => one()))
  return { ...dealt, figures: shelf.asked, feeds: shelf.feeds }
}

/** Ends all sessions of the workers at the database, whatever they are in the middle of. */
async function cutWorkersOff({ db }: Stage): Promise<void> {
  await db.raw(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = ?`,
    [WORKER]
  )
}

/** Waits until nothing is unfinished or all stands still, and a little longer than the latest application. @returns seconds it took */
async function drain(stage: Stage, shelf: ShelfWishes): Promise<number> {
  const startedAt = Date.now()
  let least = Infinity
  let movedAt = startedAt
  while (least > 0 && Date.now() - movedAt < STANDSTILL_MS) {
    await wait(100)
    await shelf.hurry()
    const left = (await unfinished(stage)) + (await shelf.unsettled())
    if (left < least) [least, movedAt] = [left, Date.now()]
  }
  const took = (Date.now() - startedAt) / 1000
  await wait(TIMES.settleMs)
  return took
}

/** Updates that wait, and queues that somebody owns. */
async function unfinished({ db }: Stage): Promise<number> {
  const { rows } = await db.raw<{ rows: { count: number }[] }>(
    `SELECT ((SELECT count(*) FROM walmart_update WHERE status = 'pending')
       + (SELECT count(*) FROM walmart_queue WHERE leased))::int AS count`
  )
  return rows[0].count
}

/** Where writes go. */
const WRITTEN = ["/v3/orders/", "/v3/inventory", "/v3/feeds"]

function writesSoFar({ simulator }: Stage): { writes: number; faulty: number } {
  const seen = WRITTEN.flatMap((path) => simulator.control.requests(path))
  const writes = seen.filter(({ method }) => method !== "GET")
  const faulty = writes.filter(({ fault }) => fault !== null).length
  return { writes: writes.length, faulty: faulty / Math.max(1, writes.length) }
}
