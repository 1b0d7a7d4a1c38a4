import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { performance } from "node:perf_hooks"
import { dropDatabase } from "../../scripts/database"
import { freePort } from "../../scripts/postgres"
import { NO_LIMIT } from "../../testing/no-limit"
import { OwnStore, type StoreOrder } from "../../testing/own-store"
import { memoryOf, type RunningStore, startStore } from "../../testing/store-process"
import { upsNumber } from "../../testing/ups-number"
import { waitFor } from "../../testing/wait-for"
import type { WalmartPluginOptions } from "../../src/modules/walmart/config/options"
import { twoCalls } from "../drain/contestant"
import type { Figure } from "../figure"
import { median, quantile } from "../quantile"
import { ALL_SCREENS, type Screen, TimedAdmin } from "./timed-admin"

const MUG = { lines: [{ sku: "MUG-1", quantity: 1, price: 9.99 }] }
const NEVER = 86_400_000

/** Orders that are worked through before anything is timed, with what a first request of its kind pays for. */
const WARM_UP = 5

/** Bare calls that are timed for the floor. */
const CALLS = 30

/** How much longer than in a store without the plugin a native request may take. */
const TAX = 1.05

/** How much longer than the native request, one bare read and one bare write a shipment may take until Walmart has it. */
const TO_WALMART = 1.5

const PLUGIN: WalmartPluginOptions = {
  schedules: { pollEveryMs: 5_000, sweepEveryMs: NEVER },
  rateLimits: { "orders.acknowledge": NO_LIMIT, "orders.shipping": NO_LIMIT },
}

const REASON = { reason: "SELLER_CANCEL_OUT_OF_STOCK" }

/** A store without the plugin, and a person at its admin. */
interface BareStore {
  running: RunningStore
  timed: TimedAdmin
}

/**
 * What the plugin adds to Medusa's own screens: the same orders are fulfilled, shipped and canceled in turns by a store that has the
 * plugin and by one that does not, whose database began as a copy. The first also says how long a shipment takes to Walmart.
 * @param orders how many; half are shipped, half canceled
 * @throws Error when Walmart did not get each shipment
 */
export async function tax(url: (name: string) => string, orders: number): Promise<Figure[]> {
  const store = await OwnStore.open({
    databaseUrl: url("tax"),
    plugin: PLUGIN,
    env: { DISABLE_ADMIN: "true" },
  })
  try {
    store.simulator.control.run("POST", "rate-limits", { off: true })
    const made = await takeAll(store, orders + 2 * WARM_UP)
    const begun = await beginBare(store, url("bare"))
    try {
      return await compare(store, begun, made)
    } finally {
      await begun.bare.running.stop()
      await dropDatabase(url("bare"))
    }
  } finally {
    await store.close()
  }
}

async function takeAll(store: OwnStore, count: number): Promise<StoreOrder[]> {
  const made = Array.from({ length: count }, () => store.simulator.control.createOrder(MUG))
  const taken: StoreOrder[] = []
  for (const one of made) taken.push(await store.taken(one))
  return taken
}

interface Begun {
  bare: BareStore
  /** Milliseconds until each store answered. */
  boots: { plugin: number; bare: number }
}

/** Copies the store's database, and boots a store on the copy that does not know the plugin; then the first one again. */
async function beginBare(store: OwnStore, bareUrl: string): Promise<Begun> {
  await store.copyTo(bareUrl)
  const logFile = join(mkdtempSync(join(tmpdir(), "bare-store-")), "store.log")
  const env = { DATABASE_URL: bareUrl, NODE_OPTIONS: "" }
  const directory = join(__dirname, "../bare-store")
  const port = await freePort()
  const bareAt = performance.now()
  const running = await startStore(port, { env, logFile, directory })
  const bareMs = performance.now() - bareAt
  const pluginAt = performance.now()
  await store.boot()
  const boots = { bare: bareMs, plugin: performance.now() - pluginAt }
  return { bare: { running, timed: await TimedAdmin.at(running.url) }, boots }
}

