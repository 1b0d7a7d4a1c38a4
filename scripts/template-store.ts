import { createHash } from "node:crypto"
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { SeededStore } from "../testing/seed"
import { medusa } from "../testing/store-process"
import { createDatabase, dropDatabase, remarkOf, renameDatabase } from "./database"
import type { PostgresServer } from "./postgres"

/** A database that stores under test begin as copies of. */
export interface TemplateStore {
  database: string
  seeded: SeededStore
}

const ROOT = join(__dirname, "..")
const VARIABLE = "WALMART_TEMPLATE_STORE"

/** It sells at no Walmart and uses no Redis, whatever the shell has set. */
const ALONE = {
  NODE_OPTIONS: "",
  REDIS_URL: "",
  WALMART_OPTIONS_JSON: JSON.stringify({ accounts: [] }),
}

/**
 * Migrates and seeds a database with Medusa's own commands, which takes half a minute, and names it to this process and those
 * that it starts. A copy of it is there in a fifth of a second. A server that goes on keeps it for the next run of the same sources.
 * @throws Error with the log file's path when a command fails
 */
export async function makeTemplateStore(postgres: PostgresServer): Promise<void> {
  const url = postgres.url(`walmart_template_${fingerprint()}`)
  const kept = postgres.embedded ? null : await remarkOf(url)
  const seeded: SeededStore = kept === null ? await make(postgres, url) : JSON.parse(kept)
  const template: TemplateStore = { database: nameOf(url), seeded }
  process.env[VARIABLE] = JSON.stringify(template)
}

/** Makes it under a name of this process's own, so that nobody takes one that is half made. */
async function make(postgres: PostgresServer, url: string): Promise<SeededStore> {
  console.log("Making the store that others are copies of, which takes half a minute.")
  const folder = mkdtempSync(join(tmpdir(), "walmart-template-"))
  const ids = join(folder, "seeded.json")
  const env = { DATABASE_URL: postgres.url(`walmart_template_${process.pid}`), ...ALONE }
  const surroundings = { env, logFile: join(folder, "store.log") }
  await createDatabase(env.DATABASE_URL)
  try {
    await medusa(["db:migrate"], surroundings)
    await medusa(["exec", "./testing/seed.ts", ids], surroundings)
    const seeded = readFileSync(ids, "utf8")
    await renameDatabase(env.DATABASE_URL, nameOf(url), seeded)
    rmSync(folder, { recursive: true })
    return JSON.parse(seeded)
  } finally {
    await dropDatabase(env.DATABASE_URL)
  }
}

const nameOf = (url: string) => new URL(url).pathname.slice(1)

/** Of all that a migrated and seeded store depends on. */
function fingerprint(): string {
  const hash = createHash("sha256")
  for (const path of SOURCES.flatMap(filesOf))
    hash.update(path).update(readFileSync(join(ROOT, path)))
  return hash.digest("hex").slice(0, 16)
}

const SOURCES = [
  ...["package-lock.json", "medusa-config.js", "testing/seed.ts", "testing/seed-products.ts"],
  ...["src/links", "src/modules/walmart/migrations"],
]

function filesOf(path: string): string[] {
  const whole = join(ROOT, path)
  if (!statSync(whole).isDirectory()) return [path]
  return readdirSync(whole)
    .sort()
    .flatMap((name) => filesOf(join(path, name)))
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
