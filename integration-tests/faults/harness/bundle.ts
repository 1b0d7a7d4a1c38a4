import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

const ROOT = resolve(__dirname, "../../..")

/** Drivers that knex names and nobody here has. */
const OTHER_DRIVERS = ["better-sqlite3", "mysql", "mysql2", "oracledb", "sqlite3", "tedious"]

/** Medusa's and MikroORM's barrels take most of a second to load; these are the same functions without the barrels. */
const SHORT_CUTS = {
  "@medusajs/framework/utils": "./node_modules/@medusajs/utils/dist/common/generate-entity-id.js",
  "@medusajs/framework/mikro-orm/knex": "knex",
}

/**
 * Makes one plain JavaScript file of the worker, so that a new process sends within a fraction of a second.
 * In a process of its own, because esbuild does not run inside jest.
 */
export function bundleWorker(): string {
  const folder = mkdtempSync(join(tmpdir(), "walmart-worker-"))
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }))
  const outfile = join(folder, "worker.cjs")
  const settings = {
    entryPoints: [resolve(__dirname, "worker.ts")],
    bundle: true,
    platform: "node",
    target: "node20",
    logLevel: "error",
    external: [...OTHER_DRIVERS, "pg-native", "pg-query-stream"],
    alias: SHORT_CUTS,
    outfile,
  }
  const program = "require('esbuild').buildSync(JSON.parse(process.argv[1]))"
  execFileSync(process.execPath, ["-e", program, JSON.stringify(settings)], { cwd: ROOT })
  return outfile
}
