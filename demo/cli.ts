import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import axios from "axios"
import { Client } from "pg"
import { createDatabase, dropDatabase } from "../scripts/database"
import { freePort, usePostgres } from "../scripts/postgres"
import { type Simulator, startSimulator } from "../simulator"
import type { WalmartPluginOptions } from "../src/modules/walmart/config/options"
import { AdminClient } from "../testing/admin-client"
import { LATELY } from "../testing/recent"
import { ADMIN } from "../testing/seed"
import { medusa, type RunningStore, startStore } from "../testing/store-process"
import type { Relabel } from "./desk"
import { tour } from "./tour"

/** `npm run demo [-- [--once] [--record traffic.jsonl]]` */

/** Short intervals, so that nobody has to wait; a real store polls Walmart every two minutes. */
function pluginOptions(baseUrl: string): WalmartPluginOptions {
  const account = { id: "main", clientId: "demo-client", clientSecret: "demo-secret", baseUrl }
  return {
    accounts: [{ ...account, importFrom: LATELY }],
    schedules: {
      ...{ sendEveryMs: 5_000, pollEveryMs: 5_000 },
      ...{ sweepEveryMs: 10_000, returnsEveryMs: 5_000 },
    },
  }
}

/** What was started, to be stopped in reverse. */
const started: (() => Promise<void>)[] = []

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { once: { type: "boolean", default: false }, record: { type: "string" } },
  })
  const interrupted = interruption()
  const simulator = await startSimulator({ port: 0, ownRules: true, recordTo: values.record })
  started.push(() => simulator.close())
  const booted = await Promise.race([interrupted, bootStore(simulator, values.once)])
  if (!booted) return 130
  const { store, relabel } = booted
  const admin = new AdminClient(axios.create({ baseURL: store.url }))
  await admin.login(ADMIN)
  const holds = await Promise.race([interrupted, tour(admin, simulator, relabel)])
  console.log(holds ? "\nThe tour holds." : "\nThe tour does not hold.")
  if (!values.once) {
    invite(store, simulator)
    await interrupted
    console.log("\nStopping.")
  }
  return holds ? 0 : 1
}

/** Resolves with null at Ctrl-C; a second one changes nothing, or it would leave servers behind. */
function interruption(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => resolve(null))
  })
}

interface Booted {
  store: RunningStore
  relabel: Relabel
}

async function bootStore(simulator: Simulator, once: boolean): Promise<Booted> {
  const postgres = await usePostgres()
  started.push(() => postgres.stop())
  const databaseUrl = postgres.url(`walmart_demo_${Date.now()}`)
  await createDatabase(databaseUrl)
  if (!postgres.embedded) started.push(() => dropDatabase(databaseUrl))
  const logFile = join(mkdtempSync(join(tmpdir(), "medusa-plugin-walmart-demo-")), "store.log")
  const env = {
    DATABASE_URL: databaseUrl,
    WALMART_OPTIONS_JSON: JSON.stringify(pluginOptions(simulator.url)),
    ...(once ? { DISABLE_ADMIN: "true" } : {}),
  }
  const surroundings = { env, logFile }
  console.log(`Medusa writes its log to ${logFile}`)
  await timed("Migrating an empty database", () => medusa(["db:migrate"], surroundings))
  await timed("Seeding a small store", () => medusa(["exec", "./testing/seed.ts"], surroundings))
  const port = await freePort(once ? 0 : Number(process.env.PORT ?? 9000))
  const store = await timed("Starting the store", () => startStore(port, surroundings))
  started.push(() => store.stop())
  return { store, relabel: relabelIn(databaseUrl) }
}

/** A provider's module writes Medusa's label past its screens, which have no way to change one. */
function relabelIn(connectionString: string): Relabel {
  return async (fulfillmentId, trackingNumber) => {
    const client = new Client({ connectionString })
    await client.connect()
    try {
      const change = `UPDATE fulfillment_label SET tracking_number = $2, updated_at = now() WHERE fulfillment_id = $1`
      await client.query(change, [fulfillmentId, trackingNumber])
    } finally {
      await client.end()
    }
  }
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now()
  const result = await work()
  console.log(`${what}: ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
  return result
}

function invite(store: RunningStore, simulator: Simulator): void {
  console.log(`
The admin is open: ${store.url}/app
  e-mail    ${ADMIN.email}
  password  ${ADMIN.password}

Another order:
  curl -X POST ${simulator.url}/v1/simulations/orders -H 'content-type: application/json' \\
    -d '{"lines": [{"sku": "MUG-1", "quantity": 1, "price": 9.99}]}'

Walmart's ledger: ${simulator.url}/__control/ledger

Ctrl-C ends everything; nothing is kept.`)
}

async function stopAll(): Promise<void> {
  for (const stop of started.reverse()) await stop()
}

main()
  .catch((error: Error) => {
    console.error(error.message)
    return 1
  })
  .then(async (code) => {
    await stopAll()
    process.exit(code)
  })
