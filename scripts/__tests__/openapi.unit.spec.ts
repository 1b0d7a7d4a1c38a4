import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { requestSchemas } from "../../src/api/route-permissions"
import { openApi } from "../openapi"

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

  it("says of each what it does, and that admin routes are guarded", () => {
    for (const { path, operation } of operations) {
      expect([path, operation.summary]).toEqual([path, expect.stringMatching(/\w.*\.$/)])
      expect(operation.security !== undefined).toBe(path.startsWith("/admin/"))
    }
  })

  it("refers to nothing that it does not have", () => {
    const { schemas } = document.components as { schemas: Record<string, unknown> }
    const named = JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)
    const missing = [...named].map(([, name]) => name).filter((name) => !(name in schemas))
    expect(missing).toEqual([])
  })
})
