import { readdirSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { requestSchemas } from "../../src/api/route-permissions"
import { openApi } from "../openapi"
import { PUBLIC_ROUTES } from "../openapi/public-routes"

const API = resolve(__dirname, "../../src/api")

type Operation = { summary: string; security?: unknown; requestBody?: unknown }

describe("the reference of the HTTP API", () => {
  const document = openApi()
  const paths = Object.entries(document.paths as Record<string, Record<string, Operation>>)
  const operations = paths.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
  )

  it("is the file in docs; `npm run docs:api` writes it anew", () => {
    const written = readFileSync(resolve(__dirname, "../../docs/openapi.json"), "utf8")
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(document)))
  })

  it("has every route, and what each takes", () => {
    const known = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`)
    for (const [route, { body }] of requestSchemas) {
      const name = route.replace(/:(\w+)/g, "{$1}")
      expect(known).toContain(name)
      const operation = operations[known.indexOf(name)].operation
      expect([name, operation.requestBody !== undefined]).toEqual([name, body !== undefined])
    }
  })

  it("has what every file of routes answers, those that Walmart calls among them", () => {
    const known = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`)
    expect(known).toContain("POST /walmart/webhooks/{account}")
    expect(known.sort()).toEqual(filesOfRoutes().flatMap(handlersOf).sort())
  })

  it("names for routes outside of the admin each status that their code answers", () => {
    for (const [path, { responses }] of Object.entries(PUBLIC_ROUTES)) {
      const file = `${path.slice(1).replace(/:(\w+)/g, "[$1]")}/route.ts`
      const text = readFileSync(resolve(API, file), "utf8")
      const answered = [...text.matchAll(/(?:sendS|s)tatus\([^)]*?(\d{3})\)|\? 503/g)]
      const statuses = answered.map(([, status = "503"]) => status)
      expect([path, statuses.filter((status) => !(status in responses))]).toEqual([path, []])
    }
  })

  it("says of each what it does, and that all but the health are guarded", () => {
    for (const { path, operation } of operations) {
      expect([path, operation.summary]).toEqual([path, expect.stringMatching(/\w.*\.$/)])
      expect(operation.security !== undefined).toBe(path !== "/walmart/health")
    }
  })

  it("refers to nothing that it does not have", () => {
    const { schemas } = document.components as { schemas: Record<string, unknown> }
    const named = JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)
    const missing = [...named].map(([, name]) => name).filter((name) => !(name in schemas))
    expect(missing).toEqual([])
  })
})

function filesOfRoutes(): string[] {
  return readdirSync(API, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|\/)route\.ts$/.test(file)
  )
}

/** As `POST /admin/walmart/orders/{id}`; Medusa asks for paths in any case. */
function handlersOf(file: string): string[] {
  const path = `/${file.replace(/\/route\.ts$/, "").replace(/\[(\w+)\]/g, "{$1}")}`.toLowerCase()
  const text = readFileSync(resolve(API, file), "utf8")
  const exported = text.matchAll(/export (?:async function|const) (GET|POST|PUT|PATCH|DELETE)\b/g)
  return [...exported].map(([, method]) => `${method} ${path}`)
}
