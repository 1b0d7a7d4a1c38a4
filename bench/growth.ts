import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { performance } from "node:perf_hooks"
import type { AdminClient } from "../testing/admin-client"
import { medusa } from "../testing/store-process"
import { connect } from "../testing/connect"
import { fillHistory, fillMedusaHistory } from "../testing/history"
import { OwnStore } from "../testing/own-store"
import { templateStore } from "../scripts/template-store"
import type { WalmartPluginOptions } from "../src/modules/walmart/config/options"
import type { Figure } from "./figure"
import { median, quantile } from "./quantile"
import type { SweepTimes } from "./sweep-process"

const ACCOUNT = "main"
const OPEN = 5_000
/** Orders that Medusa has although they are closed; of older ones the plugin's tables alone grow. */
const NEWEST = 20_000
const LOOKS = 30
const NEVER = 86_400_000

const PLUGIN: WalmartPluginOptions = {
  schedules: { sendEveryMs: NEVER, pollEveryMs: NEVER, sweepEveryMs: NEVER, pruneEveryMs: NEVER },
}

/**
 * What the screens and the sweep of a store cost that has sold so much, of which up to 5,000 orders are open; medians, warm, and of the
 * pages the p95 too. Answers each figure as soon as it is known.
 */
export async function* growth(databaseUrl: string, orders: number): AsyncGenerator<Figure> {
  const store = await OwnStore.open({ databaseUrl, plugin: PLUGIN, env: { DISABLE_ADMIN: "true" } })
  const named = ({ name, budget }: Pick<Figure, "name" | "budget">, value: number): Figure => ({
    ...{ name: `${name}, ${orders} orders`, value, unit: "ms", budget },
  })
  try {
    await fill(databaseUrl, orders)
    for (const look of looksAt(orders)) {
      const taken = await timesOf(store.admin, look)
      yield named(look, median(taken))
      if (look.isPage) yield named({ ...look, name: `${look.name}, p95` }, quantile(taken, 95))
    }
    const sweep = await sweeps(databaseUrl, store.simulator.url)
    yield named({ name: "sweep in which nothing has changed", budget: 50 }, sweep)
  } finally {
    await store.close()
  }
}

async function fill(databaseUrl: string, orders: number): Promise<void> {
  const db = connect(databaseUrl)
  const { variantIds, stockLocationId: locationId } = templateStore().seeded
  const history = { orders, open: Math.min(OPEN, orders / 2), accountId: ACCOUNT }
  await fillHistory(db, history)
  const variantId = variantIds["MUG-1"]
  await fillMedusaHistory(db, { ...history, newest: NEWEST, variantId, locationId })
  await db.destroy()
}

/** A request whose time is a figure. */
interface Look {
  name: string
  /** Milliseconds. */
  budget: number
  path: string
  params?: Record<string, string | number>
  /** Whether its budget holds for the p95 too. */
  isPage?: boolean
}

const LIST = "/admin/walmart/orders"

/** The newest order is open; the one in the middle has been closed for a year. */
function looksAt(orders: number): Look[] {
  const [newest, old] = [orders, Math.floor(orders / 2) + 1]
  const medusaId = `order_h_${String(newest - (newest % 20 === 7 ? 1 : 0)).padStart(9, "0")}`
  const number = `1${String(old * 7).padStart(12, "0")}`
  return [
    { name: "order widget", budget: 30, path: `${LIST}/${medusaId}` },
    { name: "order detail by number", budget: 30, path: `${LIST}/${number}` },
    page("orders page"),
    page("its next page", { offset: 20 }),
    page("orders page, open", { status: "open,partially_shipped" }),
    page("orders page, shipped", { status: "shipped" }),
    page("orders page, canceled", { status: "canceled" }),
    page("orders page, needs attention", { sync_status: "needs_attention" }),
    page("orders page, in sync", { sync_status: "in_sync" }),
    page("orders page, late", { deadline: "ship_overdue" }),
    page("orders page by deadline", { order: "next_deadline" }),
    page("orders page by last update", { order: "-last_update_at" }),
    page("search for an order number", { q: number }),
    page("search for a SKU", { q: "sku-17" }),
    page("search for a tracking number", { q: `1Z${String(old).padStart(9, "0")}` }),
    { name: "cards", budget: 100, path: `${LIST}/counts` },
    { name: "newest updates of all orders", budget: 100, path: "/admin/walmart/updates" },
  ]
}

function page(name: string, params?: Look["params"]): Look {
  return { name, budget: 100, path: LIST, params, isPage: true }
}

/** Milliseconds of each look, after a first that is not counted. */
async function timesOf(admin: AdminClient, { path, params }: Look): Promise<number[]> {
  const look = () => admin.get(path, params)
  await look()
  const taken: number[] = []
  for (let n = 0; n < LOOKS; n++) taken.push(await timed(look))
  return taken
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** In a process of its own, which has the store's workflows at hand. */
async function sweeps(databaseUrl: string, baseUrl: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "walmart-sweep-"))
  const file = join(folder, "times.json")
  const keys = { clientId: "demo-client", clientSecret: "demo-secret" }
  const options = { ...PLUGIN, accounts: [{ id: ACCOUNT, ...keys, baseUrl }] }
  const env = {
    DATABASE_URL: databaseUrl,
    WALMART_OPTIONS_JSON: JSON.stringify(options),
    NODE_OPTIONS: "",
  }
  await medusa(["exec", "./bench/sweep-process.ts", file], {
    env,
    logFile: join(folder, "store.log"),
  })
  const { later }: SweepTimes = JSON.parse(readFileSync(file, "utf8"))
  rmSync(folder, { recursive: true })
  return median(later)
}
