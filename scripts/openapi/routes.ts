import { readdirSync, readFileSync } from "node:fs"
import { join, sep } from "node:path"

/** A route as its file tells of it. */
export interface RouteFact {
  /** Lower case. */
  method: string
  /** As `/admin/walmart/orders/:id`. */
  path: string
  /** The handler's comment. */
  summary: string
  /** Name of the type that it answers with; null where it has none. */
  answers: string | null
}

const HANDLER =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export async function (GET|POST|DELETE)\(([\s\S]*?)\): Promise<void>/g

/** Reads every handler below a folder of Medusa's `api`. @param root path of `src/api` */
export function routesBelow(root: string, folder: string): RouteFact[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.split(sep).at(-1) === "route.ts")
    .sort()
    .flatMap((file) => handlersOf(join(root, folder, file), pathOf(join(folder, file))))
}

function pathOf(file: string): string {
  const parts = file.split(sep).slice(0, -1)
  return `/${parts.map((part) => part.replace(/^\[(.+)\]$/, ":$1").toLowerCase()).join("/")}`
}

function handlersOf(file: string, path: string): RouteFact[] {
  const text = readFileSync(file, "utf8")
  return [...text.matchAll(HANDLER)].map(([, comment, method, parameters]) => ({
    method: method.toLowerCase(),
    path,
    summary: comment.replace(/\s*\n\s*\*\s?/g, " ").trim(),
    answers: /MedusaResponse<(\w+)>/.exec(parameters)?.[1] ?? null,
  }))
}
