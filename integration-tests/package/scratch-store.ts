import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { createDatabase, dropDatabase } from "../../scripts/database"
import { databaseUrlOf } from "../helpers/database-url"
import { commandsOf, type StoreCommands } from "./store-commands"

const ROOT = resolve(__dirname, "..", "..")
const CONFIG = `
const { defineConfig } = require("@medusajs/framework/utils")
module.exports = defineConfig({
  projectConfig: { databaseUrl: process.env.DATABASE_URL, http: { jwtSecret: "test", cookieSecret: "test" } },
  admin: { disable: true },
  plugins: [{ resolve: "medusa-plugin-walmart", options: JSON.parse(process.env.PLUGIN_OPTIONS) }],
})
`

/** A store that has nothing but Medusa and the packed plugin. */
export interface ScratchStore extends StoreCommands {
  folder: string
  remove(): Promise<void>
}

/** Packs the built plugin into `folder` and returns the archive's path and the list of its files. */
export function packInto(folder: string): { archive: string; files: string[] } {
  const printed = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  })
  const [{ filename, files }]: [{ filename: string; files: { path: string }[] }] =
    JSON.parse(printed)
  return { archive: join(folder, filename), files: files.map(({ path }) => path) }
}

/** A temporary folder that is handed back by its path. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "medusa-plugin-walmart-package-"))
}

/**
 * Makes a store with the archive installed and every other package taken from this repository, so that nothing is
 * downloaded and Medusa stays one copy.
 */
export async function scratchStore(archive: string): Promise<ScratchStore> {
  const folder = temporaryFolder()
  linkPackages(folder)
  install(archive, join(folder, "node_modules", "medusa-plugin-walmart"))
  mkdirSync(join(folder, "src"))
  writeFileSync(join(folder, "medusa-config.js"), CONFIG)
  writeFileSync(join(folder, "tsconfig.json"), "{}")
  const dependencies = { "@medusajs/medusa": "*" }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "scratch", dependencies }))
  const url = databaseUrlOf("walmart_package")
  await createDatabase(url)
  const env = {
    ...process.env,
    NODE_ENV: "production",
    LOG_LEVEL: "info",
    DATABASE_URL: url,
    PLUGIN_OPTIONS: "{}",
  }
  const remove = async () => {
    rmSync(folder, { recursive: true })
    await dropDatabase(url)
  }
  return { folder, ...commandsOf({ folder, env }), remove }
}

function linkPackages(folder: string): void {
  const packages = join(ROOT, "node_modules")
  mkdirSync(join(folder, "node_modules"))
  for (const name of readdirSync(packages).filter((entry) => !entry.startsWith("."))) {
    symlinkSync(join(packages, name), join(folder, "node_modules", name))
  }
}

function install(archive: string, folder: string): void {
  mkdirSync(folder)
  execFileSync("tar", ["-xzf", archive, "-C", folder, "--strip-components=1"])
}
