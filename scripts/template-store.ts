import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { SeededStore } from "../testing/seed"
import { medusa } from "../testing/store-process"
import { createDatabase, dropDatabase } from "./database"
import type { PostgresServer } from "./postgres"

/** A database that stores under test begin as copies of. */
export interface TemplateStore {
  database: string
  seeded: SeededStore
}

const DATABASE = `walmart_template_${process.pid}`
const VARIABLE = "WALMART_TEMPLATE_STORE"

/** It sells at no Walmart and uses no Redis, whatever the shell has set. */
const ALONE = {
  NODE_OPTIONS: "",
  REDIS_URL: "",
  WALMART_OPTIONS_JSON: JSON.stringify({ accounts: [] }),
}

/**
 * Migrates and seeds a database with Medusa's own commands, which takes half a minute, and names it to this process and those
 * that it starts. A copy of it is there in a fifth of a second.
 * @throws Error with the log file's path when a command fails
 */
export async function makeTemplateStore(postgres: PostgresServer): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "walmart-template-"))
  const ids = join(folder, "seeded.json")
  const env = { DATABASE_URL: postgres.url(DATABASE), ...ALONE }
  const surroundings = { env, logFile: join(folder, "store.log") }
  await createDatabase(env.DATABASE_URL)
  await medusa(["db:migrate"], surroundings)
  await medusa(["exec", "./testing/seed.ts", ids], surroundings)
  const template: TemplateStore = {
    database: DATABASE,
    seeded: JSON.parse(readFileSync(ids, "utf8")),
  }
  process.env[VARIABLE] = JSON.stringify(template)
  rmSync(folder, { recursive: true })
}

/** Stops the server, after dropping the template if one was made: the server may be one that goes on. */
export async function stopAfterTemplate(postgres: PostgresServer): Promise<void> {
  try {
    if (!postgres.embedded) await dropDatabase(postgres.url(DATABASE))
  } finally {
    await postgres.stop()
  }
}

/**
 * The template that the run's first process made.
 * @throws Error outside of `scripts/test.ts` and `bench/cli.ts`, which make one
 */
export function templateStore(): TemplateStore {
  const said = process.env[VARIABLE]
  if (said) return JSON.parse(said)
  throw new Error(`${VARIABLE} is not set: run this with \`npm run test:…\` or \`npm run bench\`.`)
}
