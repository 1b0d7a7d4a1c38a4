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

/** Runs the module's migrations whose file names match, without MikroORM's migrator around them. */
export async function migrate(db: Knex, direction: "up" | "down", which = /./): Promise<void> {
  const wanted = migrationFiles().filter((name) => which.test(name))
  for (const file of direction === "up" ? wanted : wanted.reverse()) {
    const exported: Record<string, new () => Migration> = await import(join(FOLDER, file))
    const migration = new exported[file.replace(".ts", "")]()
    await migration[direction]()
    for (const sql of migration.getQueries()) await db.raw(String(sql))
  }
}
