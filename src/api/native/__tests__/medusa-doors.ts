import { readdirSync } from "node:fs"
import { dirname, join, sep } from "node:path"
import { HTTP_METHODS, type MiddlewareRoute } from "@medusajs/framework/http"

const API = dirname(require.resolve("@medusajs/medusa/api/middlewares"))
const FLOWS = dirname(require.resolve("@medusajs/core-flows"))

/** Every route of the installed Medusa that may change something, as `POST /admin/orders/:id`, from the files that make them. */
export const CHANGING_ROUTES: string[] = readdirSync(API, { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|[\\/])route\.js$/.test(file))
  .flatMap((file) => methodsOf(file).map((method) => `${method} ${pathOf(file)}`))
  .sort()

function methodsOf(file: string): string[] {
  const made: Record<string, unknown> = jest.requireActual(join(API, file))
  return HTTP_METHODS.filter((method) => method !== "GET" && typeof made[method] === "function")
}

function pathOf(file: string): string {
  const names = file.split(sep).slice(0, -1)
  return names.map((name) => `/${name.replace(/^\[(\w+)\]$/, ":$1")}`).join("")
}

/** Every workflow of the installed Medusa, as `folder/export`. */
export const WORKFLOWS: string[] = readdirSync(FLOWS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => workflowsIn(name).map((workflow) => `${name}/${workflow}`))

function workflowsIn(folder: string): string[] {
  const made: Record<string, unknown> = jest.requireActual(join(FLOWS, folder))
  return Object.keys(made).filter((name) => isWorkflow(made[name]))
}

function isWorkflow(made: unknown): boolean {
  return typeof made === "function" && "runAsStep" in made && "getName" in made
}

/** Whether a route's body may say `no_notification`: Medusa's own validation of it is asked. */
export async function maySayMute(route: string): Promise<boolean> {
  const answers = await Promise.all(validationsOf(route).map(refusalOfNonsense))
  return answers.some((message) => message.includes("'boolean' for field 'no_notification'"))
}

type Middleware = (req: object, res: object, next: (error?: unknown) => void) => unknown

function validationsOf(route: string): Middleware[] {
  const [method, path] = route.split(" ")
  const { default: medusa }: { default: { routes: MiddlewareRoute[] } } = jest.requireActual(
    join(API, "middlewares.js")
  )
  return medusa.routes
    .filter(({ matcher, methods }) => matcher === path && methods?.includes(method as "POST"))
    .flatMap(({ middlewares }) => (middlewares ?? []) as Middleware[])
    .filter(({ name }) => name === "validateBody")
}

async function refusalOfNonsense(validate: Middleware): Promise<string> {
  const heard: unknown[] = []
  await validate({ body: { no_notification: "nonsense" } }, {}, (error) => heard.push(error))
  return heard[0] instanceof Error ? heard[0].message : ""
}
