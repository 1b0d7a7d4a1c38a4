import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { waitFor } from "../../testing/wait-for"
import { OwnStore } from "../../testing/own-store"
import { templateStore } from "../../scripts/template-store"
import type { WalmartPluginOptions } from "../../src/modules/walmart/config/options"
import type { Figure } from "../figure"
import type { ImportArguments, ImportTimes } from "./import-process"

const NEVER = 86_400_000

/** The store polls when the bench says so. */
const PLUGIN: WalmartPluginOptions = {
  schedules: { sendEveryMs: NEVER, pollEveryMs: NEVER, sweepEveryMs: NEVER, pruneEveryMs: NEVER },
}

/** Of the bare steps' speed. */
const BUDGET = 0.9

/**
 * Orders a second that one poll imports, of one line and of fifty, against Medusa's bare steps for as many orders in the same process.
 * @param orders of one line; a tenth as many of fifty lines
 * @throws Error when not every order became exactly one Medusa order
 */
export async function imports(url: (name: string) => string, orders: number): Promise<Figure[]> {
  const few = await measure(url("import_1"), orders, 1)
  const many = await measure(url("import_50"), Math.ceil(orders / 10), 50)
  return [...few, ...many]
}

async function measure(databaseUrl: string, orders: number, lines: number): Promise<Figure[]> {
  const store = await OwnStore.open({ databaseUrl, plugin: PLUGIN, env: { DISABLE_ADMIN: "true" } })
  try {
    store.simulator.control.run("POST", "rate-limits", { off: true })
    await firstPollEnds(store)
    for (let n = 0; n < orders; n++) store.simulator.control.createOrder(walmartOrder(lines))
    const given: ImportArguments = { orders, order: await bareOrder(store, lines) }
    const times = await timesOf(store, given)
    judge(times, orders)
    return figures(times, orders, lines)
  } finally {
    await store.close()
  }
}

/** The store itself looks in once behind its boot; it would import what the bench is to time. */
async function firstPollEnds({ db }: OwnStore): Promise<void> {
  const polled = "SELECT 1 FROM walmart_account WHERE last_poll_at IS NOT NULL"
  await waitFor("the first poll", async () => (await db.query(polled)).rows.length > 0, {
    timeoutMs: 60_000,
  })
}

function walmartOrder(lines: number) {
  return {
    lines: Array.from({ length: lines }, () => ({ sku: "MUG-1", quantity: 1, price: 9.99 })),
  }
}

async function bareOrder(store: OwnStore, lines: number): Promise<ImportArguments["order"]> {
  const { regionId, salesChannelId, stockLocationId, variantIds } = templateStore().seeded
  const { rows } = await store.db.query<{ id: string }>(
    "SELECT inventory_item_id AS id FROM product_variant_inventory_item WHERE variant_id = $1",
    [variantIds["MUG-1"]]
  )
  const item = { title: "Mug", variant_id: variantIds["MUG-1"], quantity: 1, unit_price: 9.99 }
  return {
    order: {
      region_id: regionId,
      sales_channel_id: salesChannelId,
      currency_code: "usd",
      email: "buyer@example.com",
      shipping_address: {
        first_name: "A",
        last_name: "Buyer",
        city: "Bentonville",
        country_code: "us",
      },
      items: Array.from({ length: lines }, () => item),
      shipping_methods: [{ name: "Standard", amount: 0 }],
    },
    inventoryItemId: rows[0].id,
    locationId: stockLocationId,
    amount: 9.99 * lines,
  }
}

async function timesOf(store: OwnStore, given: ImportArguments): Promise<ImportTimes> {
  const folder = mkdtempSync(join(tmpdir(), "walmart-import-"))
  const file = join(folder, "times.json")
  await store.command("exec", "./bench/import/import-process.ts", file, JSON.stringify(given))
  const times: ImportTimes = JSON.parse(readFileSync(file, "utf8"))
  rmSync(folder, { recursive: true })
  return times
}

function judge({ counts: [before, imported, all] }: ImportTimes, orders: number): void {
  if (imported - before === orders && all - imported === orders) return
  throw new Error(
    `${orders} orders were to be imported and made; Medusa has ${imported - before} and ${all - imported}.`
  )
}

function figures({ importMs, bareMs, rss }: ImportTimes, orders: number, lines: number): Figure[] {
  const speed = (ms: number) => ((1_000 * orders) / ms).toFixed(1)
  const of = `${orders} orders of ${lines} ${lines === 1 ? "line" : "lines"}`
  const name = `import of ${of}: ${speed(importMs)} a second, bare steps ${speed(bareMs)}; share of them`
  return [
    { name, value: bareMs / importMs, unit: "", budget: BUDGET, more: true },
    { name: `import of ${of}: memory at most`, value: rss / 1_000_000, unit: "MB", budget: 1_000 },
  ]
}
