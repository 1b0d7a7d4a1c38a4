import { fork } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { Stage } from "../integration-tests/faults/harness/stage"
import { shipment } from "../integration-tests/faults/harness/updates"
import { NO_LIMIT } from "../testing/no-limit"
import { ENDPOINTS } from "../src/walmart/api/endpoint-limits"
import type { SendArguments, Held } from "./send-process"
import type { Figure } from "./figure"

const { perMinute, burst } = ENDPOINTS["orders.shipping"]

async function backlog(stage: Stage, count: number): Promise<void> {
  for (let n = 0; n < count; n++)
    await stage.enqueue(await stage.anOrder([1]), [shipment({ 1: 1 })])
}

/** How much of Walmart's published limit two senders use together while a backlog lasts, and how often they break it. */
export async function rateUse(): Promise<Figure[]> {
  // Far more than Walmart's own bucket holds when it is full, so that going too fast would be refused.
  const parcels = 2.5 * perMinute
  const stage = await Stage.start()
  await backlog(stage, parcels)
  stage.simulator.control.run("POST", "rate-limits", { off: false })
  const senders = [stage.sender(), stage.sender()]
  while (shippedAt(stage).length < parcels) {
    await Promise.all(senders.map((sender) => sender.round(5)))
  }
  const times = shippedAt(stage)
  const minutes = (Math.max(...times) - Math.min(...times)) / 60_000
  const refused = stage.simulator.control.requests().filter(({ status }) => status === 429)
  await stage.close()
  const use = (100 * (parcels - burst)) / (perMinute * minutes)
  const name = `limit of ${perMinute} calls a minute, two senders`
  return [
    { name: `${name}: used`, value: use, unit: "%", budget: 97, more: true },
    { name: `${name}: answers of 429`, value: refused.length, unit: "", budget: 0 },
  ]
}

function shippedAt(stage: Stage): number[] {
  const entries = stage.simulator.control.ledger()
  return entries.filter(({ effect }) => effect === "shipped").map(({ at }) => at)
}

/** Floods of which a process has to hold no more after the last than after the least of the others. */
const FLOODS = 4

/** What a process that only sends goes on holding, flood after flood. The first ones grow it, until V8 has found its size. */
export async function memory(parcels: number): Promise<Figure[]> {
  const stage = await Stage.start({
    rateLimits: { "orders.shipping": NO_LIMIT },
  })
  stage.simulator.control.run("POST", "faults", {
    route: "orders.shipping",
    times: 10 * FLOODS * parcels,
    fault: { kind: "delay", ms: 20 },
  })
  const child = launch({ url: stage.database.url, options: stage.pluginOptions })
  const floods: Held[] = []
  while (floods.length < FLOODS) {
    await backlog(stage, parcels)
    child.send("drain")
    const [held]: Held[] = await once(child, "message")
    floods.push(held)
  }
  child.kill()
  await stage.close()
  const name = `${FLOODS} floods of ${parcels} parcels to a slow Walmart`
  return [
    { name: `${name}: heap grows by`, value: grown(floods, "heap"), unit: "MB", budget: 5 },
    { name: `${name}: memory grows by`, value: grown(floods, "rss"), unit: "MB", budget: 50 },
  ]
}

function grown(floods: Held[], key: keyof Held): number {
  const held = floods.map((one) => one[key])
  return (held[FLOODS - 1] - Math.min(...held.slice(0, -1))) / 1_000_000
}

function launch(started: SendArguments) {
  const execArgv = ["--expose-gc", "--import", "tsx"]
  return fork(join(__dirname, "send-process.ts"), [JSON.stringify(started)], { execArgv })
}
