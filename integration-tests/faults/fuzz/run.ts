import { setTimeout as wait } from "node:timers/promises"
import type { WalmartPluginOptions } from "../../../src/modules/walmart/options"
import { bundleWorker } from "../harness/bundle"
import type { Finding } from "../harness/oracle"
import { Stage } from "../harness/stage"
import type { Variant } from "../harness/variants"
import { Crew } from "./crew"
import { armFaults } from "./faults"
import { randomFrom } from "./random"
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
  findings: Finding[]
  /** Seconds from the last fault to the last finished update. */
  drainSeconds: number
}

/** Short times in the proportions of the shipped ones; the boot rule holds. */
const TIMES = { callTimeoutMs: 250, settleMs: 2_500, leaseMarginMs: 250, leaseMs: 3_000 }

const PLENTY = { perMinute: 600_000, burst: 10_000 }

const OPTIONS: WalmartPluginOptions = {
  ...TIMES,
  breaker: { failures: 8, openMs: 200 },
  rateLimits: {
    "orders.get": PLENTY,
    "orders.shipping": PLENTY,
    "orders.cancel": PLENTY,
    "orders.acknowledge": PLENTY,
  },
}

/** Longest time that everything may take once the faults have ended: leases, settle times and back-offs one after the other. */
const DRAIN_MS = 40_000

/** Lets processes send, die and be replaced while Walmart misbehaves and more is asked for; then lets it end and judges. */
export async function fuzz(settings: FuzzSettings): Promise<FuzzResult> {
  const stage = await Stage.start(OPTIONS)
  const orders = {
    databaseUrl: stage.database.url,
    options: { ...stage.pluginOptions },
    lanes: 5,
    tickMs: 25,
    variant: settings.variant,
  }
  const crew = new Crew(bundleWorker(), orders, randomFrom(settings.seed + 1))
  try {
    const wishes = new Wishes(stage, randomFrom(settings.seed))
    await wishes.prepare(settings.orders)
    armFaults(stage, settings.seed)
    await crew.start(settings.workers)
    await rage(crew, wishes, settings)
    // What the killed ones left behind comes back now, and meets the faults again.
    await wait(TIMES.leaseMs + TIMES.settleMs)
    const met = writesSoFar(stage)
    stage.calm()
    const drainSeconds = await drain(stage)
    const { kills, stops } = crew
    const findings = await stage.findings(true)
    return {
      seed: settings.seed,
      asked: stage.asked.length,
      ...met,
      kills,
      stops,
      findings,
      drainSeconds,
    }
  } finally {
    await crew.dismiss()
    await stage.close()
  }
}

async function rage(crew: Crew, wishes: Wishes, { seconds, seed }: FuzzSettings): Promise<void> {
  const end = Date.now() + seconds * 1000
  const [pace, blows] = [randomFrom(seed + 2), randomFrom(seed + 3)]
  const asking = async () => {
    while (Date.now() < end) {
      await wishes.ask()
      await wait(pace.between(5, 40))
    }
  }
  const disturbing = async () => {
    while (Date.now() < end) {
      await wait(blows.between(150, 400))
      crew.disturb(TIMES.leaseMs + 1_500)
    }
  }
  await Promise.all([asking(), disturbing()])
}

/** Waits until nothing is pending, and a little longer than the latest application. @returns seconds it took */
async function drain(stage: Stage): Promise<number> {
  const startedAt = Date.now()
  while (Date.now() - startedAt < DRAIN_MS && (await isBusy(stage))) await wait(100)
  const took = (Date.now() - startedAt) / 1000
  await wait(TIMES.settleMs)
  return took
}

async function isBusy({ db }: Stage): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `SELECT 1 FROM walmart_update WHERE status = 'pending'
     UNION ALL SELECT 1 FROM walmart_mailbox WHERE leased LIMIT 1`
  )
  return rows.length > 0
}

function writesSoFar({ simulator }: Stage): { writes: number; faulty: number } {
  const seen = simulator.control.requests("/v3/orders/")
  const writes = seen.filter(({ method }) => method === "POST")
  const faulty = writes.filter(({ fault }) => fault !== null).length
  return { writes: writes.length, faulty: faulty / Math.max(1, writes.length) }
}