async function compare(
  store: OwnStore,
  { bare, boots }: Begun,
  orders: StoreOrder[]
): Promise<Figure[]> {
  const timed = await TimedAdmin.at(store.url)
  const toWalmart = await workThrough(store, [timed, bare.timed], orders)
  const calls = await bareCalls(store)
  const floor = median(bare.timed.taken.ship) + calls
  const memory = { plugin: memoryOf(store.pid), bare: memoryOf(bare.running.pid) }
  return [
    ...ALL_SCREENS.map((screen) => taxOf(screen, timed, bare.timed)),
    ...shipped(toWalmart, floor),
    { name: "boot with the plugin", value: boots.plugin / boots.bare, unit: "times", budget: 1.25 },
    {
      name: "memory with the plugin",
      value: memory.plugin / memory.bare,
      unit: "times",
      budget: 1.25,
    },
  ]
}

function taxOf(screen: Screen, plugin: TimedAdmin, bare: TimedAdmin): Figure {
  const [own, other] = [median(plugin.taken[screen]), median(bare.taken[screen])]
  const name = `${screen}: ${own.toFixed(1)} ms with the plugin, ${other.toFixed(1)} without`
  return { name, value: own / other, unit: "times", budget: TAX }
}

function shipped(taken: number[], floor: number): Figure[] {
  const at50 = quantile(taken, 50)
  const name = `native Ship to Walmart's ledger, p50 ${at50.toFixed(0)} ms, floor ${floor.toFixed(0)} ms`
  return [
    { name, value: at50 / floor, unit: "times", budget: TO_WALMART },
    {
      name: "native Ship to Walmart's ledger, p95",
      value: quantile(taken, 95),
      unit: "ms",
      budget: 1_000,
    },
    {
      name: "native Ship to Walmart's ledger, p99",
      value: quantile(taken, 99),
      unit: "ms",
      budget: 1_000,
    },
  ]
}

/** Ships the first half and cancels the other, at each store in turns. @returns milliseconds from each Ship to Walmart's ledger */
async function workThrough(
  store: OwnStore,
  [own, bare]: TimedAdmin[],
  orders: StoreOrder[]
): Promise<number[]> {
  const toWalmart: number[] = []
  const half = orders.length / 2
  for (const [index, order] of orders.entries()) {
    const isShipped = index < half
    if (index === WARM_UP) for (const one of [own, bare]) one.forget()
    for (const { admin } of [own, bare]) await admin.get("/admin/orders", { limit: 20 })
    if (isShipped) {
      const ms = await shipAt(store, own, order)
      if (index >= WARM_UP) toWalmart.push(ms)
      await shipWith(bare, order.orderId)
    } else {
      await own.admin.post(`/admin/walmart/orders/${order.orderId}/cancellation-reason`, REASON)
      for (const { admin } of [own, bare]) await admin.cancel(order.orderId)
    }
  }
  return toWalmart
}

async function shipWith({ admin }: TimedAdmin, orderId: string): Promise<void> {
  const fulfillment = await admin.fulfill(orderId)
  await admin.ship(orderId, fulfillment, [{ tracking_number: upsNumber() }])
}

async function shipAt(store: OwnStore, { admin }: TimedAdmin, order: StoreOrder): Promise<number> {
  const { orderId, purchaseOrderId: po } = order
  const fulfillment = await admin.fulfill(orderId)
  const startedAt = performance.now()
  const arrival = waitFor("the parcel", () => store.ledger(po, "shipped").length > 0, {
    everyMs: 2,
    timeoutMs: 60_000,
  })
  await admin.ship(orderId, fulfillment, [{ tracking_number: upsNumber() }])
  await arrival
  return performance.now() - startedAt
}

/** Milliseconds of one read and one write at Walmart, without anything around them. */
async function bareCalls(store: OwnStore): Promise<number> {
  const call = twoCalls(store.simulator.url)
  const taken: number[] = []
  while (taken.length < CALLS) {
    const { purchaseOrderId } = store.simulator.control.createOrder(MUG)
    const startedAt = performance.now()
    await call(purchaseOrderId)
    taken.push(performance.now() - startedAt)
  }
  return median(taken)
}
