import { performance } from "node:perf_hooks"
import { waitFor } from "../demo/wait-for"
import { OwnStore } from "../integration-tests/helpers/own-store"
import type { Figure } from "./figure"

const MUG = { lines: [{ sku: "MUG-1", quantity: 1, price: 9.99 }] }
const NUMBER = "1Z999AA10123456784"

/** From pressing Save on Medusa's own Ship screen to Walmart's ledger, on an idle store with the shipped schedules. */
export async function latency(databaseUrl: string, parcels: number): Promise<Figure[]> {
  const env = { DISABLE_ADMIN: "true" }
  const plugin = { schedules: { pollEveryMs: 5_000 } }
  const store = await OwnStore.open({ databaseUrl, plugin, env })
  try {
    const taken: number[] = []
    for (let n = 0; n < parcels; n++) taken.push(await shipOne(store))
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

async function shipOne(store: OwnStore): Promise<number> {
  const { orderId, purchaseOrderId: po } = await store.order(MUG)
  const fulfillment = await store.admin.fulfill(orderId)
  const startedAt = performance.now()
  const arrival = waitFor("the parcel", () => store.ledger(po, "shipped").length > 0, {
    everyMs: 2,
    timeoutMs: 60_000,
  })
  await store.admin.ship(orderId, fulfillment, [{ tracking_number: NUMBER }])
  await arrival
  return performance.now() - startedAt
}
