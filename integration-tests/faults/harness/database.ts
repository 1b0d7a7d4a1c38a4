import { readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { serverUrl } from "../../helpers/database-url"
import { connect } from "../../../testing/connect"

/** A database of its own with the module's tables and nothing else of Medusa. */
export interface FaultDatabase {
  url: string
  db: Knex
  /** Cuts whoever is still connected. */
  drop(): Promise<void>
}

let serial = 0

/** Creates a database and runs the module's migrations in it. */
export async function createDatabase(): Promise<FaultDatabase> {
  const name = `walmart_faults_${process.pid}_${Date.now()}_${++serial}`
  const admin = connect(serverUrl("postgres"), 1)
  await admin.raw(`CREATE DATABASE ${name}`)
  const url = serverUrl(name)
  const db = connect(url)
  await migrate(db, "up")
  const drop = async () => {
    await db.destroy()
    await admin.raw(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.destroy()
  }
  return { url, db, drop }
}

const FOLDER = resolve(__dirname, "../../../src/modules/walmart/migrations")

/** File names of the module's migrations, oldest first. */
export function migrationFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => /^Migration\d+\.ts$/.test(name))
    .sort()
}

/** Runs the module's migrations without MikroORM's migrator around them. */
export async function migrate(db: Knex, direction: "up" | "down"): Promise<void> {
  const files = migrationFiles()
  for (const file of direction === "up" ? files : files.reverse()) {
    const exported: Record<string, new () => Migration> = await import(join(FOLDER, file))
    const migration = new exported[file.replace(".ts", "")]()
    await migration[direction]()
    for (const sql of migration.getQueries()) await db.raw(String(sql))
  }
}

/** Columns that a sender of an earlier version does without, as in `ofEarlierVersion`. */
const LATER_COLUMNS = [
  "walmart_account.refunds",
  "walmart_account.refunds_sent_from",
  "walmart_attempt.error_words",
  "walmart_queue.last_error_words",
  "walmart_queue.subject",
]

/** Kinds of update that are as old as the tables. */
const EARLIER_KINDS = ["acknowledgment", "shipment", "cancellation"]

/**
 * Makes the tables those of an earlier version.
 * @returns what an upgrade's migration would do: add columns, and widen what is checked
 */
export async function toEarlierTables(db: Knex): Promise<() => Promise<void>> {
  const { rows: columns } = await db.raw<{ rows: Definition[] }>(COLUMNS, [LATER_COLUMNS])
  const { rows: checks } = await db.raw<{ rows: Definition[] }>(CHECKS, [LATER_COLUMNS])
  for (const { undo } of [...checks, ...columns]) await db.raw(undo)
  await db.raw(`ALTER TABLE walmart_update ADD CONSTRAINT ${KIND_CHECK}
    CHECK (kind IN (${EARLIER_KINDS.map((kind) => `'${kind}'`).join(", ")}))`)
  return async () => {
    await db.raw(`ALTER TABLE walmart_update DROP CONSTRAINT ${KIND_CHECK}`)
    for (const { make } of [...columns, ...checks]) await db.raw(make)
  }
}

/** A column or check as the migrations make it. */
interface Definition {
  make: string
  undo: string
}

const KIND_CHECK = "walmart_update_kind_check"

const COLUMNS = `
SELECT format('ALTER TABLE %s ADD COLUMN %I %s %s %s', c.attrelid::regclass, c.attname, format_type(c.atttypid, c.atttypmod),
    'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), CASE WHEN c.attnotnull THEN 'NOT NULL' END) AS make,
  format('ALTER TABLE %s DROP COLUMN %I', c.attrelid::regclass, c.attname) AS undo
FROM pg_attribute c LEFT JOIN pg_attrdef d ON d.adrelid = c.attrelid AND d.adnum = c.attnum
WHERE c.attrelid::regclass || '.' || c.attname = ANY(?)`

const CHECKS = `
SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) AS make,
  format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname) AS undo
FROM pg_constraint k JOIN pg_attribute c ON c.attrelid = k.conrelid AND c.attnum = ANY(k.conkey)
WHERE k.contype = 'c' AND (k.conname = '${KIND_CHECK}' OR c.attrelid::regclass || '.' || c.attname = ANY(?))`
