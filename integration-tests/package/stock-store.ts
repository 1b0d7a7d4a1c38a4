import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { LATELY } from "../../testing/recent"
import { createDatabase, dropDatabase } from "../../scripts/database"
import { databaseUrlOf } from "../helpers/database-url"
import { type Install, npmOf } from "./npm"
import { plainEnvironment } from "./program"
import { temporaryFolder } from "./scratch-store"
import { commandsOf, type StoreCommands } from "./store-commands"

const ROOT = resolve(__dirname, "..", "..")

/** What Medusa's own starter has in its folder. */
const STARTER = join(__dirname, "starter")

/** The starter's way to say where a store's things are. */
const PROJECT = `projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS!,
      adminCors: process.env.ADMIN_CORS!,
      authCors: process.env.AUTH_CORS!,
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },`

/** The simulated Walmart instead of the real one, and orders that were there before the store. */
const AT_THE_SIMULATOR = `baseUrl: process.env.WALMART_URL, importFrom: "${LATELY}",`

type Manifest = Record<"dependencies" | "devDependencies", Record<string, string>>

/** A store of Medusa's starter with the plugin of an archive. */
export interface StockStore extends StoreCommands {
  folder: string
  remove(): Promise<void>
}

/** What a stock store is made of and with. */
export interface Recipe {
  /** Node's executable. */
  node: string
  install: Install
  /** Version of a package of Medusa's; the newest that the plugin's peer ranges allow where it is null. */
  versionOf(name: string): string | null
  /** Files that the installer wants in the store's folder. */
  files: Record<string, string>
}

/** The newest Medusa, by npm and the Node that is running. */
export const NEWEST: Recipe = {
  node: process.execPath,
  install: npmOf(process.execPath),
  versionOf: () => null,
  files: {},
}

/**
 * Does what README and Medusa's documentation tell a stranger to do: installs the newest Medusa that the plugin's peer ranges
 * allow and then the archive, adds README's entry, migrates, builds. The store's products and its admin are the demo's.
 * @param walmartUrl where its Walmart is
 * @param said hears which step begins
 */
export async function stockStore(
  archive: string,
  walmartUrl: string,
  recipe: Recipe = NEWEST,
  said: (step: string) => void = () => {}
): Promise<StockStore> {
  const folder = temporaryFolder()
  const databaseUrl = databaseUrlOf("walmart_stock")
  const remove = async () => {
    rmSync(folder, { recursive: true })
    await dropDatabase(databaseUrl)
  }
  try {
    await createDatabase(databaseUrl)
    writeStarter(folder, recipe)
    said("install")
    await recipe.install(folder)
    await recipe.install(folder, archive)
    const env = environment(databaseUrl, walmartUrl)
    const compiled = join(folder, ".medusa", "server")
    const commands = commandsOf({ folder, env, compiled, node: recipe.node })
    said("migrate")
    await commands.medusa("db:migrate")
    said("build")
    // One computes, the other mostly waits for the database.
    await Promise.all([commands.medusa("build"), commands.medusa("exec", "./src/scripts/seed.ts")])
    return { folder, ...commands, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

function writeStarter(folder: string, recipe: Recipe): void {
  const scripts = join(folder, "src", "scripts")
  mkdirSync(scripts, { recursive: true })
  for (const file of ["seed.ts", "seed-products.ts"]) {
    copyFileSync(join(ROOT, "testing", file), join(scripts, file))
  }
  copyFileSync(join(STARTER, "tsconfig.json"), join(folder, "tsconfig.json"))
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest(recipe)))
  for (const [name, text] of Object.entries(recipe.files)) writeFileSync(join(folder, name), text)
  writeFileSync(join(folder, "medusa-config.ts"), config())
}

/** The starter's packages, each as new as the plugin allows it. */
function manifest({ versionOf }: Recipe): Manifest {
  const starter: Manifest = JSON.parse(readFileSync(join(STARTER, "package.json"), "utf8"))
  const plugin = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"))
  const ranges: Record<string, string> = plugin.peerDependencies
  const range = (name: string) => versionOf(name) ?? ranges[name] ?? ranges["@medusajs/medusa"]
  const names = Object.keys(starter.dependencies)
  return { ...starter, dependencies: Object.fromEntries(names.map((name) => [name, range(name)])) }
}

/** What README tells to write, with the starter's lines in the place that it leaves open. */
function config(): string {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8")
  const [, block = ""] = /```ts\n(\/\/ medusa-config\.ts\n.*?)```/s.exec(readme) ?? []
  const project = replaceOnce(block, "// …", PROJECT)
  const account = replaceOnce(project, `market: "us",`, `market: "us", ${AT_THE_SIMULATOR}`)
  return `import { defineConfig } from "@medusajs/framework/utils"\n${account}`
}

function replaceOnce(text: string, part: string, by: string): string {
  if (text.split(part).length === 2) return text.replace(part, () => by)
  throw new Error(`README's block for medusa-config.ts has not one "${part}" to put "${by}" at.`)
}

/** What a store is deployed with. */
function environment(databaseUrl: string, walmartUrl: string): NodeJS.ProcessEnv {
  const here = "http://localhost:9000"
  return {
    ...plainEnvironment(),
    ...{ NODE_ENV: "production", MEDUSA_DISABLE_TELEMETRY: "true" },
    ...{ STORE_CORS: here, ADMIN_CORS: here, AUTH_CORS: here },
    ...{ JWT_SECRET: "test", COOKIE_SECRET: "test", DATABASE_URL: databaseUrl },
    ...{ WALMART_CLIENT_ID: "demo-client", WALMART_CLIENT_SECRET: "demo-secret" },
    WALMART_URL: walmartUrl,
  }
}
