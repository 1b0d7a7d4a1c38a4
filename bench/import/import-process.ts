import { writeFileSync } from "node:fs"
import { performance } from "node:perf_hooks"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { pollWalmartOrdersWorkflow } from "../../src/workflows/import/polling/poll-walmart-orders"
import { type BareOrder, bareOrderWorkflow } from "./bare-order"

/** What importing took. */
export interface ImportTimes {
  /** Medusa orders before, after the import, and after the bare orders. */
  counts: number[]
  /** Milliseconds of the poll that imported what was at Walmart. */
  importMs: number
  /** Milliseconds for as many bare orders, one after the other, by the orders' lines. */
  bareMs: number
  /** The most memory held meanwhile, bytes. */
  rss: number
}

/** What a bare order is made of: as many orders as were imported, of as many lines. */
export interface ImportArguments {
  orders: number
  order: BareOrder
}

/** `medusa exec bench/import/import-process.ts <file> <arguments>`: imports what is at Walmart, then makes as many orders with bare steps. */
export default async function importProcess({ container, args }: ExecArgs): Promise<void> {
  const [file, given] = args
  const { orders, order }: ImportArguments = JSON.parse(given)
  const counts = [await count(container)]
  const importMs = await timed(() => pollWalmartOrdersWorkflow(container).run({ input: {} }))
  counts.push(await count(container))
  const bareMs = await timed(async () => {
    for (let n = 0; n < orders; n++) await bareOrderWorkflow(container).run({ input: order })
  })
  counts.push(await count(container))
  const rss = process.resourceUsage().maxRSS * 1024
  const times: ImportTimes = { counts, importMs, bareMs, rss }
  writeFileSync(file, JSON.stringify(times))
}

async function count(container: MedusaContainer): Promise<number> {
  const [, orders] = await container.resolve(Modules.ORDER).listAndCountOrders({}, { take: 1 })
  return orders
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
