import { performance } from "node:perf_hooks"
import { createDatabase, dropDatabase } from "../../scripts/database"
import type { Figure } from "../figure"
import type { Contestant } from "./contestant"
import { bareLoop, graphileWorker, pgBoss, plugin } from "./contestants"
import { dbos } from "./dbos"
import { installPeers } from "./peers"
import { SimulatedWalmart } from "./simulated-walmart"

const IN_FLIGHT = [1, 4, 16]

/** Against the others, and against the loop at the most jobs in flight. */
const AGAINST = { peers: 1, bareLoop: 0.8 }

/**
 * Orders a second that a backlog of acknowledgments is worked off with, no rate limit in the way: by the plugin, by queues a store would take
 * instead, and by a bare loop; one after the other on the same machine, against the same simulated Walmart, with the same client.
 * Only the ratios mean something on another machine.
 * @param url address of an empty database by name
 * @throws Error when Walmart did not take exactly one acknowledgment of each order
 */
export async function drain(url: (name: string) => string, orders: number): Promise<Figure[]> {
  const hasPeers = installPeers()
  if (!hasPeers)
    console.log("npm cannot install bench/peers: pg-boss, graphile-worker and DBOS are left out.")
  const others = hasPeers ? [pgBoss, graphileWorker, dbos] : []
  const walmart = await SimulatedWalmart.start()
  try {
    const figures: Figure[] = []
    for (const inFlight of IN_FLIGHT)
      figures.push(...(await round({ walmart, url, orders, inFlight }, others)))
    return figures
  } finally {
    walmart.stop()
  }
}

interface Round {
  walmart: SimulatedWalmart
  url(name: string): string
  orders: number
  inFlight: number
}

async function round(of: Round, others: Contestant[]): Promise<Figure[]> {
  const speeds = new Map<string, number>()
  for (const contestant of [plugin, bareLoop, ...others])
    speeds.set(contestant.name, await measure(contestant, of))
  const own = speeds.get(plugin.name) ?? 0
  return [...speeds].map(([name, speed]) => figure(name, speed, { own, inFlight: of.inFlight }))
}

/** Of another contestant: what the plugin's speed is of its. The bare loop is compared at the most jobs in flight. */
function figure(name: string, speed: number, { own, inFlight }: { own: number; inFlight: number }) {
  const among = `${name}, ${inFlight} in flight: ${speed.toFixed(0)} orders a second`
  if (name === plugin.name) return { name: among, value: 1, unit: "", budget: 1, more: true }
  const isAsked = name !== bareLoop.name || inFlight === Math.max(...IN_FLIGHT)
  const budget = isAsked ? AGAINST[name === bareLoop.name ? "bareLoop" : "peers"] : 0
  return {
    name: `${among}; the plugin's share of it`,
    value: own / speed,
    unit: "",
    budget,
    more: true,
  }
}

async function measure(contestant: Contestant, of: Round): Promise<number> {
  const purchaseOrderIds = await of.walmart.orders(of.orders)
  const databaseUrl = of.url(contestant.name.replace(/\W/g, "_"))
  await createDatabase(databaseUrl)
  try {
    const { inFlight, walmart } = of
    const backlog = { databaseUrl, walmartUrl: walmart.url, purchaseOrderIds, inFlight }
    const prepared = await contestant.prepare(backlog)
    const startedAt = performance.now()
    await prepared.drain()
    const seconds = (performance.now() - startedAt) / 1000
    await prepared.close()
    await judge(contestant, of)
    return of.orders / seconds
  } finally {
    await dropDatabase(databaseUrl)
  }
}

async function judge({ name }: Contestant, { walmart, orders }: Round): Promise<void> {
  const taken = await walmart.acknowledged()
  if (taken.calls === orders && taken.orders === orders) return
  const text = `${taken.calls} acknowledgments of ${taken.orders} orders`
  throw new Error(`${name} was to acknowledge ${orders} orders once each; Walmart took ${text}.`)
}
