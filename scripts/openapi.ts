import { readFileSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { format } from "prettier"
import { type RequestSchemas, requestSchemas } from "../src/api/route-permissions"
import { type RouteFact, routesBelow } from "./openapi/routes"
import { PUBLIC_ROUTES, type PublicRoute, WEBHOOK_SECURITY } from "./openapi/public-routes"
import { schemasOfTypes } from "./openapi/type-schemas"
import {
  bodySchema,
  fieldsOf,
  isOptional,
  type JsonSchema,
  schemaOfField,
} from "./openapi/zod-schema"

const ROOT = resolve(__dirname, "..")
const FOLDERS = ["admin/walmart", "walmart"]

/** The plugin's HTTP API as OpenAPI 3.1: requests by the schemas that check them, answers by the types of `src/types`. */
export function openApi(): JsonSchema {
  const { version }: { version: string } = JSON.parse(
    readFileSync(resolve(ROOT, "package.json"), "utf8")
  )
  const routes = FOLDERS.flatMap((folder) => routesBelow(resolve(ROOT, "src/api"), folder))
  const paths: Record<string, JsonSchema> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, "{$1}")
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  return {
    openapi: "3.1.0",
    info: { title: "medusa-plugin-walmart", version, description: ABOUT },
    paths,
    components: {
      schemas: schemasOfTypes(resolve(ROOT, "src/types/http.ts")),
      securitySchemes: {
        apiKey: { type: "http", scheme: "basic", description: "A secret API key as user name." },
        session: { type: "http", scheme: "bearer", description: "An admin user's token." },
        ...WEBHOOK_SECURITY,
      },
    },
  }
}

const ABOUT =
  "Routes of the plugin, guarded as all of Medusa's admin routes. Money is in hundredths of the currency's unit, times are ISO 8601. Refusals are Medusa's, with type and message; the plugin's have code and words beside them, by which a screen says the message in its own language."

function operation(route: RouteFact): JsonSchema {
  const known = PUBLIC_ROUTES[route.path]
  return known ? publicOperation(route, known) : adminOperation(route)
}

function publicOperation(route: RouteFact, { body, responses, security }: PublicRoute): JsonSchema {
  const parameters = pathParameters(route.path)
  return {
    summary: route.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, description]) => [status, { description }])
    ),
    ...(security ? { security } : {}),
  }
}

function adminOperation(route: RouteFact): JsonSchema {
  const schemas = requestSchemas.get(`${route.method.toUpperCase()} ${route.path}`) ?? {}
  const parameters = [...pathParameters(route.path), ...queryParameters(schemas)]
  return {
    summary: route.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(schemas.body
      ? { requestBody: { required: true, content: json(bodySchema(schemas.body)) } }
      : {}),
    responses: { "200": { description: "Done.", ...answer(route) } },
    security: [{ apiKey: [] }, { session: [] }],
  }
}

function answer({ answers }: RouteFact): JsonSchema {
  return answers === null ? {} : { content: json({ $ref: `#/components/schemas/${answers}` }) }
}

function json(schema: JsonSchema): JsonSchema {
  return { "application/json": { schema } }
}

function pathParameters(path: string): JsonSchema[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    ...{ name, in: "path", required: true },
    schema: { type: "string" },
  }))
}

function queryParameters({ query }: RequestSchemas): JsonSchema[] {
  if (!query) return []
  return fieldsOf(query).map(([name, field]) => ({
    ...{ name, in: "query", required: !isOptional(field) },
    schema: schemaOfField(field),
  }))
}

/** `npm run docs:api` writes the reference. */
async function main(): Promise<void> {
  const text = await format(JSON.stringify(openApi()), { parser: "json", printWidth: 100 })
  writeFileSync(resolve(ROOT, "docs/openapi.json"), text)
}

if (require.main === module) void main()
