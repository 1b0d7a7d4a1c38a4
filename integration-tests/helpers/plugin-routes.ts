import { readdirSync } from "node:fs"
import { join, resolve } from "node:path"

const FOLDER = resolve(__dirname, "../../src/api/admin/walmart")

const METHODS = ["GET", "POST", "DELETE"] as const

/** A route of the plugin's admin API; `[id]` stands in the path where an id goes. */
export interface PluginRoute {
  method: (typeof METHODS)[number]
  path: string
}

/** Every route there is, from the files that make them, so that none can be forgotten. */
export const ROUTES: PluginRoute[] = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts"))
  .flatMap((file) => methodsOf(file).map((method) => ({ method, path: pathOf(file) })))

function methodsOf(file: string): PluginRoute["method"][] {
  const route: Record<string, unknown> = jest.requireActual(join(FOLDER, file))
  return METHODS.filter((method) => route[method])
}

function pathOf(file: string): string {
  const folder = file.replace(/\/?route\.ts$/, "")
  return `/admin/walmart${folder && `/${folder}`}`
}
