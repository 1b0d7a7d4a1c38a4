import { performance } from "node:perf_hooks"
import { waitFor } from "../testing/wait-for"
import { OwnStore, type StoreOrder } from "../testing/own-store"
import { NO_LIMIT } from "../testing/no-limit"
import { upsNumber } from "../testing/ups-number"
import type { WalmartPluginOptions } from "../src/modules/walmart/config/options"
import type { Figure } from "./figure"

const MUG = { lines: [{ sku: "MUG-1", quantity: 1, price: 9.99 }] }

/** Parcels follow each other faster than Walmart's limits allow, and how long a turn takes is not the question here. */
const PLUGIN: WalmartPluginOptions = {
  schedules: { pollEveryMs: 5_000 },
  rateLimits: { "orders.acknowledge": NO_LIMIT, "orders.shipping": NO_LIMIT },
}

/** From pressing Save on Medusa's own Ship screen to Walmart's ledger, on an idle store without Walmart's limits. */
export async function latency(databaseUrl: string, parcels: number): Promise<Figure[]> {
  const env = { DISABLE_ADMIN: "true" }
  const store = await OwnStore.open({ databaseUrl, plugin: PLUGIN, env })
  try {
    store.simulator.control.run("POST", "rate-limits", { off: true })
    const taken: number[] = []
    for (const order of await orders(store, parcels)) taken.push(await ship(store, order))
    taken.sort((a, b) => a - b)
    const at = (percent: number) => taken[Math.floor(((taken.length - 1) * percent) / 100)]
    return [
      { name: "native Ship to Walmart's ledger, p50", value: at(50), unit: "ms", budget: 1_000 },
      { name: "native Ship to Walmart's ledger, p95", value: at(95), unit: "ms", budget: 2_000 },
    ]
  } finally {
    await store.close()
  }
}

/** All of them at once, so that nothing is imported while parcels are on their way. */
async function orders(store: OwnStore, count: number): Promise<StoreOrder[]> {
  const made = Array.from({ length: count }, () => store.simulator.control.createOrder(MUG))
  const taken: StoreOrder[] = []
  for (const one of made) taken.push(await store.taken(one))
  return taken
}

async function ship(
  store: OwnStore,
  { purchaseOrderId: po, orderId }: StoreOrder
): Promise<number> {
  const fulfillment = await store.admin.fulfill(orderId)
  const startedAt = performance.now()
  const arrival = waitFor("the parcel", () => store.ledger(po, "shipped").length > 0, {
    everyMs: 2,
    timeoutMs: 60_000,
  })
  await store.admin.ship(orderId, fulfillment, [{ tracking_number: upsNumber() }])
  await arrival
  return performance.now() - startedAt
}
