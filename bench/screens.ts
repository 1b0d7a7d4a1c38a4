import { performance } from "node:perf_hooks"
import type { AdminClient } from "../testing/admin-client"
import { waitFor } from "../testing/wait-for"
import { connect } from "../testing/connect"
import { shipment } from "../integration-tests/faults/harness/updates"
import { OwnStore } from "../testing/own-store"
import { NO_LIMIT } from "../testing/no-limit"
import type { Simulator } from "../simulator"
import { clientFor } from "../src/modules/walmart/accounts/clients"
import { enqueue } from "../src/modules/walmart/queue/enqueue-sql"
import { parseOptions, type WalmartPluginOptions } from "../src/modules/walmart/config/options"
import { databaseNow, saveOrder } from "../src/modules/walmart/orders/order-sql"
import { marketOf } from "../src/walmart/markets/markets"
import type { Figure } from "./figure"

const ACCOUNT = "main"
const MUG = { lines: [{ sku: "MUG-1", quantity: 1, price: 9.99 }] }
const LOOKS = 100
const PLUGIN: WalmartPluginOptions = {
  // One poll at the start and no other, so that sending is all that goes on afterwards.
  schedules: { sendEveryMs: 5_000, pollEveryMs: 86_400_000 },
  rateLimits: { "orders.shipping": NO_LIMIT },
}

/** How long Medusa's own screens take in a real store, with nothing to send and with a flood to a Walmart that takes its time. */
export async function screens(databaseUrl: string, parcels: number): Promise<Figure[]> {
  const env = { DISABLE_ADMIN: "true" }
  let po = ""
  const prepare = (walmart: Simulator) => {
    po = walmart.control.createOrder(MUG).purchaseOrderId
  }
  const store = await OwnStore.open({ databaseUrl, plugin: PLUGIN, env, prepare })
  const { admin, simulator } = store
  try {
    const id = await store.imported(po)
    simulator.control.run("POST", "rate-limits", { off: true })
    await looks(admin, id)
    const quiet = await looks(admin, id)
    const slow = { route: "orders.shipping", times: 100_000, fault: { kind: "delay", ms: 2_000 } }
    simulator.control.run("POST", "faults", slow)
    await flood(databaseUrl, simulator, parcels)
    await waitFor("the sending to begin", () => simulator.control.ledger().length > 5, {
      timeoutMs: 60_000,
    })
    const busy = await looks(admin, id)
    return [
      ...figures("with nothing to send", quiet, quiet),
      ...figures(`with ${parcels} parcels to a slow Walmart`, busy, quiet),
    ]
  } finally {
    await store.close()
  }
}

/** Purchase orders that the plugin knows, with a parcel each; Medusa's part of them is not needed for sending. */
async function flood(databaseUrl: string, simulator: Simulator, parcels: number): Promise<void> {
  const db = connect(databaseUrl)
  const keys = { clientId: "demo-client", clientSecret: "demo-secret" }
  const accounts = [{ id: ACCOUNT, ...keys, baseUrl: simulator.url }]
  const options = parseOptions({ ...PLUGIN, accounts })
  const [account] = options.accounts
  const client = clientFor(db, account, options)
  const market = marketOf(account.market)
  for (let n = 0; n < parcels; n++) {
    const made = simulator.control.createOrder({ ...MUG, status: "Acknowledged" })
    const readAt = await databaseNow(db)
    const order = await client.getOrder(made.purchaseOrderId)
    const { id } = await saveOrder(db, { accountId: ACCOUNT, order, market, readAt })
    const target = { id, accountId: ACCOUNT, deadlineAt: new Date() }
    await enqueue(db, target, [shipment({ 1: 1 })], "bench")
  }
  await db.destroy()
}

/** Milliseconds of each look at the order list and one order. */
async function looks(admin: AdminClient, orderId: string): Promise<number[]> {
  const taken: number[] = []
  for (let n = 0; n < LOOKS; n++) {
    const startedAt = performance.now()
    await admin.get("/admin/orders", { limit: 20 })
    await admin.order(orderId)
    taken.push(performance.now() - startedAt)
  }
  return taken.sort((a, b) => a - b)
}

/** The budget is twice the quiet time: sending shares one process with the screens here, which a large store would not do. */
function figures(when: string, taken: number[], quiet: number[]): Figure[] {
  return [50, 95].map((percent) => {
    const at = (times: number[]) => times[Math.floor((times.length * percent) / 100)]
    const name = `order list and order ${when}, p${percent}`
    return { name, value: at(taken), unit: "ms", budget: Math.ceil(2 * at(quiet)) }
  })
}
