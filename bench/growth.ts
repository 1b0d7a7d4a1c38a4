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
import type { SweepTimes } from "./sweep-process"

const ACCOUNT = "main"
const OPEN = 5_000
/** Orders that Medusa has although they are closed; of older ones the plugin's tables alone grow. */
const NEWEST = 20_000
const LOOKS = 15
const NEVER = 86_400_000

const PLUGIN: WalmartPluginOptions = {
  schedules: { sendEveryMs: NEVER, pollEveryMs: NEVER, sweepEveryMs: NEVER, pruneEveryMs: NEVER },
}

/** What the screens and the sweep of a store cost that has sold so much, of which up to 5,000 orders are open; medians, warm. */
export async function growth(databaseUrl: string, orders: number): Promise<Figure[]> {
  const store = await OwnStore.open({ databaseUrl, plugin: PLUGIN, env: { DISABLE_ADMIN: "true" } })
  try {
    await fill(databaseUrl, orders)
    const pages = await screens(store.admin, orders)
    const sweep = await sweeps(databaseUrl, store.simulator.url)
    const named = [
      ...pages,
      { name: "sweep in which nothing has changed", value: sweep, budget: 50 },
    ]
    return named.map((figure) => ({
      ...figure,
      name: `${figure.name}, ${orders} orders`,
      unit: "ms",
    }))
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

type Look = [name: string, budget: number, path: string, params?: Record<string, string | number>]

const LIST = "/admin/walmart/orders"

/** The newest order is open; the one in the middle has been closed for a year. */
function looksAt(orders: number): Look[] {
  const [newest, old] = [orders, Math.floor(orders / 2) + 1]
  const medusaId = `order_h_${String(newest - (newest % 20 === 7 ? 1 : 0)).padStart(9, "0")}`
  const number = `1${String(old * 7).padStart(12, "0")}`
  return [
    ["order widget", 30, `${LIST}/${medusaId}`],
    ["order detail by number", 30, `${LIST}/${number}`],
    ["orders page", 100, LIST],
    ["its next page", 100, LIST, { offset: 20 }],
    ["orders page, open", 100, LIST, { status: "open,partially_shipped" }],
    ["orders page, shipped", 100, LIST, { status: "shipped" }],
    ["orders page, canceled", 100, LIST, { status: "canceled" }],
    ["orders page, needs attention", 100, LIST, { sync_status: "needs_attention" }],
    ["orders page, in sync", 100, LIST, { sync_status: "in_sync" }],
    ["orders page, late", 100, LIST, { deadline: "ship_overdue" }],
    ["orders page by deadline", 100, LIST, { order: "next_deadline" }],
    ["orders page by last update", 100, LIST, { order: "-last_update_at" }],
    ["search for an order number", 100, LIST, { q: number }],
    ["search for a SKU", 100, LIST, { q: "sku-17" }],
    ["search for a tracking number", 100, LIST, { q: `1Z${String(old).padStart(9, "0")}` }],
    ["cards", 100, `${LIST}/counts`],
    ["newest updates of all orders", 100, "/admin/walmart/updates"],
  ]
}

async function screens(admin: AdminClient, orders: number) {
  const figures = []
  for (const [name, budget, path, params] of looksAt(orders)) {
    const look = () => admin.get(path, params)
    await look()
    const taken: number[] = []
    for (let n = 0; n < LOOKS; n++) taken.push(await timed(look))
    figures.push({ name, value: median(taken), budget })
  }
  return figures
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function median(taken: number[]): number {
  return taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)]
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
